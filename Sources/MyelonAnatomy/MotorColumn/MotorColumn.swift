/// A column of motoneurons in the ventral horn.
///
/// Axial muscles lie medial, proximal ones ventrolateral, distal ones dorsolateral (Elliott 1942 Am J Anat 70:95;
/// Routal & Pal 1999 J Anat 195:93, 11 columns).
public enum MotorColumn: String, Codable, Sendable, CaseIterable {
  /// Trunk and neck.
  case medial
  /// Diaphragm, between the medial and lateral columns.
  case central
  /// Shoulder, hip and upper limb segments.
  case ventrolateral
  /// Forearm, hand, leg and foot.
  case dorsolateral
  /// Sphincters: the nucleus of Onuf, ventral.
  case ventral

  /// Offset from the centroid of the ventral horn, in its spreads; assumed because the sources give drawings
  /// and no coordinates.
  public var offset: (lateral: Double, dorsal: Double) {
    switch self {
    case .medial: (-0.8, -0.5)
    case .central: (-0.2, 0)
    case .ventrolateral: (0.4, -0.6)
    case .dorsolateral: (0.7, 0.5)
    case .ventral: (0, -0.9)
    }
  }
}
