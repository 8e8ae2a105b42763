/// True, false or not known: Kleene's strong logic of three values (Introduction to Metamathematics 1952, § 64).
///
/// `and` is the lesser and `or` the greater of two truths in the order not met < unknown < met; `not` turns the
/// order round.
public enum CriterionTruth: Int, Sendable, Hashable, CaseIterable {
  /// False.
  case notMet = -1
  /// What is known does not decide it.
  case unknown = 0
  /// True.
  case met = 1

  /// From what is known for certain.
  init(_ isMet: Bool) { self = isMet ? .met : .notMet }

  /// The opposite; unknown stays unknown.
  public static prefix func ! (truth: CriterionTruth) -> CriterionTruth {
    switch truth {
    case .notMet: .met
    case .unknown: .unknown
    case .met: .notMet
    }
  }

  /// Both: false as soon as one is false, unknown when one is unknown and none false.
  public static func & (first: CriterionTruth, second: CriterionTruth) -> CriterionTruth {
    first.rawValue < second.rawValue ? first : second
  }

  /// At least one: true as soon as one is true, unknown when one is unknown and none true.
  public static func | (first: CriterionTruth, second: CriterionTruth) -> CriterionTruth {
    first.rawValue > second.rawValue ? first : second
  }
}
