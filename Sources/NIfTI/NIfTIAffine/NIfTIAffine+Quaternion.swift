extension NIfTIAffine {
  /// A rotation, voxel sizes, handedness and offset: the header's `qform`.
  struct QuaternionForm: Sendable, Hashable {
    /// `quatern_b`, `quatern_c`, `quatern_d`.
    var vector: SIMD3<Double>
    /// `pixdim[1...3]`.
    var sizes: SIMD3<Double>
    /// `qfac`: -1 where the third axis is flipped, else 1.
    var handedness: Double
    /// `qoffset_x`, `qoffset_y`, `qoffset_z`.
    var offset: SIMD3<Double>
  }

  /// Makes the affine of a quaternion form (method 2 of `nifti1.h`).
  ///
  /// The first part `a` of the quaternion follows from its unit length. Where rounding makes the stored three
  /// longer than 1 they are scaled back, as the reference code `nifti_quatern_to_mat44` does.
  init(_ form: QuaternionForm) {
    var q = form.vector
    let rest = 1 - (q * q).sum()
    var a = 0.0
    if rest < 1e-7 {
      let length = q.length
      if length > 0 { q /= length }
    } else {
      a = rest.squareRoot()
    }
    let (b, c, d) = (q.x, q.y, q.z)
    let first = SIMD3(a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c))
    let second = SIMD3(2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b))
    let third = SIMD3(2 * (b * d + a * c), 2 * (c * d - a * b), a * a + d * d - b * b - c * c)
    self.init(
      first: first * form.sizes.x, second: second * form.sizes.y,
      third: third * (form.sizes.z * form.handedness), translation: form.offset)
  }

  /// Largest cosine between two voxel axes that counts as a right angle.
  ///
  /// Assumed because entries stored as Float32 carry relative errors of 6e-8, a few of which add up.
  static let largestShear = 1e-6

  /// The quaternion form, `nil` where the axes are sheared (or the affine singular) and there is none.
  var quaternionForm: QuaternionForm? {
    guard !isSingular else { return nil }
    let sizes = voxelSizes
    let handedness: Double = determinant < 0 ? -1 : 1
    let i = column(0) / sizes.x
    let j = column(1) / sizes.y
    let k = column(2) / (sizes.z * handedness)
    let cosines = [(i * j).sum(), (j * k).sum(), (k * i).sum()]
    guard cosines.allSatisfy({ abs($0) <= Self.largestShear }) else { return nil }
    return QuaternionForm(
      vector: Self.quaternionVector(i, j, k), sizes: sizes, handedness: handedness, offset: translation)
  }

  /// `(b, c, d)` of the rotation with columns i, j, k, with `a >= 0`.
  ///
  /// The largest of the four parts is computed from the diagonal and the others from it, so that nothing is
  /// divided by a number near zero (Shepperd, J Guidance Control 1:223, 1978).
  private static func quaternionVector(
    _ i: SIMD3<Double>, _ j: SIMD3<Double>, _ k: SIMD3<Double>
  ) -> SIMD3<Double> {
    let squares = [
      1 + i.x + j.y + k.z, 1 + i.x - j.y - k.z, 1 - i.x + j.y - k.z, 1 - i.x - j.y + k.z,
    ]
    let largest = squares.indices.max { squares[$0] < squares[$1] } ?? 0
    let twice = max(squares[largest], 0).squareRoot()
    let scale = 0.5 / twice
    let parts: (a: Double, vector: SIMD3<Double>) =
      switch largest {
      case 0: (twice / 2, SIMD3(j.z - k.y, k.x - i.z, i.y - j.x) * scale)
      case 1: ((j.z - k.y) * scale, SIMD3(twice / 2, (j.x + i.y) * scale, (k.x + i.z) * scale))
      case 2: ((k.x - i.z) * scale, SIMD3((j.x + i.y) * scale, twice / 2, (k.y + j.z) * scale))
      default: ((i.y - j.x) * scale, SIMD3((k.x + i.z) * scale, (k.y + j.z) * scale, twice / 2))
      }
    return parts.a < 0 ? -parts.vector : parts.vector
  }
}
