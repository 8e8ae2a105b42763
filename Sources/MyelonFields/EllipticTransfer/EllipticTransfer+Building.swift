extension EllipticTransfer {
  /// Conductances of the low faces of one plane of coarse cells, and the weights of the fine cells beside
  /// them.
  func mergePlane(_ plane: Int) {
    let (x, y, z) = (mergings[0], mergings[1], mergings[2])
    for k in z.starts[plane]..<z.starts[plane + 1] {
      for j in 0..<fine.ny {
        let row = (k * fine.ny + j) * fine.nx
        let coarseRow = (plane * y.count + y.parents[j]) * x.count
        for at in 1..<max(1, x.count) {
          let face = x.starts[at]
          let value = mergeFace(
            row + face, stride: 1, axis: 0, fine.alongX, pairBelow: x.starts[at - 1] < face - 1,
            pairAbove: x.starts[at + 1] > face + 1, x.shares[face - 1], x.shares[face])
          coarse.alongX[coarseRow + at] += value
        }
        let parent = y.parents[j]
        guard parent > 0, j == y.starts[parent] else { continue }
        let below = y.starts[parent - 1] < j - 1
        let above = y.starts[parent + 1] > j + 1
        for i in 0..<fine.nx {
          let value = mergeFace(
            row + i, stride: fine.nx, axis: 1, fine.alongY, pairBelow: below, pairAbove: above,
            y.shares[j - 1], y.shares[j])
          coarse.alongY[coarseRow + Int(parents[i])] += value
        }
      }
    }
    if plane > 0 { mergeLowFaces(plane) }
  }

  private func mergeLowFaces(_ plane: Int) {
    let (x, y, z) = (mergings[0], mergings[1], mergings[2])
    let k = z.starts[plane]
    let below = z.starts[plane - 1] < k - 1
    let above = z.starts[plane + 1] > k + 1
    for j in 0..<fine.ny {
      let row = (k * fine.ny + j) * fine.nx
      let coarseRow = (plane * y.count + y.parents[j]) * x.count
      for i in 0..<fine.nx {
        let value = mergeFace(
          row + i, stride: fine.plane, axis: 2, fine.alongZ, pairBelow: below, pairAbove: above,
          z.shares[k - 1], z.shares[k])
        coarse.alongZ[coarseRow + Int(parents[i])] += value
      }
    }
  }

  /// One line across a coarse face: its conductance, and the weights of the two cells beside the fine face.
  @inline(__always) private func mergeFace(
    _ upper: Int, stride: Int, axis: Int, _ along: UnsafeMutablePointer<Float>, pairBelow: Bool,
    pairAbove: Bool, _ shareBelow: Float, _ shareAbove: Float
  ) -> Float {
    let conductance = along[upper]
    guard conductance > 0 else { return 0 }
    let lower = upper &- stride
    let face = 1 / conductance
    var below: Float = 0
    if pairBelow, fine.inverse[lower &- stride] > 0 {
      below = min(shareBelow / max(along[lower], .leastNormalMagnitude), Self.largestTerm * face)
    }
    var above: Float = 0
    if pairAbove, fine.inverse[upper &+ stride] > 0 {
      above = min(shareAbove / max(along[upper &+ stride], .leastNormalMagnitude), Self.largestTerm * face)
    }
    let resistance = below + face + above
    weights[axis][lower] = UInt8(255 * (below / resistance))
    weights[axis][upper] = UInt8(255 * (above / resistance))
    return 1 / resistance
  }

  /// Links of the fine cells, lengthened to the middle of their parents.
  func coarseLinks() -> [GroundLink] {
    let strides = [1, fine.nx, fine.plane]
    let along = [fine.alongX, fine.alongY, fine.alongZ]
    let links = fine.links.map { link in
      let i = link.cell % fine.nx
      let j = (link.cell / fine.nx) % fine.ny
      let k = link.cell / fine.plane
      let place = [i, j, k][link.axis]
      let merging = mergings[link.axis]
      let parent = merging.parents[place]
      var inner: Float = 0
      if merging.starts[parent + 1] - merging.starts[parent] == 2 {
        let stride = strides[link.axis]
        let isLower = place == merging.starts[parent]
        let partner = isLower ? link.cell + stride : link.cell - stride
        let joint = along[link.axis][isLower ? partner : link.cell]
        if fine.isActive(partner), joint > 0 {
          inner = min(merging.shares[place] / joint, Self.largestTerm / link.conductance)
        }
      }
      let cell =
        (mergings[2].parents[k] * mergings[1].count + mergings[1].parents[j]) * mergings[0].count
        + mergings[0].parents[i]
      return GroundLink(cell: cell, axis: link.axis, conductance: 1 / (1 / link.conductance + inner))
    }
    return Self.merged(links)
  }

  /// Links in the order of their cells, those along one axis of a cell as one.
  private static func merged(_ links: [GroundLink]) -> [GroundLink] {
    var merged: [GroundLink] = []
    let sorted = links.sorted { $0.cell == $1.cell ? $0.axis < $1.axis : $0.cell < $1.cell }
    for link in sorted {
      if let last = merged.last, last.cell == link.cell, last.axis == link.axis {
        merged[merged.count - 1].conductance += link.conductance
      } else {
        merged.append(link)
      }
    }
    return merged
  }

  /// Scales the weights of a cell down where their sum exceeds one, so that its own parent's is never
  /// negative.
  func limitWeights(_ executor: SlabExecutor) {
    let (x, y, z) = (weights[0], weights[1], weights[2])
    let plane = fine.plane
    fine.executePlanes(executor) { k in
      for i in (k &* plane)..<((k &+ 1) &* plane) {
        let sum = Int(x[i]) &+ Int(y[i]) &+ Int(z[i])
        guard sum > 256 else { continue }
        x[i] = UInt8(Int(x[i]) &* 256 / sum)
        y[i] = UInt8(Int(y[i]) &* 256 / sum)
        z[i] = UInt8(Int(z[i]) &* 256 / sum)
      }
    }
  }
}
