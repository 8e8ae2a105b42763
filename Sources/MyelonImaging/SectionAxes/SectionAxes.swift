import NIfTI

/// A plane across the cord: its middle and three unit vectors, in the image's world (right, anterior, superior; mm).
public struct SectionAxes: Sendable, Hashable {
  /// Point of the centreline.
  public let origin: SIMD3<Double>
  /// Towards the patient's left, in the plane.
  public let left: SIMD3<Double>
  /// Towards the patient's back, in the plane.
  public let dorsal: SIMD3<Double>
  /// Along the cord, towards the feet: the plane's normal.
  public let caudal: SIMD3<Double>

  /// The plane across a direction.
  ///
  /// The left axis is the world's left projected on the plane, so that a cord curved in the sagittal plane keeps
  /// it; the dorsal axis is square to it and to the cord.
  ///
  /// - Parameters:
  ///   - origin: point of the centreline, mm.
  ///   - caudal: direction of the cord, of any length, not along the world's left.
  init(origin: SIMD3<Double>, caudal: SIMD3<Double>) {
    self.origin = origin
    let caudal = caudal / caudal.length
    let worldLeft = SIMD3<Double>(-1, 0, 0)
    let projected = worldLeft - (worldLeft * caudal).sum() * caudal
    left = projected / max(projected.length, 1e-12)
    dorsal = left.cross(caudal)
    self.caudal = caudal
  }

  /// Place in space of a point of the plane.
  ///
  /// - Parameters:
  ///   - a: mm from the origin to the left.
  ///   - b: mm from the origin to the back.
  /// - Returns: the place, mm.
  public func point(left a: Double, dorsal b: Double) -> SIMD3<Double> {
    origin + a * left + b * dorsal
  }

  /// Left, dorsal and caudal offset of a place from the origin, mm.
  public func offset(of point: SIMD3<Double>) -> SIMD3<Double> {
    let relative = point - origin
    return SIMD3((relative * left).sum(), (relative * dorsal).sum(), (relative * caudal).sum())
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

extension NIfTIAffine {
  /// Volume of a voxel, mm3.
  var voxelVolume: Double { abs((column(0) * column(1).cross(column(2))).sum()) }
}
