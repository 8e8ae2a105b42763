extension NIfTIAffine {
  /// The signed volume of one voxel, mm3; negative where the axes are left-handed.
  public var determinant: Double {
    (column(0) * column(1).cross(column(2))).sum()
  }

  /// The smallest ratio of a voxel's volume to the product of its edges that still counts as a volume.
  ///
  /// Assumed because entries stored as Float32 are off by up to 6e-8 of themselves, so a smaller ratio may
  /// be rounding alone.
  static let smallestVolumeRatio = 1e-6

  /// Whether the map squeezes the volume flat, or is not finite, so that it has no usable inverse.
  public var isSingular: Bool {
    let sizes = voxelSizes
    // Compared as a ratio of unit columns, so that very small or large voxels do not over- or underflow.
    guard isFinite, sizes.min() > 0, sizes.max().isFinite else { return true }
    let unit = NIfTIAffine(
      first: column(0) / sizes.x, second: column(1) / sizes.y, third: column(2) / sizes.z, translation: .zero)
    return !(abs(unit.determinant) > Self.smallestVolumeRatio)
  }

  /// The map from positions in space, mm, to voxel indices; `nil` where there is none.
  public var inverse: NIfTIAffine? {
    guard !isSingular else { return nil }
    let determinant = determinant
    let rows = [
      column(1).cross(column(2)) / determinant,
      column(2).cross(column(0)) / determinant,
      column(0).cross(column(1)) / determinant,
    ]
    let offset = rows.map { -($0 * translation).sum() }
    let result = NIfTIAffine(
      x: SIMD4(rows[0], offset[0]), y: SIMD4(rows[1], offset[1]), z: SIMD4(rows[2], offset[2]))
    return result.isFinite ? result : nil
  }
}
