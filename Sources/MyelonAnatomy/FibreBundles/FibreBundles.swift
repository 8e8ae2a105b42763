/// The fibre bundles of a window, as parallel arrays with one entry a bundle.
///
/// A bundle keeps a normalised position (u, v) through all slices, so it follows its tract as the cord widens
/// and narrows; where tract borders move across it, it takes the nearest voxel of its tract. The first half of
/// the bundles lies on the right, the second half on the left; in a parametric model bundle `count / 2 + i`
/// mirrors bundle `i`. Bundles are made in the middle slice of the window: a tract that does not exist there
/// has none.
public struct FibreBundles: Sendable {
  /// Number of bundles.
  public let count: Int
  /// Number of segments of the cord, to turn `somatotopy` into a segment.
  public let segmentCount: Int
  /// Number of slices of the window.
  public let sliceCount: Int
  /// Tract of each bundle.
  public let tract: [Tract]
  /// Side of each bundle in the cord (not of the body it serves: spinothalamic fibres have crossed).
  public let side: [Side]
  /// Lateral position, half lateral diameters, left positive.
  public let u: [Float]
  /// Dorsal position, half anteroposterior diameters.
  public let v: [Float]
  /// Share of the axons of the bundle's tract and side; the shares of a tract and side add up to 1.
  ///
  /// Shares are shares of area, assumed because axon density within a tract is taken as even.
  public let axonShare: [Float]
  /// Mean axon diameter, um, from `AxonCensus`.
  public let meanDiameter: [Float]
  /// Segment that the bundle's fibres serve: 0 for the first segment of the cord, 1 for the last; NaN where
  /// `carriesAllLevels`.
  ///
  /// The value times (segments - 1) is a segment index. Bundles of an ordered tract cover the segments from the
  /// window's middle to the caudal end of the cord, because fibres from further rostral have not yet joined.
  public let somatotopy: [Float]
  /// Flat voxel index of each bundle in each slice, bundle-major: entry `bundle * sliceCount + slice`.
  ///
  /// The voxel has white matter; it is of the bundle's tract and side wherever the slice has such a voxel.
  public let voxel: [Int32]

  init(seeds: BundleSeeds, voxel: [Int32], sliceCount: Int) {
    count = seeds.tract.count
    segmentCount = seeds.segmentCount
    self.sliceCount = sliceCount
    tract = seeds.tract
    side = seeds.side
    u = seeds.u
    v = seeds.v
    axonShare = seeds.share
    meanDiameter = seeds.meanDiameter
    somatotopy = seeds.somatotopy
    self.voxel = voxel
  }

  /// Whether a bundle holds fibres of all segments, so that its `somatotopy` is NaN.
  @inlinable public func carriesAllLevels(_ bundle: Int) -> Bool { somatotopy[bundle].isNaN }

  /// Flat voxel index of a bundle in a slice.
  @inlinable public func voxel(of bundle: Int, inSlice slice: Int) -> Int {
    Int(voxel[bundle * sliceCount + slice])
  }

  /// Indices of the bundles of a tract on one side.
  public func indices(of tract: Tract, _ side: Side) -> [Int] {
    (0..<count).filter { self.tract[$0] == tract && self.side[$0] == side }
  }
}
