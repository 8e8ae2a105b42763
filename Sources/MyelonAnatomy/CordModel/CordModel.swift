import MyelonFields

/// A voxelised window of a cord: what lies in each voxel, and the fibre bundles that run through it.
///
/// Every array but `segmentOfSlice` has one entry a voxel of `grid`, x fastest. The grid is symmetric about
/// x = 0 with an even number of columns, so no voxel straddles the midline; a parametric model is exactly
/// mirror-symmetric.
public struct CordModel: Sendable {
  /// The species.
  public let species: Species
  /// Names of the species' segments, by segment index.
  public let segmentNames: [String]
  /// The voxels, in cord coordinates.
  public let grid: VoxelGrid
  /// Part of each voxel that lies inside the cord, 0 to 1.
  public var cordFraction: [Float]
  /// Part of each voxel's cord that is grey matter, 0 to 1; 0 outside.
  public var greyFraction: [Float]
  /// Dominant region of each voxel (`RegionCode.rawValue`), 255 outside.
  ///
  /// A voxel whose cord part is at least half grey takes its largest horn, any other its largest tract.
  public var regionCode: [UInt8]
  /// Dominant tract of each voxel's white matter (`RegionCode.rawValue`), 255 where there is none.
  ///
  /// Differs from `regionCode` in voxels that are mostly grey: their white part still belongs to a tract.
  public var tractCode: [UInt8]
  /// Segment index of each slice.
  public var segmentOfSlice: [Int]
  /// The fibre bundles of the window.
  public var bundles: FibreBundles

  /// Largest number of voxels that a model may hold, 200 million (about 2 GB).
  public static let voxelLimit = 200_000_000

  init(
    species: Species, segmentNames: [String], grid: VoxelGrid, cordFraction: [Float],
    greyFraction: [Float], regionCode: [UInt8], tractCode: [UInt8], segmentOfSlice: [Int],
    bundles: FibreBundles
  ) {
    self.species = species
    self.segmentNames = segmentNames
    self.grid = grid
    self.cordFraction = cordFraction
    self.greyFraction = greyFraction
    self.regionCode = regionCode
    self.tractCode = tractCode
    self.segmentOfSlice = segmentOfSlice
    self.bundles = bundles
  }

  /// Part of a voxel that is white matter, 0 to 1.
  @inlinable public func whiteFraction(_ voxel: Int) -> Float {
    cordFraction[voxel] * (1 - greyFraction[voxel])
  }

  /// Centre of slice `k`, mm from the rostral end of C1.
  @inlinable public func position(ofSlice k: Int) -> Double {
    grid.origin.z + grid.spacing.z * Double(k)
  }

  /// Slice that holds position `z`, held at the ends of the window.
  public func slice(atZ z: Double) -> Int {
    let k = ((z - grid.origin.z) / grid.spacing.z).rounded()
    return min(max(Int(k), 0), grid.nz - 1)
  }
}
