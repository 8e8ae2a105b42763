extension ModalCable {
  func advance(_ levels: UnsafePointer<Double>) -> Double {
    var isDriven = false
    for drive in 0..<driveCount where levels[drive] != 0 { isDriven = true }
    for node in 0..<nodeCount {
      right[node] = charge[node] * nodes[node] + batteryCurrent[node]
    }
    sweepModes(levels, isDriven: isDriven)
    if isDriven { addNodeSources(levels) }
    eliminate()
    if stepping.isParity {
      substitute(into: nodes)
    } else {
      substitute(into: start)
      for node in 0..<nodeCount {
        let base = nodes[node] + CableStepping.extrapolation * (start[node] - nodes[node])
        right[node] = charge[node] * base + batteryCurrent[node]
      }
      sweepModesAgain(levels, isDriven: isDriven)
      if isDriven { addNodeSources(levels) }
      reduceRight()
      substitute(into: nodes)
    }
    return updateGates()
  }

  private func addNodeSources(_ levels: UnsafePointer<Double>) {
    for drive in 0..<driveCount {
      let sources = nodeSources + drive * nodeCount
      for node in 0..<nodeCount { right[node] += levels[drive] * sources[node] }
    }
  }

  /// Brings the modes up to the present and adds to the right sides what they give the nodes in the first stage.
  private func sweepModes(_ levels: UnsafePointer<Double>, isDriven: Bool) {
    let (nodes, right, linkCount, kindOfLink) = (nodes, right, linkCount, kindOfLink)
    let (coefficients, pending, amplitudes) = (coefficients, pending, amplitudes)
    for link in 0..<linkCount {
      let before = SIMD4<Double>(repeating: nodes[link])
      let behind = SIMD4<Double>(repeating: nodes[link &+ 1])
      var kind = UnsafePointer(coefficients) + kindOfLink[link] &* (Self.vectors &* Self.roles)
      let part = pending + link &* Self.vectors
      let present = amplitudes + link &* Self.vectors
      var toLeft = SIMD4<Double>()
      var toRight = SIMD4<Double>()
      for vector in 0..<Self.vectors {
        let y = part[vector] + kind[1] * before + kind[2] * behind
        present[vector] = y
        let p = kind[0] * (isDriven ? y + drive(levels, link, vector) : y)
        part[vector] = p
        toLeft += kind[3] * p
        toRight += kind[4] * p
        kind += Self.roles
      }
      right[link] += toLeft.sum()
      right[link &+ 1] += toRight.sum()
    }
  }

  /// The same for the second stage, which starts beyond the first.
  private func sweepModesAgain(_ levels: UnsafePointer<Double>, isDriven: Bool) {
    let (start, right, linkCount, kindOfLink) = (start, right, linkCount, kindOfLink)
    let (coefficients, pending, amplitudes) = (coefficients, pending, amplitudes)
    let beyond = CableStepping.extrapolation
    for link in 0..<linkCount {
      let before = SIMD4<Double>(repeating: start[link])
      let behind = SIMD4<Double>(repeating: start[link &+ 1])
      var kind = UnsafePointer(coefficients) + kindOfLink[link] &* (Self.vectors &* Self.roles)
      let part = pending + link &* Self.vectors
      let present = amplitudes + link &* Self.vectors
      var toLeft = SIMD4<Double>()
      var toRight = SIMD4<Double>()
      for vector in 0..<Self.vectors {
        let first = part[vector] + kind[1] * before + kind[2] * behind
        let y = present[vector] + beyond * (first - present[vector])
        let p = kind[0] * (isDriven ? y + drive(levels, link, vector) : y)
        part[vector] = p
        toLeft += kind[3] * p
        toRight += kind[4] * p
        kind += Self.roles
      }
      right[link] += toLeft.sum()
      right[link &+ 1] += toRight.sum()
    }
  }

  /// What the drives add to four modes within a stage.
  @inline(__always)
  private func drive(_ levels: UnsafePointer<Double>, _ link: Int, _ vector: Int) -> SIMD4<Double> {
    var sum = SIMD4<Double>()
    for index in 0..<driveCount {
      sum += (stage * levels[index]) * modeSources[(index &* linkCount &+ link) &* Self.vectors &+ vector]
    }
    return sum
  }
}
