import Foundation

/// Ordinal regression with proportional odds: logit P(category at most k) = threshold_k - x · slope.
///
/// McCullagh 1980, "Regression models for ordinal data", J. R. Stat. Soc. B 42:109. A positive slope moves people to
/// higher categories; exp(slope) is the common odds ratio of being above any cut. Maximum likelihood by Newton's method
/// with the analytic Hessian; the likelihood is concave in thresholds and slopes (Pratt 1981,
/// doi:10.1080/01621459.1981.10477621), so that halved steps always lead up.
public struct ProportionalOddsModel: Sendable, Hashable, Codable {
  /// Thresholds between the categories, ascending; one fewer than categories that occur.
  public let thresholds: [Estimate]
  /// Slopes, in the order of the columns.
  public let slopes: [Coefficient]
  /// Covariance of thresholds and slopes, in this order.
  public let covariance: DenseMatrix
  /// Logarithm of the likelihood.
  public let logLikelihood: Double
  /// Newton steps taken.
  public let iterations: Int
  /// The categories that occur, ascending; thresholds lie between these.
  public let categories: [Int]

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - categories: category of each person; the order of the numbers is that of the scale. Those that do not occur
  ///     have no threshold.
  ///   - design: one row a person, one column a slope; no column of ones, the thresholds take its part.
  ///   - names: names of the columns.
  ///   - confidence: coverage of the (Wald) intervals, in (0, 1).
  /// - Throws: `StatisticsError`: fewer than two categories, dependent columns, or no maximum because a column
  ///   separates the categories.
  public init(categories: [Int], design: DenseMatrix, names: [String], confidence: Double = 0.95)
    throws(StatisticsError)
  {
    try StatisticsError.requireLength(design.rows, categories.count, "rows of the design")
    try StatisticsError.requireFinite(design.elements, "Elements of a design")
    try StatisticsError.requireLength(names.count, design.columns, "names of columns")
    try StatisticsError.requireProbability(confidence, "A confidence")
    let occurring = Set(categories).sorted()
    guard occurring.count >= 2 else {
      throw .tooFew(what: "categories that occur", required: 2, found: occurring.count)
    }
    let indices = categories.compactMap { occurring.firstIndex(of: $0) }
    let likelihood = OrdinalLikelihood(categories: indices, levels: occurring.count, design: design)
    let maximum = try likelihood.maximise()
    let reach = NormalDistribution.standard.upperQuantile((1 - confidence) / 2)
    let cuts = occurring.count - 1
    let covariance = maximum.covariance
    let estimates = maximum.parameters.enumerated().map { index, value in
      let error = covariance[index, index].squareRoot()
      return Estimate(
        value: value, standardError: error, low: value - reach * error, high: value + reach * error)
    }
    thresholds = Array(estimates.prefix(cuts))
    slopes = zip(names, estimates.dropFirst(cuts)).map { name, estimate in
      let statistic = estimate.value / estimate.standardError
      return Coefficient(
        name: name, estimate: estimate, statistic: statistic,
        pValue: min(1, 2 * NormalDistribution.standard.upperTail(abs(statistic))))
    }
    self.covariance = covariance
    logLikelihood = maximum.logLikelihood
    iterations = maximum.iterations
    self.categories = occurring
  }

  /// Probabilities of the categories that occur for one row of covariates.
  public func probabilities(_ row: [Double]) -> [Double] {
    precondition(row.count == slopes.count, "\(slopes.count) covariates, \(row.count) given")
    let shift = zip(row, slopes).reduce(0) { $0 + $1.0 * $1.1.estimate.value }
    let cumulative = thresholds.map { 1 / (1 + exp(shift - $0.value)) } + [1]
    return cumulative.indices.map { $0 == 0 ? cumulative[0] : cumulative[$0] - cumulative[$0 - 1] }
  }
}
