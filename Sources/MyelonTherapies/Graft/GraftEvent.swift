/// Something that happened to a transplant and counts as a finding.
public struct GraftEvent: Sendable, Hashable, Codable {
  /// The kinds of event.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A clone passed the volume of a tumour.
    case tumour
    /// The adaptive response has killed more than half of the placed cells.
    case rejection
    /// The graft fills more than was placed and more than the space without living tissue.
    case overgrowth
  }

  /// What happened.
  public let kind: Kind
  /// Name of the transplant.
  public let transplant: String
  /// When, hours after injury.
  public let hours: Double
}
