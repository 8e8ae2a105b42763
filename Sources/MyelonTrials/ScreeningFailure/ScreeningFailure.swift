/// A rule that keeps a person out of a trial, or that could not be verified.
public struct ScreeningFailure: Sendable, Hashable {
  /// How the rule fails.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// An inclusion is not met.
    case inclusion
    /// An exclusion is met.
    case exclusion
    /// What is known does not decide the rule.
    case notKnown = "not known"
  }

  /// Which rule.
  public let position: EligibilityPosition
  /// The rule's text as written.
  public let rule: String
  /// How it fails.
  public let kind: Kind
  /// One sentence without a full stop: the smallest part that fails, and what was found.
  public let reason: String
  /// Why the trial has the rule.
  public let because: String?
}

extension ScreeningFailure: CustomStringConvertible {
  /// The rule's place, the reason, and why the trial has the rule.
  public var description: String {
    "\(position): \(reason)" + (because.map { " (rule because: \($0))" } ?? "")
  }
}
