/// The side of a one-sided injury.
public enum InjurySide: String, Sendable, Hashable, Codable, CaseIterable {
  /// The left half.
  case left
  /// The right half.
  case right
}
