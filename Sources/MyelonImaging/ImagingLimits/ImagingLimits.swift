/// How large and how fine an image may be.
public struct ImagingLimits: Sendable, Hashable {
  /// Most bytes that one image may take, unpacked and as `Float`.
  ///
  /// The default of 512 MiB is assumed because it holds a whole-body series of 0.5 mm voxels and three of them fit
  /// an ordinary computer.
  public var maximumBytes: Int
  /// Edges that a voxel may have, mm.
  ///
  /// Assumed because no scanner that images a cord is finer than 0.01 mm, and a voxel of 20 mm holds a whole
  /// section; anything else is a wrong unit.
  public var voxelEdges: ClosedRange<Double>
  /// Most voxels in the box around a mask.
  ///
  /// The default of 64 million is 200 times a human cord at 0.5 mm.
  public var maximumBoxVoxels: Int

  /// Makes limits.
  ///
  /// - Parameters:
  ///   - maximumBytes: most bytes of one image.
  ///   - voxelEdges: edges that a voxel may have, mm.
  ///   - maximumBoxVoxels: most voxels in the box around a mask.
  public init(
    maximumBytes: Int = 512 << 20, voxelEdges: ClosedRange<Double> = 0.01...20,
    maximumBoxVoxels: Int = 64_000_000
  ) {
    self.maximumBytes = maximumBytes
    self.voxelEdges = voxelEdges
    self.maximumBoxVoxels = maximumBoxVoxels
  }

  /// 512 MiB an image, edges of 0.01 to 20 mm.
  public static let standard = ImagingLimits()
}
