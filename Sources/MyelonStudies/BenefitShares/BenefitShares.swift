import MyelonStatistics

/// The shares of members that are better and worse off by a margin.
struct BenefitShares {
  let better: Estimate?
  let worse: Estimate?

  /// Counts members.
  ///
  /// - Parameters:
  ///   - benefits: one a member, NaN where it is missing.
  ///   - margin: the margin, positive.
  ///   - table: the members' weights.
  ///   - confidence: confidence of the intervals.
  /// - Throws: `ForecastError.statistics` never, as weights are checked.
  init(_ benefits: [Double], margin: Double, table: ForecastTable, confidence: Double) throws(ForecastError) {
    better = try table.share(
      benefits.map { $0.isNaN ? nil : $0 >= margin }, confidence: confidence
    ).estimate
    worse = try table.share(
      benefits.map { $0.isNaN ? nil : $0 <= -margin }, confidence: confidence
    ).estimate
  }
}
