import NIfTI

/// An affine map by its columns, for loops over voxels.
///
/// The same numbers as a `NIfTIAffine`, in a form that this target's loops can take apart.
struct AffineMap: Sendable {
  let first: SIMD3<Double>
  let second: SIMD3<Double>
  let third: SIMD3<Double>
  let translation: SIMD3<Double>

  init(_ affine: NIfTIAffine) {
    first = affine.column(0)
    second = affine.column(1)
    third = affine.column(2)
    translation = affine.column(3)
  }

  /// Where a point goes.
  @inline(__always) func apply(_ point: SIMD3<Double>) -> SIMD3<Double> {
    first * point.x + second * point.y + third * point.z + translation
  }

  /// Rows without the translation: of an inverse, the normals of the voxel planes.
  var rows: [SIMD3<Double>] {
    (0..<3).map { SIMD3(first[$0], second[$0], third[$0]) }
  }
}
