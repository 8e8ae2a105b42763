/// How the segments that a tract serves are laid out across its section.
public enum SomatotopicOrder: String, Codable, Sendable {
  /// Sacral fibres lie next to the midline, rostral ones lateral.
  case sacralMedial
  /// Sacral fibres lie at the surface of the cord, rostral ones deep.
  case sacralSuperficial
  /// Every part of the tract holds fibres of all segments.
  case carriesAllLevels
}
