extension EllipticTransfer {
  /// Sums a fine residual into the coarse right side: the transpose of `prolong`.
  ///
  /// A coarse plane gathers from its own fine planes and from the one below and above them, so that no two
  /// threads add to one value and the order of the sums is fixed.
  func restrict(
    _ residual: UnsafeMutablePointer<Float>, to right: UnsafeMutablePointer<Float>, executor: SlabExecutor
  ) {
    coarse.executePlanes(executor) { plane in
      let z = self.mergings[2]
      (right + plane &* self.coarse.plane).update(repeating: 0, count: self.coarse.plane)
      let (first, last) = (z.starts[plane], z.starts[plane + 1])
      if first > 0, Self.neighbour(first - 1, z) == plane {
        self.gatherAcross(first - 1, residual, right + plane &* self.coarse.plane)
      }
      for k in first..<last { self.gatherWithin(k, plane, residual, right) }
      if last < self.fine.nz, Self.neighbour(last, z) == plane {
        self.gatherAcross(last, residual, right + plane &* self.coarse.plane)
      }
    }
  }

  /// What a fine plane gives to the coarse plane beside its own parent.
  private func gatherAcross(
    _ k: Int, _ residual: UnsafeMutablePointer<Float>, _ plane: UnsafeMutablePointer<Float>
  ) {
    let (weight, parents, nx) = (weights[2], parents, fine.nx)
    for j in 0..<fine.ny {
      let row = (k &* fine.ny &+ j) &* nx
      let target = plane + mergings[1].parents[j] &* coarse.nx
      for i in 0..<nx {
        target[Int(parents[i])] += residual[row &+ i] * (Float(weight[row &+ i]) * (1 / 256))
      }
    }
  }

  /// What a fine plane gives to its own coarse plane.
  private func gatherWithin(
    _ k: Int, _ plane: Int, _ residual: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>
  ) {
    let (wx, wy, wz) = (weights[0], weights[1], weights[2])
    let (parents, neighbours, nx) = (parents, neighbours, fine.nx)
    for j in 0..<fine.ny {
      let row = (k &* fine.ny &+ j) &* nx
      let own = right + (plane &* coarse.ny &+ mergings[1].parents[j]) &* coarse.nx
      let beside = right + (plane &* coarse.ny &+ Self.neighbour(j, mergings[1])) &* coarse.nx
      for i in 0..<nx {
        let at = row &+ i
        let value = residual[at] * (1 / 256)
        let x = value * Float(wx[at])
        let y = value * Float(wy[at])
        let z = value * Float(wz[at])
        let parent = Int(parents[i])
        own[parent] += residual[at] - ((x + y) + z)
        own[Int(neighbours[i])] += x
        beside[parent] += y
      }
    }
  }

  /// Adds the coarse correction to a fine field.
  func prolong(
    _ correction: UnsafeMutablePointer<Float>, to field: UnsafeMutablePointer<Float>, executor: SlabExecutor
  ) {
    fine.executePlanes(executor) { k in self.prolongPlane(k, correction, field) }
  }

  private func prolongPlane(
    _ k: Int, _ correction: UnsafeMutablePointer<Float>, _ field: UnsafeMutablePointer<Float>
  ) {
    let (wx, wy, wz) = (weights[0], weights[1], weights[2])
    let (parents, neighbours, nx) = (parents, neighbours, fine.nx)
    let own = correction + mergings[2].parents[k] &* coarse.plane
    let across = correction + Self.neighbour(k, mergings[2]) &* coarse.plane
    for j in 0..<fine.ny {
      let row = (k &* fine.ny &+ j) &* nx
      let shift = mergings[1].parents[j] &* coarse.nx
      let (c, z) = (own + shift, across + shift)
      let y = own + Self.neighbour(j, mergings[1]) &* coarse.nx
      for i in 0..<nx {
        let at = row &+ i
        let parent = Int(parents[i])
        let centre = c[parent]
        let alongX = Float(wx[at]) * (c[Int(neighbours[i])] - centre)
        let alongY = Float(wy[at]) * (y[parent] - centre)
        let alongZ = Float(wz[at]) * (z[parent] - centre)
        field[at] += centre + ((alongX + alongY) + alongZ) * (1 / 256)
      }
    }
  }
}
