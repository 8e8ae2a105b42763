/// The finding of the anorectal examination: present, absent or not testable.
public enum Observation: String, CaseIterable, Sendable, Hashable, Codable, CustomStringConvertible {
  case no = "No"
  case yes = "Yes"
  case notTestable = "NT"

  /// The finding as written on the worksheet: "Yes", "No" or "NT".
  public var description: String { rawValue }

  /// Whether the finding can be absent.
  @inlinable public var canBeAbsent: Bool { self != .yes }

  /// Whether the finding can be present.
  @inlinable public var canBePresent: Bool { self != .no }
}
