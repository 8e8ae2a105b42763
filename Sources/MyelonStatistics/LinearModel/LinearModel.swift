import Foundation

/// Ordinary least squares with the usual tests.
public struct LinearModel: Sendable, Hashable, Codable {
  /// The coefficients, in the order of the columns.
  public let coefficients: [Coefficient]
  /// Covariance of the coefficients.
  public let covariance: DenseMatrix
  /// Observed minus fitted.
  public let residuals: [Double]
  /// Rows less columns.
  public let degreesOfFreedom: Int
  /// Sum of squared residuals over the degrees of freedom.
  public let residualVariance: Double
  /// Share of the variance around the mean that is explained; negative values are possible without an intercept.
  public let explainedShare: Double

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - response: one number a row.
  ///   - design: one row an observation, one column a coefficient; the caller puts in a column of ones for an
  ///     intercept.
  ///   - names: names of the columns.
  ///   - confidence: coverage of the intervals, in (0, 1).
  /// - Throws: `StatisticsError` if there are no more rows than columns or columns depend on each other.
  public init(response: [Double], design: DenseMatrix, names: [String], confidence: Double = 0.95)
    throws(StatisticsError)
  {
    try StatisticsError.requireFinite(response, "Responses")
    try StatisticsError.requireFinite(design.elements, "Elements of a design")
    try StatisticsError.requireLength(names.count, design.columns, "names of columns")
    try StatisticsError.requireProbability(confidence, "A confidence")
    guard design.rows > design.columns else {
      throw .tooFew(what: "rows", required: design.columns + 1, found: design.rows)
    }
    let fit = try LeastSquares(
      design: design, response: response, what: "Columns (\(names.joined(separator: ", ")))")
    let free = design.rows - design.columns
    let squares = fit.residuals.reduce(0) { $0 + $1 * $1 }
    let variance = squares / Double(free)
    let mean = response.reduce(0, +) / Double(response.count)
    let total = response.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    var covariance = fit.inverseCrossProduct
    for index in covariance.elements.indices { covariance.elements[index] *= variance }
    let student = try StudentDistribution(degreesOfFreedom: Double(free))
    let reach = student.upperQuantile((1 - confidence) / 2)
    coefficients = names.enumerated().map { index, name in
      let value = fit.coefficients[index]
      let error = covariance[index, index].squareRoot()
      let statistic = value / error
      return Coefficient(
        name: name,
        estimate: Estimate(
          value: value, standardError: error, low: value - reach * error, high: value + reach * error),
        statistic: statistic, pValue: student.bothTails(statistic))
    }
    self.covariance = covariance
    residuals = fit.residuals
    degreesOfFreedom = free
    residualVariance = variance
    explainedShare = total > 0 ? 1 - squares / total : 0
  }

  /// Analysis of covariance: the difference between two arms at equal covariates.
  ///
  /// The response is regressed on one, treatment and the covariates (the baseline above all); the coefficient named
  /// `treatment` is the adjusted difference.
  ///
  /// - Parameters:
  ///   - outcome: one number a person.
  ///   - isTreated: whether a person is in the treated arm.
  ///   - covariates: name and one number a person of each covariate.
  ///   - confidence: coverage of the intervals.
  /// - Returns: the fitted model, coefficients in the order intercept, treatment, covariates.
  /// - Throws: `StatisticsError`.
  public static func covarianceAnalysis(
    outcome: [Double], isTreated: [Bool], covariates: [(name: String, values: [Double])],
    confidence: Double = 0.95
  ) throws(StatisticsError) -> LinearModel {
    try StatisticsError.requireLength(isTreated.count, outcome.count, "arms")
    for covariate in covariates {
      try StatisticsError.requireLength(
        covariate.values.count, outcome.count, "values of '\(covariate.name)'")
    }
    let rows = outcome.indices.map { person in
      [1, isTreated[person] ? 1 : 0] + covariates.map { $0.values[person] }
    }
    return try LinearModel(
      response: outcome, design: DenseMatrix(rows: rows),
      names: ["intercept", "treatment"] + covariates.map(\.name), confidence: confidence)
  }
}
