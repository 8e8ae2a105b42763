/// What a monitoring rule says about going on, and why.
public struct MonitoringAdvice: Sendable, Hashable, Codable {
  /// What to do.
  public enum Action: String, Sendable, Hashable, Codable, CaseIterable {
    /// No rule has fired.
    case goOn
    /// The bound for success is crossed.
    case stopForSuccess
    /// Success has become too unlikely.
    case stopForFutility
    /// A bound on the side of harm or toxicity is crossed.
    case stopForHarm
    /// The trial is complete and has shown success no earlier than at its end.
    case endWithSuccess
    /// The trial is complete without success.
    case endWithoutSuccess
  }

  /// What to do.
  public let action: Action
  /// The rule that fired, with the numbers it compared, as a sentence.
  public let reason: String

  /// Makes an advice.
  ///
  /// - Parameters:
  ///   - action: what to do.
  ///   - reason: the rule that fired.
  public init(_ action: Action, reason: String) {
    self.action = action
    self.reason = reason
  }
}
