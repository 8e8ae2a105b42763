/// A rule of eligibility as it stands in a protocol file, before it is understood.
public struct ProtocolRule: Sendable, Hashable, Codable {
  /// The rule, such as `age between 18 and 65`.
  public let text: String
  /// Why there is such a rule; nil if the file does not say.
  public let because: String?
  /// Line of the file, from 1.
  public let line: Int
  /// Column of the first character of the rule, from 1.
  public let column: Int

  /// Describes a rule.
  ///
  /// - Parameters:
  ///   - text: the rule.
  ///   - because: why there is such a rule.
  ///   - line: line of the file, from 1.
  ///   - column: column of its first character, from 1.
  public init(text: String, because: String? = nil, line: Int = 1, column: Int = 1) {
    self.text = text
    self.because = because
    self.line = line
    self.column = column
  }
}
