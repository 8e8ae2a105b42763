import MyelonFields
import MyelonStatistics

/// How often one arm does better than another by a margin, on the same members.
///
/// Every member lives in both arms with the same seed, so that differences are its own: the spread between members, and
/// what chance the arms share, cancel.
public struct ForecastComparison: Sendable, Hashable, Codable {
  /// The arm that is judged.
  public let arm: String
  /// The arm that it is set against.
  public let against: String
  /// What was measured.
  public let outcome: String
  /// Unit of outcome, margin and benefit.
  public let unit: String
  /// Whether more of the outcome is better.
  public let isMoreBetter: Bool
  /// Day of the visit.
  public let day: Double
  /// Margin by which an arm must differ.
  public let margin: Double
  /// Members that have the outcome in both arms.
  public let coverage: MemberCoverage
  /// Probability that the arm is better by at least the margin, with its Monte Carlo interval; nil when no member has
  /// the outcome in both arms.
  public let better: Estimate?
  /// Probability that it is worse by at least the margin.
  public let worse: Estimate?
  /// Mean benefit, the difference counted positive where the arm does better, with the percentile interval of a bootstrap
  /// over members; nil for fewer than two members.
  public let benefit: Estimate?
  /// Quantiles of the benefit at `Forecast.probabilities`; empty when no member has both.
  public let quantiles: [Double]

  /// Probability of a difference smaller than the margin; nil when no member has the outcome in both arms.
  public var similar: Double? {
    guard let better, let worse else { return nil }
    return max(0, 1 - better.value - worse.value)
  }
}

extension ForecastComparison {
  /// What is compared with what.
  struct Pair: Sendable, Hashable {
    let arm: String
    let against: String
  }

  /// Compares two arms; nil where one of them lacks the outcome.
  init?(
    _ pair: Pair, outcome: StudyOutcome, day: Double, margin: ForecastMargin, table: ForecastTable,
    settings: ForecastSettings, executor: SlabExecutor
  ) throws(ForecastError) {
    guard let first = table.column(arm: pair.arm, day: day, name: margin.outcome),
      let second = table.column(arm: pair.against, day: day, name: margin.outcome)
    else { return nil }
    arm = pair.arm
    against = pair.against
    self.outcome = margin.outcome
    unit = outcome.unit
    isMoreBetter = ForecastMargin.isMoreBetter(margin.outcome)
    self.day = day
    self.margin = margin.value
    let sign = isMoreBetter ? 1.0 : -1.0
    let benefits = zip(first, second).map { sign * ($0 - $1) }
    coverage = MemberCoverage(known: benefits.map { !$0.isNaN }, weights: table.weights)
    let sample = try table.sample(benefits)
    quantiles = sample.map(Forecast.quantiles) ?? []
    let shares = try BenefitShares(
      benefits, margin: margin.value, table: table, confidence: settings.confidence)
    better = shares.better
    worse = shares.worse
    guard let sample, sample.values.count >= 2 else {
      benefit = nil
      return
    }
    benefit = try ForecastTable.checked { () throws(StatisticsError) in
      let bootstrap = try Bootstrap(
        replicates: settings.replicates, confidence: settings.confidence, seed: table.description.seed)
      // The benefits are signed already, so they are compared with nothing.
      return try PairedComparison(
        sample.values, against: [Double](repeating: 0, count: sample.values.count), weights: sample.weights,
        margin: margin.value, bootstrap: bootstrap, executor: executor
      ).meanDifference
    }
  }
}
