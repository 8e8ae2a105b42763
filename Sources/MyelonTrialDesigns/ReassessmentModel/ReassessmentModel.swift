/// How the rate of toxicity depends on dose in the continual reassessment method.
public enum ReassessmentModel: String, Codable, Sendable, Hashable, CaseIterable {
  /// p = s^exp(β), with s the skeleton; also called empiric.
  case power
  /// logit p = a + exp(β) x, with x such that p = s at β = 0.
  case logistic
}
