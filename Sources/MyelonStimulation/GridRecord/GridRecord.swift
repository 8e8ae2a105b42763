import MyelonFields

/// The grid that the potentials were computed on.
public struct GridRecord: Sendable, Hashable, Codable {
  /// Cells along x, y and z.
  public let cells: SIMD3<Int>
  /// Smallest edges along x, y and z, mm.
  public let smallest: SIMD3<Double>
  /// Corner of least x, y and z, mm.
  public let low: SIMD3<Double>
  /// Corner of largest x, y and z, mm.
  public let high: SIMD3<Double>

  /// Describes a grid.
  public init(_ grid: RectilinearGrid) {
    func least(_ faces: [Double]) -> Double { zip(faces, faces.dropFirst()).map { $1 - $0 }.min() ?? 0 }
    cells = SIMD3(grid.nx, grid.ny, grid.nz)
    smallest = SIMD3(least(grid.x), least(grid.y), least(grid.z))
    low = SIMD3(grid.x.first ?? 0, grid.y.first ?? 0, grid.z.first ?? 0)
    high = SIMD3(grid.x.last ?? 0, grid.y.last ?? 0, grid.z.last ?? 0)
  }

  /// Number of cells.
  public var count: Int { cells.x * cells.y * cells.z }
}
