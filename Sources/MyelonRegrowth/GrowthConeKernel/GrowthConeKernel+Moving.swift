extension GrowthConeKernel {
  /// Moves a cone; at the surface of the cord it slides along it.
  ///
  /// A cone that could slide nowhere stays and turns to the middle of the cord.
  @inline(__always)
  func move(_ moving: inout MovingCone, along direction: SIMD3<Float>, stride: Float) {
    let target = moving.place + direction * stride
    if target.z < 0 || target.z > space.last {
      moving.passed = target.z < 0 ? -target.z : target.z - space.last
      pass(&moving, direction: direction, stride: stride)
      return
    }
    if let voxel = space.voxel(target), rowOf[voxel] >= 0 {
      moving.place = target
      moving.voxel = voxel
      moving.moved = stride
      return
    }
    slide(&moving, direction: direction, stride: stride)
  }

  /// Takes a cone to the end of the window; the rest of its stride lies beyond.
  private func pass(_ moving: inout MovingCone, direction: SIMD3<Float>, stride: Float) {
    let caudal = direction.z > 0
    var end = moving.place
    end.z = caudal ? space.last : 0
    moving.moved = max(0, abs(end.z - moving.place.z))
    if let voxel = space.voxel(end), rowOf[voxel] >= 0 {
      moving.place = end
      moving.voxel = voxel
    }
    moving.direction = SIMD3(0, 0, caudal ? 1 : -1)
  }

  /// Tries the stride without the larger, the smaller and both of its parts across the cord.
  private func slide(_ moving: inout MovingCone, direction: SIMD3<Float>, stride: Float) {
    let keepX = SIMD3(direction.x, 0, direction.z)
    let keepY = SIMD3(0, direction.y, direction.z)
    let first = abs(direction.x) >= abs(direction.y) ? keepX : keepY
    let second = abs(direction.x) >= abs(direction.y) ? keepY : keepX
    for attempt in 0..<3 {
      let way = attempt == 0 ? first : attempt == 1 ? second : SIMD3(0, 0, direction.z)
      let size = (way * way).sum().squareRoot()
      guard size > 1e-3, let voxel = space.voxel(moving.place + way * stride), rowOf[voxel] >= 0 else {
        continue
      }
      moving.place += way * stride
      moving.voxel = voxel
      moving.moved = stride * size
      moving.direction = way * (1 / size)
      return
    }
    moving.moved = 0
    let inward = SIMD3(
      space.centre.x - moving.place.x, space.centre.y - moving.place.y,
      direction.z < 0 ? -space.inverse.x : space.inverse.x)
    let size = (inward * inward).sum().squareRoot()
    if size > 0 { moving.direction = inward * (1 / size) }
  }

  /// Writes a cone back to its slot.
  func store(
    _ slot: Int, _ moving: MovingCone, need: Float, grown: Float, branches: UInt8,
    row: UnsafePointer<SIMD8<Float>>
  ) {
    agents.x[slot] = moving.place.x
    agents.y[slot] = moving.place.y
    agents.z[slot] = moving.place.z
    agents.dx[slot] = moving.direction.x
    agents.dy[slot] = moving.direction.y
    agents.dz[slot] = moving.direction.z
    agents.voxel[slot] = Int32(truncatingIfNeeded: moving.voxel)
    agents.need[slot] = need
    lengthen(slot, by: grown, row: row)
    agents.sinceWaypoint[slot] += grown
    var pending = agents.pending[slot] | branches &* Self.branchUnit
    if agents.sinceWaypoint[slot] >= Self.waypointSpacing { pending |= Self.waypointDue }
    agents.pending[slot] = pending
  }

  /// A cone has passed an end of the window: it grows on in one dimension for the rest of the step.
  func leave(_ slot: Int, passed: Float, time: Float) {
    agents.state[slot] = GrowthState.left.rawValue
    agents.beyond[slot] = max(passed, .leastNormalMagnitude)
    agents.length[slot] += passed
    if time > 0 { growBeyond(slot, time: time) }
  }
}
