/// What toxicities among the patients at the current dose say.
public enum IntervalVerdict: UInt8, Codable, Sendable, Hashable, CaseIterable {
  /// Go up one dose.
  case escalate
  /// Stay at the dose.
  case stay
  /// Go down one dose.
  case deEscalate
  /// Go down one dose and never come back.
  case eliminate

  /// The letters of decision tables: E, S, D, and DE for going down and eliminating.
  public var letters: String {
    switch self {
    case .escalate: "E"
    case .stay: "S"
    case .deEscalate: "D"
    case .eliminate: "DE"
    }
  }
}
