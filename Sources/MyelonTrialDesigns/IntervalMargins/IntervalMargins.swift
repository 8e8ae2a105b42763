import MyelonStatistics

/// Intervals around a target under a uniform prior.
enum IntervalMargins {
  /// Findings if margins are not positive or reach beyond 0 or 1.
  static func findings(_ target: Double, _ lower: Double, _ upper: Double) -> [TrialDesignError] {
    var findings: [TrialDesignError] = []
    if !(lower > 0 && target - lower >= 0) {
      findings.append(
        .outOfRange(cell: "lowerMargin", allowed: "above 0 and at most the target", found: lower))
    }
    if !(upper > 0 && target + upper <= 1) {
      findings.append(
        .outOfRange(cell: "upperMargin", allowed: "above 0 and at most 1 less the target", found: upper))
    }
    return findings
  }

  /// Posterior probability of an interval for Beta(1 + y, 1 + n - y).
  static func mass(_ y: Double, _ n: Double, _ from: Double, _ to: Double) -> Double {
    IncompleteBeta.regularised(y + 1, n - y + 1, to) - IncompleteBeta.regularised(y + 1, n - y + 1, from)
  }
}
