import MyelonImaging
import NIfTI

/// The voxels of a test image.
struct Grid {
  var size: SIMD3<Int>
  var affine: NIfTIAffine

  /// A box around a middle, its axes turned by a pose.
  init(
    spacing: SIMD3<Double>, extent: SIMD3<Double> = SIMD3(22, 22, 130), turn: Phantom.Pose = .init(),
    middle: SIMD3<Double> = SIMD3(0.13, -0.21, 0.17)
  ) {
    let count = (extent / spacing).rounded(.up)
    size = SIMD3(Int(count.x), Int(count.y), Int(count.z))
    let columns = (0..<3).map { turn.columns[$0] * spacing[$0] }
    let half = SIMD3<Double>(size &- 1) / 2
    affine = NIfTIAffine(
      first: columns[0], second: columns[1], third: columns[2],
      translation: middle - columns[0] * half.x - columns[1] * half.y - columns[2] * half.z)
  }
}
