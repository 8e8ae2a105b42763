/// A volume, or a series of volumes over time, with its place in space.
///
/// Voxels are in the file's order, x fastest: `index = ((t * nz + z) * ny + y) * nx + x`. Values are scaled
/// (`scl_slope`, `scl_inter`); those that are infinite or not a number are kept as they are, see
/// `firstNonFinite` and `requireFinite()`.
public struct NIfTIVolume: Sendable, Hashable {
  /// Voxels along x, y, z and, for a series, time points: three or four numbers.
  public var dimensions: [Int]
  /// The values, x fastest.
  public var voxels: [Float]
  /// Voxel indices to mm; world axes run to the patient's right, front and head.
  public var affine: NIfTIAffine
  /// What else the file said, or shall say: description, intent, time step and unit, codes.
  ///
  /// On writing, `dimensions` and `affine` of the volume take the place of the header's.
  public var header: NIfTIHeader

  /// Makes a volume.
  ///
  /// - Parameters:
  ///   - dimensions: voxels along x, y, z and, for a series, time points; all at least 1.
  ///   - voxels: as many values as the product of the dimensions, x fastest.
  ///   - affine: voxel indices to mm.
  ///   - header: what else the file shall say; by default nothing.
  public init(dimensions: [Int], voxels: [Float], affine: NIfTIAffine, header: NIfTIHeader? = nil) {
    precondition(
      (3...4).contains(dimensions.count) && dimensions.allSatisfy { $0 > 0 },
      "A volume needs three or four positive dimensions: \(dimensions)")
    precondition(
      dimensions.reduce(1, *) == voxels.count,
      "Dimensions \(dimensions) need \(dimensions.reduce(1, *)) voxels: \(voxels.count)")
    self.dimensions = dimensions
    self.voxels = voxels
    self.affine = affine
    self.header = header ?? NIfTIHeader(dimensions: dimensions, affine: affine)
  }

  /// Number of time points; 1 for a volume of three axes.
  public var timePointCount: Int { dimensions.count > 3 ? dimensions[3] : 1 }

  /// Flat index of voxel (x, y, z) at time point t.
  ///
  /// - Parameters:
  ///   - x: index along the first axis.
  ///   - y: index along the second axis.
  ///   - z: index along the third axis.
  ///   - t: time point.
  /// - Returns: the place in `voxels`.
  public func index(_ x: Int, _ y: Int, _ z: Int, _ t: Int = 0) -> Int {
    ((t * dimensions[2] + z) * dimensions[1] + y) * dimensions[0] + x
  }
}
