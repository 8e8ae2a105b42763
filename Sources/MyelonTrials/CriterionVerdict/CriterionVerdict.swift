/// What a criterion says of a person.
public enum CriterionVerdict: Sendable, Hashable {
  /// The criterion holds.
  case met
  /// It does not hold; the reason names the smallest part that fails and what was found.
  case notMet(reason: String)
  /// What is known does not decide it; the reason names what is not known.
  case unknown(reason: String)

  /// The verdict without its reason.
  public var truth: CriterionTruth {
    switch self {
    case .met: .met
    case .notMet: .notMet
    case .unknown: .unknown
    }
  }

  /// The reason; `nil` when the criterion is met.
  public var reason: String? {
    switch self {
    case .met: nil
    case .notMet(let reason), .unknown(let reason): reason
    }
  }
}
