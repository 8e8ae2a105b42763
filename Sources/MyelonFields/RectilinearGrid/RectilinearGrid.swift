/// A box of cells with unequal edges: fine where it matters, coarse far away.
///
/// Axes and memory order are those of `VoxelGrid`: x from right (-) to left (+), y from ventral (-) to dorsal (+), z from
/// rostral to caudal, mm; `index = (z * ny + y) * nx + x`. Cell i along x reaches from `x[i]` to `x[i + 1]`.
public struct RectilinearGrid: Sendable, Hashable, Codable {
  /// Positions of the cell faces along x, rising, mm; one more than cells.
  public let x: [Double]
  /// Positions of the cell faces along y, rising, mm; one more than cells.
  public let y: [Double]
  /// Positions of the cell faces along z, rising, mm; one more than cells.
  public let z: [Double]

  /// Makes a grid from the positions of its faces.
  ///
  /// - Parameters:
  ///   - x: faces along x, mm: at least two, finite, strictly rising.
  ///   - y: faces along y, likewise.
  ///   - z: faces along z, likewise.
  public init(x: [Double], y: [Double], z: [Double]) {
    for faces in [x, y, z] {
      precondition(faces.count >= 2, "A grid needs at least two faces along every axis: \(faces.count)")
      precondition(
        zip(faces, faces.dropFirst()).allSatisfy { $0 < $1 } && faces.allSatisfy(\.isFinite),
        "Faces of a grid must be finite and rise strictly, mm")
    }
    self.x = x
    self.y = y
    self.z = z
  }

  /// Cells along x (left-right).
  public var nx: Int { x.count - 1 }
  /// Cells along y (ventral-dorsal).
  public var ny: Int { y.count - 1 }
  /// Cells along z (rostral-caudal).
  public var nz: Int { z.count - 1 }
  /// Number of cells.
  public var count: Int { nx * ny * nz }

  /// Flat index of cell (x, y, z).
  @inlinable public func index(_ x: Int, _ y: Int, _ z: Int) -> Int {
    (z * (self.y.count - 1) + y) * (self.x.count - 1) + x
  }

  /// Centre of cell (x, y, z), mm.
  public func centre(_ i: Int, _ j: Int, _ k: Int) -> SIMD3<Double> {
    SIMD3(0.5 * (x[i] + x[i + 1]), 0.5 * (y[j] + y[j + 1]), 0.5 * (z[k] + z[k + 1]))
  }

  /// Volume of cell (x, y, z), mm3.
  public func volume(_ i: Int, _ j: Int, _ k: Int) -> Double {
    (x[i + 1] - x[i]) * (y[j + 1] - y[j]) * (z[k + 1] - z[k])
  }

  /// True for a point inside the box or on its surface, mm.
  public func contains(_ point: SIMD3<Double>) -> Bool {
    func inside(_ value: Double, _ faces: [Double]) -> Bool {
      guard let first = faces.first, let last = faces.last else { return false }
      return value >= first && value <= last
    }
    return inside(point.x, x) && inside(point.y, y) && inside(point.z, z)
  }
}
