extension FaceConductance {
  /// Builds the faces from one relative diffusivity per voxel and axis.
  ///
  /// A face gets the harmonic mean of its two voxels, the value for two layers in series (Patankar, Numerical
  /// Heat Transfer and Fluid Flow, 1980, section 4.2-3), times the smaller of the two cord fractions, assumed
  /// because the open part of a cut face cannot exceed either side's. Where either voxel lies outside, 0.
  ///
  /// - Parameters:
  ///   - grid: the grid.
  ///   - capacity: cord fraction per voxel, 0 outside; `grid.count` numbers.
  ///   - alongX: diffusivity along x relative to free exchange, per voxel.
  ///   - alongY: the same along y.
  ///   - alongZ: the same along z.
  /// - Throws: `FaceConductanceError` when an array has the wrong length or holds a negative number or none.
  public init(
    grid: VoxelGrid, capacity: [Float], alongX: [Float], alongY: [Float], alongZ: [Float]
  ) throws(FaceConductanceError) {
    let arrays: [(FaceConductanceError.Array, Int)] = [
      (.capacity, capacity.count), (.x, alongX.count), (.y, alongY.count), (.z, alongZ.count),
    ]
    for (array, found) in arrays where found != grid.count {
      throw .wrongLength(array, required: grid.count, found: found)
    }
    let plane = grid.nx * grid.ny
    try self.init(
      grid: grid,
      x: Self.faces(alongX, capacity, count: grid.nx, stride: 1),
      y: Self.faces(alongY, capacity, count: grid.ny, stride: grid.nx),
      z: Self.faces(alongZ, capacity, count: grid.nz, stride: plane),
      capacity: capacity)
  }

  /// Builds a pattern that is the same everywhere in the cord.
  ///
  /// - Parameters:
  ///   - grid: the grid.
  ///   - capacity: cord fraction per voxel, 0 outside; `grid.count` numbers.
  ///   - relative: diffusivity along x, y and z relative to free exchange, not negative.
  /// - Throws: `FaceConductanceError` when the capacity or the relative diffusivity breaks a rule.
  public init(grid: VoxelGrid, capacity: [Float], relative: SIMD3<Float> = SIMD3(repeating: 1))
    throws(FaceConductanceError)
  {
    try self.init(
      grid: grid, capacity: capacity,
      alongX: [Float](repeating: relative.x, count: grid.count),
      alongY: [Float](repeating: relative.y, count: grid.count),
      alongZ: [Float](repeating: relative.z, count: grid.count))
  }

  private static func faces(_ voxel: [Float], _ capacity: [Float], count: Int, stride: Int) -> [Float] {
    var faces = [Float](repeating: 0, count: voxel.count)
    for index in 0..<voxel.count where (index / stride) % count < count - 1 {
      let here = voxel[index]
      let there = voxel[index + stride]
      let open = min(capacity[index], capacity[index + stride])
      guard open > 0 && here + there > 0 else { continue }
      faces[index] = open * (2 * here * there / (here + there))
    }
    return faces
  }
}
