/// The map from voxel indices to positions in space: `p = M i + t`, mm.
///
/// Stored row by row: row `r` holds the three entries of `M` that act on the indices along the first, second
/// and third axis, then the translation. The world axes are NIfTI's: first coordinate from the patient's left
/// to right, second from posterior to anterior, third from inferior to superior. Index 0 is a voxel's centre.
public struct NIfTIAffine: Sendable, Hashable, Codable {
  /// Row of the first coordinate, left to right.
  public var x: SIMD4<Double>
  /// Row of the second coordinate, posterior to anterior.
  public var y: SIMD4<Double>
  /// Row of the third coordinate, inferior to superior.
  public var z: SIMD4<Double>

  /// Makes an affine of its three rows.
  ///
  /// - Parameters:
  ///   - x: row of the first coordinate, mm per voxel and mm.
  ///   - y: row of the second coordinate.
  ///   - z: row of the third coordinate.
  public init(x: SIMD4<Double>, y: SIMD4<Double>, z: SIMD4<Double>) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// Makes an affine of its three columns and the translation.
  ///
  /// - Parameters:
  ///   - first: step in space for one voxel along the first axis, mm.
  ///   - second: the same along the second axis.
  ///   - third: the same along the third axis.
  ///   - translation: position of voxel (0, 0, 0), mm.
  public init(
    first: SIMD3<Double>, second: SIMD3<Double>, third: SIMD3<Double>, translation: SIMD3<Double>
  ) {
    x = SIMD4(first.x, second.x, third.x, translation.x)
    y = SIMD4(first.y, second.y, third.y, translation.y)
    z = SIMD4(first.z, second.z, third.z, translation.z)
  }

  /// Makes an affine whose axes run along the world's: right, anterior, superior.
  ///
  /// - Parameters:
  ///   - spacing: voxel edges, mm; a negative edge flips its axis.
  ///   - origin: position of voxel (0, 0, 0), mm.
  public init(spacing: SIMD3<Double>, origin: SIMD3<Double> = .zero) {
    self.init(
      first: SIMD3(spacing.x, 0, 0), second: SIMD3(0, spacing.y, 0), third: SIMD3(0, 0, spacing.z),
      translation: origin)
  }

  /// Voxels of 1 mm, axes along the world's, first voxel at the origin.
  public static let identity = NIfTIAffine(spacing: SIMD3(repeating: 1))

  /// The twelve numbers row by row, as the header's `srow_x`, `srow_y`, `srow_z` hold them.
  public var rowMajor: [Double] {
    [x, y, z].flatMap { row in (0..<4).map { row[$0] } }
  }

  /// One entry.
  ///
  /// - Parameters:
  ///   - row: 0, 1 or 2.
  ///   - column: 0, 1, 2, or 3 for the translation.
  public subscript(row: Int, column: Int) -> Double {
    get {
      precondition((0..<3).contains(row) && (0..<4).contains(column), "No entry (\(row), \(column)) in 3x4")
      return row == 0 ? x[column] : row == 1 ? y[column] : z[column]
    }
    set {
      precondition((0..<3).contains(row) && (0..<4).contains(column), "No entry (\(row), \(column)) in 3x4")
      switch row {
      case 0: x[column] = newValue
      case 1: y[column] = newValue
      default: z[column] = newValue
      }
    }
  }

  /// One column, mm: the step for one voxel along an axis (0, 1, 2), or the translation (3).
  ///
  /// - Parameter index: 0 to 3.
  /// - Returns: the column.
  public func column(_ index: Int) -> SIMD3<Double> {
    SIMD3(x[index], y[index], z[index])
  }

  /// Position of voxel (0, 0, 0), mm.
  public var translation: SIMD3<Double> { column(3) }

  /// Voxel edge lengths along the three axes, mm: the lengths of the columns.
  public var voxelSizes: SIMD3<Double> {
    SIMD3(column(0).length, column(1).length, column(2).length)
  }

  /// Whether all twelve numbers are finite.
  public var isFinite: Bool {
    rowMajor.allSatisfy(\.isFinite)
  }

  /// Position in space of a (fractional) voxel index, mm.
  ///
  /// - Parameter index: index along the three axes.
  /// - Returns: the position.
  public func apply(_ index: SIMD3<Double>) -> SIMD3<Double> {
    let point = SIMD4(index, 1)
    return SIMD3((x * point).sum(), (y * point).sum(), (z * point).sum())
  }

  /// This map after another: `self.apply(inner.apply(i))`.
  ///
  /// - Parameter inner: the map applied first.
  /// - Returns: the combined map.
  public func composed(with inner: NIfTIAffine) -> NIfTIAffine {
    NIfTIAffine(
      first: apply(inner.column(0)) - translation,
      second: apply(inner.column(1)) - translation,
      third: apply(inner.column(2)) - translation,
      translation: apply(inner.translation))
  }
}

extension SIMD3<Double> {
  /// Euclidean length.
  var length: Double { (self * self).sum().squareRoot() }

  /// The vector product.
  func cross(_ other: SIMD3) -> SIMD3 {
    SIMD3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
  }
}
