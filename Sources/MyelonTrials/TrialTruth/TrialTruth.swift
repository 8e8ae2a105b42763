/// What is true in simulated trials.
public enum TrialTruth: String, Sendable, Hashable, Codable, CaseIterable {
  /// The therapy does what the model says.
  case modelled
  /// The therapy does nothing: treated people live their untreated lives. Its harms stay.
  case null

  /// Name in tables.
  public var title: String {
    switch self {
    case .modelled: "therapy as modelled"
    case .null: "null therapy"
    }
  }
}
