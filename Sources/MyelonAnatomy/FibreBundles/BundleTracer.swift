import MyelonFields

/// Finds the voxel of every bundle in a slice.
struct BundleTracer {
  let grid: VoxelGrid
  let seeds: BundleSeeds
  /// Steps to the neighbours of a voxel, nearest first; x counts away from the midline.
  let steps: [SIMD2<Int32>]

  init(grid: VoxelGrid, seeds: BundleSeeds) {
    self.grid = grid
    self.seeds = seeds
    let nx = Int32(grid.nx / 2)
    let ny = Int32(grid.ny)
    var steps: [SIMD2<Int32>] = []
    for y in -ny...ny { for x in -nx...nx { steps.append(SIMD2(x, y)) } }
    self.steps = steps.sorted { first, second in
      let one = first.x * first.x + first.y * first.y
      let two = second.x * second.x + second.y * second.y
      return (one, first.y, first.x) < (two, second.y, second.x)
    }
  }

  func trace(
    _ slice: Int, frame: SliceFrame, codes: UnsafeBufferPointer<UInt8>,
    into voxel: UnsafeMutableBufferPointer<Int32>
  ) {
    let base = grid.index(0, 0, slice)
    var present = [Bool](repeating: false, count: 256)
    for k in base..<(base + grid.nx * grid.ny) { present[Int(codes[k])] = true }
    for bundle in seeds.tract.indices {
      let side = seeds.side[bundle]
      let wanted = RegionCode(seeds.tract[bundle], side).rawValue
      let x = frame.centreX + seeds.u[bundle] * frame.halfLateral
      let y = frame.centreY + seeds.v[bundle] * frame.halfDepth
      let column = Int32((abs(x) / Float(grid.spacing.x)).rounded(.down))
      let row = Int32(((y - Float(grid.origin.y)) / Float(grid.spacing.y)).rounded())
      let found = nearest(
        column: column, row: row, side: side, wanted: present[Int(wanted)] ? wanted : nil, base: base,
        codes: codes)
      voxel[bundle * grid.nz + slice] = Int32(truncatingIfNeeded: found)
    }
  }

  /// Nearest voxel of the wanted code, or of any white matter of the side, in the half of the side.
  private func nearest(
    column: Int32, row: Int32, side: Side, wanted: UInt8?, base: Int, codes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let half = Int32(grid.nx / 2)
    for step in steps {
      let x = column &+ step.x
      let y = row &+ step.y
      guard x >= 0, x < half, y >= 0, y < Int32(grid.ny) else { continue }
      let across = side == .left ? half &+ x : half &- 1 &- x
      let index = base &+ Int(y) &* grid.nx &+ Int(across)
      let code = codes[index]
      if let wanted {
        if code == wanted { return index }
      } else if code < 34 && code & 1 == side.rawValue {
        return index
      }
    }
    return base + grid.nx * grid.ny / 2 + grid.nx / 2
  }
}
