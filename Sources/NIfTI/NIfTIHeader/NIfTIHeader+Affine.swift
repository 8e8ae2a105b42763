extension NIfTIHeader {
  /// Which of the standard's three methods gives the affine.
  enum AffineSource: String {
    case sform
    case qform
    case voxelSizes = "affine of pixdim"
  }

  /// The method in force: the sform where its code is positive, else the qform likewise, else `pixdim`.
  var affineSource: AffineSource {
    sformCode > 0 ? .sform : qformCode > 0 ? .qform : .voxelSizes
  }

  /// Voxel indices to mm in the file's world, by the first of the standard's methods that applies.
  ///
  /// The order is sform (method 3 of `nifti1.h`), qform (method 2), bare voxel sizes with the first voxel at
  /// the origin (method 1). nibabel differs in the last: it centres the volume and flips x.
  public var affine: NIfTIAffine {
    let raw: NIfTIAffine
    switch affineSource {
    case .sform:
      raw = sform
    case .qform:
      raw = NIfTIAffine(
        NIfTIAffine.QuaternionForm(
          vector: quaternion, sizes: voxelSizes, handedness: handedness, offset: quaternionOffset))
    case .voxelSizes:
      raw = NIfTIAffine(spacing: voxelSizes)
    }
    let scale = spatialUnit.millimetres
    return scale == 1 ? raw : NIfTIAffine(x: raw.x * scale, y: raw.y * scale, z: raw.z * scale)
  }

  /// The code given to a transform that had none: "aligned to another scan or to an atlas".
  ///
  /// Assumed because a computed volume comes from no scanner, and code 0 would make readers ignore it.
  static let alignedCode = 2

  /// Describes another grid: dimensions, voxel sizes, sform and, where the axes are not sheared, qform.
  ///
  /// Lengths are in mm afterwards. Both transforms get the code of the one that was in force.
  ///
  /// - Parameters:
  ///   - dimensions: voxels along x, y, z and, optionally, time points.
  ///   - affine: voxel indices to mm.
  public mutating func setGeometry(dimensions: [Int], affine: NIfTIAffine) {
    let code = sformCode > 0 ? sformCode : qformCode > 0 ? qformCode : Self.alignedCode
    self.dimensions = dimensions
    spatialUnit = .millimetres
    sform = affine
    sformCode = code
    voxelSizes = affine.voxelSizes
    if let form = affine.quaternionForm {
      qformCode = code
      quaternion = form.vector
      handedness = form.handedness
      quaternionOffset = form.offset
    } else {
      qformCode = 0
      quaternion = .zero
      handedness = 1
      quaternionOffset = .zero
    }
  }
}
