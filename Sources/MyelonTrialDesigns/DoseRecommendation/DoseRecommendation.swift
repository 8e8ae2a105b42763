/// A decision on dose with its reason as a sentence.
public struct DoseRecommendation: Codable, Sendable, Hashable, CustomStringConvertible {
  /// What to do, which rule says so and which doses are eliminated.
  public var decision: DoseDecision
  /// The reason: what was seen, against what it was held, what follows.
  public var reason: String

  /// Makes a recommendation.
  ///
  /// - Parameters:
  ///   - decision: what to do and by which rule.
  ///   - reason: the reason as a sentence.
  public init(decision: DoseDecision, reason: String) {
    self.decision = decision
    self.reason = reason
  }

  /// The action in one line, followed by the reason.
  public var description: String {
    let action =
      switch decision.action {
      case .treat(let dose): "Treat the next patients at dose \(dose)."
      case .wait: "Treat nobody yet."
      case .stop(let dose?): "End the trial and select dose \(dose)."
      case .stop(nil): "End the trial and select no dose."
      }
    return action + " " + reason
  }
}
