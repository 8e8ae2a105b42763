/// Where and how easily substances spread in a cord: a conductance on every voxel face and a capacity per voxel.
///
/// The pattern is dimensionless and shared by all substances: substance `s` with diffusivity `D_s` (mm2/h) has
/// `D_s * x[i]` on the face between voxel `i` and its neighbour in +x. Free, unhindered exchange is 1; white
/// matter may have more along z; scar less. A face is 0 where either side lies outside the cord, which is the
/// no-flux boundary. `capacity` is the fraction of the voxel that is cord (0 outside, 1 inside, between on the
/// rim), and the conserved mass of a field `u` is `sum(capacity * u) * voxelVolume`.
///
/// All arrays have `grid.count` numbers in grid order. The last face of a line has no neighbour and is 0.
public struct FaceConductance: Sendable {
  /// The grid the arrays belong to.
  public let grid: VoxelGrid
  /// Conductance between voxel (x, y, z) and (x + 1, y, z), relative to free exchange.
  public let x: [Float]
  /// Conductance between voxel (x, y, z) and (x, y + 1, z), relative to free exchange.
  public let y: [Float]
  /// Conductance between voxel (x, y, z) and (x, y, z + 1), relative to free exchange.
  public let z: [Float]
  /// Fraction of each voxel that is cord, 0 outside.
  public let capacity: [Float]

  /// Takes the arrays as they are after checking them.
  ///
  /// - Parameters:
  ///   - grid: the grid.
  ///   - x: faces towards +x, `grid.count` numbers, finite and not negative.
  ///   - y: faces towards +y.
  ///   - z: faces towards +z.
  ///   - capacity: cord fraction per voxel, finite and not negative.
  /// - Throws: `FaceConductanceError` for the first array or voxel that breaks a rule.
  public init(grid: VoxelGrid, x: [Float], y: [Float], z: [Float], capacity: [Float])
    throws(FaceConductanceError)
  {
    self.grid = grid
    self.x = x
    self.y = y
    self.z = z
    self.capacity = capacity
    try checkNumbers(capacity, .capacity)
    try checkNumbers(x, .x)
    try checkNumbers(y, .y)
    try checkNumbers(z, .z)
    try checkFaces(x, .x, count: grid.nx, stride: 1)
    try checkFaces(y, .y, count: grid.ny, stride: grid.nx)
    try checkFaces(z, .z, count: grid.nz, stride: grid.nx * grid.ny)
  }

  private func checkNumbers(_ values: [Float], _ array: FaceConductanceError.Array)
    throws(FaceConductanceError)
  {
    guard values.count == grid.count else {
      throw .wrongLength(array, required: grid.count, found: values.count)
    }
    if let index = values.firstIndex(where: { !($0 >= 0 && $0 < .infinity) }) {
      throw .badNumber(array, index: index, found: values[index])
    }
  }

  /// Refuses an open face at the end of a line or beside a voxel without capacity.
  private func checkFaces(
    _ faces: [Float], _ array: FaceConductanceError.Array, count: Int, stride: Int
  ) throws(FaceConductanceError) {
    let voxels = faces.count
    for index in 0..<voxels where faces[index] > 0 {
      guard (index / stride) % count < count - 1 else {
        throw .openOuterFace(array, index: index, found: faces[index])
      }
      guard capacity[index] > 0 && capacity[index + stride] > 0 else {
        throw .openFaceOutsideCord(array, index: index, found: faces[index])
      }
    }
  }
}
