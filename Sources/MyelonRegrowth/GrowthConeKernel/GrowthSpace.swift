import MyelonFields

/// The window in the coordinates of the agents: mm from its corner.
struct GrowthSpace {
  let inverse: SIMD3<Float>
  /// Voxels along each axis.
  let size: SIMD3<Float>
  let nx: Int
  let ny: Int
  /// Length along z, mm.
  let length: Float
  /// Middle of the cord in the section, mm.
  let centre: SIMD2<Float>
  /// Largest z that is inside.
  let last: Float

  init(grid: VoxelGrid, centre: SIMD2<Float>) {
    inverse = SIMD3<Float>(1 / grid.spacing)
    size = SIMD3(Float(grid.nx), Float(grid.ny), Float(grid.nz))
    nx = grid.nx
    ny = grid.ny
    length = Float(Double(grid.nz) * grid.spacing.z)
    self.centre = centre
    // A shade inside the last slice, whatever the rounding of the division by the spacing.
    last = length - 1e-3 * Float(grid.spacing.z)
  }

  /// The voxel of a place, or nil outside the grid.
  @inline(__always)
  func voxel(_ place: SIMD3<Float>) -> Int? {
    let cell = place * inverse
    guard cell.x >= 0, cell.y >= 0, cell.z >= 0, cell.x < size.x, cell.y < size.y, cell.z < size.z else {
      return nil
    }
    // All are positive and below the grid's size, so truncation is the floor and cannot overflow.
    return (Int(cell.z) &* ny &+ Int(cell.y)) &* nx &+ Int(cell.x)
  }
}
