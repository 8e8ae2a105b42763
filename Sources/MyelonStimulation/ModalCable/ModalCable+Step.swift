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
    if isDriven {
      sweep(from: nodes, isSecond: false, isDriven: true)
    } else {
      sweep(from: nodes, isSecond: false, isDriven: false)
    }
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
    if isDriven {
      sweep(from: start, isSecond: true, isDriven: true)
    } else {
      sweep(from: start, isSecond: true, isDriven: false)
    }
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

  /// Brings the modes through a stage and adds to the right sides what they give the nodes.
  ///
  /// The pending part becomes an amplitude by what the nodes' potentials give it; from that, and in the second stage from a
  /// point beyond it, begins the next pending part.
  @inline(__always)
  private func sweep(from potentials: UnsafeMutablePointer<Double>, isSecond: Bool, isDriven: Bool) {
    let (right, linkCount, kindOfLink, isMirrored) = (right, linkCount, kindOfLink, isMirrored)
    let (coefficients, pending, amplitudes) = (coefficients, pending, amplitudes)
    let (modeSources, scaledLevels, driveCount) = (modeSources, scaledLevels, driveCount)
    let beyond = SIMD4<Double>(repeating: CableStepping.extrapolation)
    for link in 0..<linkCount {
      let before = potentials[link]
      let behind = potentials[link &+ 1]
      let kind = UnsafePointer(coefficients) + kindOfLink[link] &* (modeVectors &* modeRoles)
      let part = pending + link &* modeVectors
      let present = amplitudes + link &* modeVectors
      /// The amplitudes that the stage begins from, and the pending part that it leaves.
      @inline(__always) func stage(_ vector: Int, _ amplitude: SIMD4<Double>) -> SIMD4<Double> {
        var y = amplitude
        if isSecond {
          y = present[vector] + beyond * (amplitude - present[vector])
        } else {
          present[vector] = amplitude
        }
        if isDriven {
          for drive in 0..<driveCount {
            y += scaledLevels[drive] * modeSources[(drive &* linkCount &+ link) &* modeVectors &+ vector]
          }
        }
        let p = kind[vector &* modeRoles] * y
        part[vector] = p
        return p
      }
      if isMirrored[link] {
        // Even and odd modes in turn; their currents are plain sums.
        let (even, odd) = (before + behind, before - behind)
        let both = SIMD4<Double>(even, odd, even, odd)
        var sum = SIMD4<Double>()
        for vector in 0..<modeVectors {
          sum += stage(vector, part[vector] + kind[vector &* modeRoles &+ 1] * both)
        }
        let pair = sum.lowHalf + sum.highHalf
        right[link] += pair.x + pair.y
        right[link &+ 1] += pair.x - pair.y
      } else {
        let left = SIMD4<Double>(repeating: before)
        let next = SIMD4<Double>(repeating: behind)
        var toLeft = SIMD4<Double>()
        var toRight = SIMD4<Double>()
        for vector in 0..<modeVectors {
          let factors = kind + vector &* modeRoles
          let p = stage(vector, part[vector] + factors[1] * left + factors[2] * next)
          toLeft += factors[3] * p
          toRight += factors[4] * p
        }
        right[link] += toLeft.sum()
        right[link &+ 1] += toRight.sum()
      }
    }
  }
}
