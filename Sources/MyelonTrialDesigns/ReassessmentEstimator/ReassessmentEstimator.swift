/// Which estimate of the rates the continual reassessment method decides by.
public enum ReassessmentEstimator: String, Codable, Sendable, Hashable, CaseIterable {
  /// The rates at the posterior mean of β, as in the R package dfcrm.
  case plugIn
  /// The posterior means of the rates, as in most Bayesian software.
  case posteriorMean
}
