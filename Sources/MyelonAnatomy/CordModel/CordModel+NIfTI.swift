import MyelonFields
import NIfTI

extension CordModel {
  /// Affine from voxel indices to world mm (right, front, head).
  ///
  /// Cord x runs to the left, y to the back and z to the feet, so every axis changes its sign. The world's
  /// origin is the middle of the cord at the rostral end of C1.
  public static func affine(of grid: VoxelGrid) -> NIfTIAffine {
    NIfTIAffine(
      x: SIMD4(-grid.spacing.x, 0, 0, -grid.origin.x), y: SIMD4(0, -grid.spacing.y, 0, -grid.origin.y),
      z: SIMD4(0, 0, -grid.spacing.z, -grid.origin.z))
  }

  /// The dominant regions as a volume of labels: 0 outside, else `RegionCode.rawValue` + 1.
  ///
  /// All values fit a byte; `RegionCode.legend` names them.
  public func labelVolume() -> NIfTIVolume {
    volume(regionCode.map { $0 == RegionCode.outside.rawValue ? 0 : Float($0) + 1 })
  }

  /// The part of each voxel inside the cord, 0 to 1.
  public func cordVolume() -> NIfTIVolume { volume(cordFraction) }

  /// The part of each voxel that is grey matter, 0 to 1.
  public func greyVolume() -> NIfTIVolume {
    volume(zip(cordFraction, greyFraction).map { $0 * $1 })
  }

  /// Any field over the grid as a volume, such as one that a simulation made; x fastest.
  public func volume(_ values: [Float]) -> NIfTIVolume {
    precondition(values.count == grid.count, "A field of \(grid.count) voxels is needed: \(values.count)")
    return NIfTIVolume(
      dimensions: [grid.nx, grid.ny, grid.nz], voxels: values, affine: Self.affine(of: grid))
  }
}

extension RegionCode {
  /// Label and name of every region in a volume of labels; 0 is outside.
  public static var legend: [(label: Int, name: String)] {
    [(0, "outside")]
      + (0..<UInt8(2 * regionCount)).map { (Int($0) + 1, RegionCode(rawValue: $0).description) }
  }
}
