import MyelonAnatomy

/// What of each tract, each part of the grey matter and each segment a lesion has taken.
public struct DamageTable: Sendable, Hashable, Codable {
  /// One tract of one side.
  public struct TractRow: Sendable, Hashable, Codable {
    /// The tract.
    public let tract: Tract
    /// Its side in the cord.
    public let side: Side
    /// Share of its fibres that meet the lesion anywhere, 0 to 1; nil where the window's middle has no such tract.
    ///
    /// Sum over the tract's bundles of their share of its axons times the largest damage of a voxel on their way.
    public let interrupted: Double?
    /// Largest damaged share of its area in one slice, 0 to 1.
    public let worstSection: Double
    /// Where that is, mm from the rostral end of C1.
    public let worstZ: Double
    /// Damaged share of its volume between the ends of the lesion, 0 to 1.
    public let overLesion: Double
  }

  /// One segment.
  public struct SegmentRow: Sendable, Hashable, Codable {
    /// Name.
    public let segment: String
    /// Damaged share of its volume.
    public let cord: Double
    /// Damaged share of its white matter.
    public let white: Double
    /// Damaged share of its grey matter.
    public let grey: Double
    /// Damaged share of its left ventral horn.
    public let leftVentralHorn: Double
    /// Damaged share of its right ventral horn.
    public let rightVentralHorn: Double
    /// Damaged share of its left dorsal horn.
    public let leftDorsalHorn: Double
    /// Damaged share of its right dorsal horn.
    public let rightDorsalHorn: Double
  }

  /// Tracts that the window holds, right and left in turn.
  public let tracts: [TractRow]
  /// Segments of the window, rostral first.
  public let segments: [SegmentRow]
}
