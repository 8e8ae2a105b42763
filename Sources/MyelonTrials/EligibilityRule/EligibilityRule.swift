/// A criterion of a trial, and why the trial has it.
public struct EligibilityRule: Sendable, Hashable {
  /// What is asked.
  public let criterion: Criterion
  /// The reason for the rule in the protocol's words; printed with every failure.
  public let because: String?

  /// A rule.
  ///
  /// - Parameters:
  ///   - criterion: what is asked.
  ///   - because: the reason for the rule.
  public init(_ criterion: Criterion, because: String? = nil) {
    self.criterion = criterion
    self.because = because
  }

  /// Reads a rule.
  ///
  /// - Parameters:
  ///   - text: the criterion.
  ///   - because: the reason for the rule.
  ///   - vocabulary: the fields that the criterion may ask for.
  /// - Throws: `CriterionError` for the first fault of the text.
  public init(
    _ text: String, because: String? = nil, vocabulary: CriterionVocabulary
  ) throws(CriterionError) {
    self.init(try Criterion(text, vocabulary: vocabulary), because: because)
  }
}
