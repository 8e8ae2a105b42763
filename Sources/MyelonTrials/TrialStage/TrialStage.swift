/// A stage of a trial, in the order in which stages follow each other.
public enum TrialStage: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  /// The dose is looked for.
  case doseFinding = "dose-finding"
  /// More people are treated at the selected dose, without controls.
  case expansion
  /// Treated people are compared with controls.
  case randomised

  /// Name in sentences.
  public var title: String {
    switch self {
    case .doseFinding: "dose finding"
    case .expansion: "expansion"
    case .randomised: "randomised stage"
    }
  }

  /// Whether a stage comes before another.
  public static func < (first: TrialStage, second: TrialStage) -> Bool { first.order < second.order }

  private var order: Int {
    switch self {
    case .doseFinding: 0
    case .expansion: 1
    case .randomised: 2
    }
  }
}
