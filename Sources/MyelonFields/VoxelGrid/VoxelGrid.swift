/// A box of equal voxels in cord coordinates.
///
/// Axes: `x` runs from right (-) to left (+), `y` from ventral (-) to dorsal (+), `z` from rostral to caudal
/// (`z` = 0 at the rostral end of C1). Lengths are in mm. Memory order has `x` fastest:
/// `index = (z * ny + y) * nx + x`. Every field over the grid is a flat array in this order.
public struct VoxelGrid: Sendable, Hashable, Codable {
  /// Number of voxels along x (left-right).
  public let nx: Int
  /// Number of voxels along y (ventral-dorsal).
  public let ny: Int
  /// Number of voxels along z (rostral-caudal).
  public let nz: Int
  /// Voxel edge lengths along x, y and z, mm.
  public let spacing: SIMD3<Double>
  /// Position of the centre of voxel (0, 0, 0), mm.
  public let origin: SIMD3<Double>

  /// Makes a grid of `nx * ny * nz` voxels.
  ///
  /// - Parameters:
  ///   - nx: voxels along x, at least 1.
  ///   - ny: voxels along y, at least 1.
  ///   - nz: voxels along z, at least 1.
  ///   - spacing: edge lengths, mm, all positive and finite.
  ///   - origin: centre of the first voxel, mm.
  public init(nx: Int, ny: Int, nz: Int, spacing: SIMD3<Double>, origin: SIMD3<Double> = .zero) {
    precondition(nx > 0 && ny > 0 && nz > 0, "A grid needs at least one voxel a side: \(nx) x \(ny) x \(nz)")
    precondition(
      spacing.x > 0 && spacing.y > 0 && spacing.z > 0 && spacing.sum().isFinite,
      "Voxel edges must be positive and finite, mm: \(spacing)")
    self.nx = nx
    self.ny = ny
    self.nz = nz
    self.spacing = spacing
    self.origin = origin
  }

  /// Number of voxels.
  @inlinable public var count: Int { nx * ny * nz }

  /// Volume of one voxel, mm3.
  @inlinable public var voxelVolume: Double { spacing.x * spacing.y * spacing.z }

  /// Flat index of voxel (x, y, z).
  @inlinable public func index(_ x: Int, _ y: Int, _ z: Int) -> Int { (z * ny + y) * nx + x }

  /// Centre of voxel (x, y, z), mm.
  @inlinable public func centre(_ x: Int, _ y: Int, _ z: Int) -> SIMD3<Double> {
    origin + spacing * SIMD3(Double(x), Double(y), Double(z))
  }
}
