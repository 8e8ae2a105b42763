/// One coefficient of a regression with its test against zero.
public struct Coefficient: Sendable, Hashable, Codable {
  /// Name of its column.
  public let name: String
  /// Estimate, standard error and confidence interval.
  public let estimate: Estimate
  /// Estimate over standard error: t for least squares, z for likelihoods.
  public let statistic: Double
  /// Two-sided p-value of the statistic.
  public let pValue: Double
}
