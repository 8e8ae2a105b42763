// Literals in this file, so that the loops unroll in every kind of build.
private let modeVectors = 5
private let modeRoles = 5

extension ModalCable {
  func advance(_ levels: UnsafePointer<Double>) -> Double {
    let stage = stage
    var isDriven = false
    for drive in 0..<driveCount {
      scaledLevels[drive] = stage * levels[drive]
      if levels[drive] != 0 { isDriven = true }
    }
    let (nodes, start, right) = (nodes, start, right)
    let (charge, batteryCurrent, nodeCount) = (charge, batteryCurrent, nodeCount)
    for node in 0..<nodeCount { right[node] = charge[node] * nodes[node] + batteryCurrent[node] }
    if isDriven { sweepFirst(isDriven: true) } else { sweepFirst(isDriven: false) }
    if isDriven { addNodeSources(levels) }
    eliminate()
    guard !isParity else {
      substitute(into: nodes)
      return updateGates()
    }
    substitute(into: start)
    for node in 0..<nodeCount {
      let base = nodes[node] + CableStepping.extrapolation * (start[node] - nodes[node])
      right[node] = charge[node] * base + batteryCurrent[node]
    }
    if isDriven { sweepSecond(isDriven: true) } else { sweepSecond(isDriven: false) }
    if isDriven { addNodeSources(levels) }
    reduceRight()
    substitute(into: nodes)
    return updateGates()
  }

  private func addNodeSources(_ levels: UnsafePointer<Double>) {
    for drive in 0..<driveCount {
      let sources = nodeSources + drive * nodeCount
      for node in 0..<nodeCount { right[node] += levels[drive] * sources[node] }
    }
  }

  /// Brings the modes up to the present and adds to the right sides what they give the nodes in the first stage.
  @inline(__always)
  private func sweepFirst(isDriven: Bool) {
    let (nodes, right, linkCount, kindOfLink) = (nodes, right, linkCount, kindOfLink)
    let (coefficients, pending, amplitudes) = (coefficients, pending, amplitudes)
    let (modeSources, scaledLevels, driveCount) = (modeSources, scaledLevels, driveCount)
    for link in 0..<linkCount {
      let before = SIMD4<Double>(repeating: nodes[link])
      let behind = SIMD4<Double>(repeating: nodes[link &+ 1])
      let kind = UnsafePointer(coefficients) + kindOfLink[link] &* (modeVectors &* modeRoles)
      let part = pending + link &* modeVectors
      let present = amplitudes + link &* modeVectors
      var toLeft = SIMD4<Double>()
      var toRight = SIMD4<Double>()
      for vector in 0..<modeVectors {
        let factors = kind + vector &* modeRoles
        let y = part[vector] + factors[1] * before + factors[2] * behind
        present[vector] = y
        var driven = y
        if isDriven {
          for drive in 0..<driveCount {
            driven += scaledLevels[drive] * modeSources[(drive &* linkCount &+ link) &* modeVectors &+ vector]
          }
        }
        let p = factors[0] * driven
        part[vector] = p
        toLeft += factors[3] * p
        toRight += factors[4] * p
      }
      right[link] += toLeft.sum()
      right[link &+ 1] += toRight.sum()
    }
  }

  /// The same for the second stage, which starts beyond the first.
  @inline(__always)
  private func sweepSecond(isDriven: Bool) {
    let (start, right, linkCount, kindOfLink) = (start, right, linkCount, kindOfLink)
    let (coefficients, pending, amplitudes) = (coefficients, pending, amplitudes)
    let (modeSources, scaledLevels, driveCount) = (modeSources, scaledLevels, driveCount)
    let beyond = SIMD4<Double>(repeating: CableStepping.extrapolation)
    for link in 0..<linkCount {
      let before = SIMD4<Double>(repeating: start[link])
      let behind = SIMD4<Double>(repeating: start[link &+ 1])
      let kind = UnsafePointer(coefficients) + kindOfLink[link] &* (modeVectors &* modeRoles)
      let part = pending + link &* modeVectors
      let present = amplitudes + link &* modeVectors
      var toLeft = SIMD4<Double>()
      var toRight = SIMD4<Double>()
      for vector in 0..<modeVectors {
        let factors = kind + vector &* modeRoles
        let first = part[vector] + factors[1] * before + factors[2] * behind
        var driven = present[vector] + beyond * (first - present[vector])
        if isDriven {
          for drive in 0..<driveCount {
            driven += scaledLevels[drive] * modeSources[(drive &* linkCount &+ link) &* modeVectors &+ vector]
          }
        }
        let p = factors[0] * driven
        part[vector] = p
        toLeft += factors[3] * p
        toRight += factors[4] * p
      }
      right[link] += toLeft.sum()
      right[link &+ 1] += toRight.sum()
    }
  }
}
