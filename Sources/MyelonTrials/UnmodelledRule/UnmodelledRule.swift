/// A rule of eligibility that patients are judged by and virtual people are not, such as an active infection.
public struct UnmodelledRule: Sendable, Hashable, Codable {
  /// Whether it has to be met (`inclusion`) or must not be (`exclusion`).
  public let list: String
  /// The rule in words.
  public let text: String
  /// Why there is such a rule; nil if the file does not say.
  public let because: String?

  /// Describes a rule.
  ///
  /// - Parameters:
  ///   - list: where it stands.
  ///   - text: the rule in words.
  ///   - because: why there is such a rule.
  public init(list: EligibilityPosition.List, text: String, because: String? = nil) {
    self.list = list.rawValue
    self.text = text
    self.because = because
  }
}
