extension ModalCable {
  /// The different internodes of a fibre; most fibres have three, of which two differ by their dead end only.
  static func findKinds(
    _ network: CableNetwork, links: Int, _ kindOfLink: UnsafeMutablePointer<Int>
  ) -> [InternodeModes] {
    var kinds: [InternodeModes] = []
    var known: [[Double]: Int] = [:]
    for link in 0..<links {
      let first = network.nodeCompartments[link] + 1
      let end = first + Internode.compartments
      let key =
        Array(network.membraneCapacitance[first..<end]) + Array(network.passiveConductance[first..<end])
        + Array(network.myelinCapacitance[first..<end]) + Array(network.myelinConductance[first..<end])
        + Array(network.axial[first - 1..<end]) + Array(network.periaxonal[first - 1..<end])
      if let kind = known[key] {
        kindOfLink[link] = kind
        continue
      }
      known[key] = kinds.count
      kindOfLink[link] = kinds.count
      kinds.append(InternodeModes(network, first: first))
    }
    return kinds
  }

  /// Copies what does not depend on the step.
  func fill(_ network: CableNetwork, _ drives: [CableDrive]) {
    for link in 0..<linkCount { isMirrored[link] = kinds[kindOfLink[link]].isMirrored }
    for (node, compartment) in network.nodeCompartments.enumerated() {
      capacitance[node] = network.membraneCapacitance[compartment]
      passive[node] = network.passiveConductance[compartment]
      channels[node] = network.channels[compartment]
      axialBefore[node] = compartment > 0 ? network.axial[compartment - 1] : 0
      axialBehind[node] = compartment < network.count - 1 ? network.axial[compartment] : 0
    }
    load(drives, network)
  }

  /// Takes other drives, as many as before.
  func load(_ drives: [CableDrive], _ network: CableNetwork) {
    precondition(drives.count == driveCount, "There must be \(driveCount) drives; found \(drives.count)")
    for (index, drive) in drives.enumerated() {
      for (node, compartment) in network.nodeCompartments.enumerated() {
        nodeSources[index * nodeCount + node] = drive.axoplasm[compartment]
      }
      for link in 0..<linkCount {
        let sources = kinds[kindOfLink[link]].sources(drive, first: network.nodeCompartments[link] + 1)
        for mode in sources.indices {
          modeSources[(index * linkCount + link) * InternodeModes.vectors + mode / 4][mode % 4] =
            sources[mode]
        }
      }
    }
  }

  func prepare(_ stepping: CableStepping) {
    // Pending parts belong to a step: bring the amplitudes up to the present, then split them anew.
    for link in 0..<linkCount { shiftPending(link, sign: 1) }
    self.stepping = stepping
    prepareCoefficients()
    for link in 0..<linkCount { shiftPending(link, sign: -1) }
  }

  /// Adds to the pending parts of an internode, or takes from them, what its nodes' potentials contribute.
  private func shiftPending(_ link: Int, sign: Double) {
    let before = SIMD4<Double>(repeating: sign * nodes[link])
    let behind = SIMD4<Double>(repeating: sign * nodes[link + 1])
    let kind = coefficients + kindOfLink[link] * InternodeModes.vectors * InternodeModes.roles
    let part = pending + link * InternodeModes.vectors
    for vector in 0..<InternodeModes.vectors {
      part[vector] +=
        kind[vector * InternodeModes.roles + 1] * before + kind[vector * InternodeModes.roles + 2] * behind
    }
  }

  /// Computes what is constant at one step.
  func prepareCoefficients() {
    constants[0] = stepping.step * stepping.stageShare
    constants[1] = stepping.isParity ? 1 : 0
    let h = stage
    var own: [(before: Double, behind: Double, across: Double)] = []
    for (kind, modes) in kinds.enumerated() {
      let kept = modes.rates.map { 1 / (1 + h * $0) }
      let fromLeft = kept.indices.map { h * kept[$0] * modes.left[$0] * modes.scale[$0] }
      let fromRight = kept.indices.map { h * kept[$0] * modes.right[$0] * modes.scale[$0] }
      let toLeft = modes.isMirrored ? [Double](repeating: 1, count: kept.count) : modes.left
      let toRight = modes.isMirrored ? kept.indices.map { $0 % 2 == 0 ? 1.0 : -1 } : modes.right
      for (role, values) in [kept, fromLeft, fromRight, toLeft, toRight].enumerated() {
        for mode in values.indices {
          coefficients[(kind * InternodeModes.vectors + mode / 4) * InternodeModes.roles + role][mode % 4] =
            values[mode]
        }
      }
      own.append(
        (
          zip(fromLeft, toLeft).reduce(0) { $0 + $1.0 * $1.1 },
          zip(fromRight, toRight).reduce(0) { $0 + $1.0 * $1.1 },
          zip(fromLeft, toRight).reduce(0) { $0 + $1.0 * $1.1 }
        ))
    }
    for node in 0..<nodeCount {
      charge[node] = capacitance[node] / h
      diagonal[node] = charge[node] + passive[node] + axialBefore[node] + axialBehind[node]
      offDiagonal[node] = linkCount == 0 ? axialBehind[node] : 0
    }
    for link in 0..<linkCount {
      let part = own[kindOfLink[link]]
      diagonal[link] -= part.before
      diagonal[link + 1] -= part.behind
      offDiagonal[link] = part.across
    }
  }
}
