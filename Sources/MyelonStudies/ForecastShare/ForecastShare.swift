import MyelonStatistics

/// A probability as the weighted share of members that something is true of, and how well the ensemble knows it.
public struct ForecastShare: Sendable, Hashable, Codable {
  /// The share with its Monte Carlo interval (Wilson's, at the effective size; see `ProportionInterval.weighted`); nil when
  /// it is known of no member.
  ///
  /// The interval says how far the share would move with other draws of members. It does not say how far the model is
  /// from the patient.
  public let estimate: Estimate?
  /// How many members it rests on.
  public let coverage: MemberCoverage
}
