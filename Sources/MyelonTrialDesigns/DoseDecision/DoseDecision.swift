/// A decision on dose and the rule behind it.
public struct DoseDecision: Codable, Sendable, Hashable {
  /// What to do.
  public var action: DoseAction
  /// Why.
  public var rule: DoseRule
  /// Lowest eliminated dose; nil if none is.
  public var eliminatedFrom: Int?

  /// Makes a decision.
  ///
  /// - Parameters:
  ///   - action: what to do.
  ///   - rule: why.
  ///   - eliminatedFrom: lowest eliminated dose.
  public init(_ action: DoseAction, _ rule: DoseRule, eliminatedFrom: Int? = nil) {
    self.action = action
    self.rule = rule
    self.eliminatedFrom = eliminatedFrom
  }
}
