/// What the labels of levels number.
///
/// Labels follow the Spinal Cord Toolbox: 1 is C1 in both; of segments 9 is T1 (there is a C8), of vertebrae 8 is
/// T1.
public enum LevelKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// Vertebrae: the labelled segmentation (`*_seg_labeled`), each voxel of the cord with the number of the vertebra
  /// beside it; or single labels of discs, number `k` for the disc above vertebra `k` (3 is C2/C3).
  case vertebrae
  /// Spinal segments: a labelled segmentation, or one label in the middle of each segment.
  case segments

  /// The labels that mean something.
  var range: String {
    switch self {
    case .vertebrae: "1 to 21 (C1 to L2), or 60 for the tip of the conus"
    case .segments: "1 to 30 (C1 to S5)"
    }
  }
}
