import Foundation

/// Mixed model for repeated measures: means by visit and arm, covariates, errors correlated within a person.
///
/// Restricted maximum likelihood by Fisher's scoring; people with missed visits count with those they have, which is valid
/// if what is missing hangs only on what was observed. Tests use Kenward & Roger's (1997, doi:10.2307/2533558) adjusted covariance and
/// degrees of freedom with the expected information; for a single contrast the latter equal Satterthwaite's.
public struct RepeatedMeasuresModel: Sendable {
  /// How the covariance of visits is parametrised.
  public let structure: VisitStructure
  /// Number of visits.
  public let visits: Int
  /// Names of the coefficients: means of the control arm by visit, treatment by visit, covariates.
  public let names: [String]
  /// The coefficients.
  public let coefficients: [Double]
  /// Their covariance, adjusted by Kenward and Roger.
  public let covariance: DenseMatrix
  /// Their covariance as if that of the visits were known.
  public let modelCovariance: DenseMatrix
  /// Covariance of the visits within a person.
  public let visitCovariance: DenseMatrix
  /// Logarithm of the restricted likelihood, without the constant ½ ln |X'X|.
  public let restrictedLogLikelihood: Double
  /// Steps of Fisher's scoring.
  public let iterations: Int
  /// People with at least one visit.
  public let people: Int
  /// Coverage of the intervals.
  public let confidence: Double

  /// Covariance of the parameters of the visits' covariance.
  private let parameterCovariance: DenseMatrix
  /// Derivatives of the model covariance by them.
  private let slopes: [DenseMatrix]

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - data: outcomes, arms, covariates.
  ///   - structure: how the covariance of visits is parametrised.
  ///   - covariatesByVisit: whether each visit has slopes of its own, as is usual; else one for all visits.
  ///   - confidence: coverage of the intervals, in (0, 1).
  /// - Throws: `StatisticsError`: parts that do not fit, an arm or a pair of visits without data, no convergence.
  public init(
    _ data: RepeatedMeasuresData, structure: VisitStructure = .unstructured, covariatesByVisit: Bool = true,
    confidence: Double = 0.95
  ) throws(StatisticsError) {
    try data.check()
    try StatisticsError.requireProbability(confidence, "A confidence")
    let visits = data.outcomes.columns
    let likelihood = RestrictedLikelihood(data, structure: structure, covariatesByVisit: covariatesByVisit)
    let count = likelihood.map?.columns ?? likelihood.predictors * visits
    guard likelihood.observations > count + likelihood.basis.count else {
      throw .tooFew(
        what: "observed visits of all people", required: count + likelihood.basis.count + 1,
        found: likelihood.observations)
    }
    let start = structure.start(
      visits: visits, variance: Self.startVariance(data), correlation: visits > 1 ? 0.3 : 0)
    let maximum = try likelihood.maximise(start: start)
    let value = maximum.value
    self.structure = structure
    self.visits = visits
    names = Self.names(data, visits: visits, byVisit: covariatesByVisit)
    coefficients = value.coefficients
    modelCovariance = value.covariance
    visitCovariance = likelihood.combined(maximum.parameters)
    restrictedLogLikelihood = value.logLikelihood
    iterations = maximum.iterations
    people = likelihood.patterns.reduce(0) { $0 + $1.predictors.count }
    self.confidence = confidence
    let spread = try CholeskyFactor(
      maximum.derivatives.information, what: "Variances and covariances of visits"
    ).inverse
    parameterCovariance = spread
    slopes = maximum.derivatives.firstOrder.map { value.covariance.times($0).times(value.covariance) }
    covariance = Self.adjusted(value.covariance, maximum.derivatives, spread)
  }

  /// Φ + 2 Φ Σ_ab V_ab (Q_ab - P_a Φ P_b) Φ; Σ is linear in its parameters, so that no further term remains.
  private static func adjusted(
    _ covariance: DenseMatrix, _ derivatives: RestrictedLikelihood.Derivatives, _ spread: DenseMatrix
  ) -> DenseMatrix {
    var inner = DenseMatrix(rows: covariance.rows, columns: covariance.rows)
    var pair = 0
    for a in derivatives.firstOrder.indices {
      for b in 0...a {
        let both = a == b ? spread[a, b] : 2 * spread[a, b]
        let second = derivatives.secondOrder[pair]
        let first = derivatives.firstOrder[a].times(covariance).times(derivatives.firstOrder[b])
        for row in 0..<inner.rows {
          for column in 0..<inner.rows {
            let mean = (first[row, column] + first[column, row]) / 2
            inner[row, column] += both * (second[row, column] - mean)
          }
        }
        pair += 1
      }
    }
    let correction = covariance.times(inner).times(covariance)
    var result = covariance
    for index in result.elements.indices { result.elements[index] += 2 * correction.elements[index] }
    return result
  }

  /// A linear combination of coefficients with its test.
  ///
  /// - Parameters:
  ///   - weights: one for each coefficient.
  ///   - name: name of the result.
  /// - Returns: the combination and its degrees of freedom.
  /// - Throws: `StatisticsError.lengthMismatch`.
  public func combination(_ weights: [Double], name: String) throws(StatisticsError) -> (
    coefficient: Coefficient, degreesOfFreedom: Double
  ) {
    try StatisticsError.requireLength(weights.count, coefficients.count, "weights of coefficients")
    func form(_ matrix: DenseMatrix) -> Double {
      zip(weights, matrix.times(weights)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let model = form(modelCovariance)
    let gradient = slopes.map(form)
    let variance = zip(gradient, parameterCovariance.times(gradient)).reduce(0) { $0 + $1.0 * $1.1 }
    let freedom = min(1e8, max(1e-3, 2 * model * model / variance))
    let student = try StudentDistribution(degreesOfFreedom: freedom)
    let value = zip(weights, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
    let error = form(covariance).squareRoot()
    let reach = student.upperQuantile((1 - confidence) / 2)
    let coefficient = Coefficient(
      name: name,
      estimate: Estimate(
        value: value, standardError: error, low: value - reach * error, high: value + reach * error),
      statistic: value / error, pValue: student.bothTails(value / error))
    return (coefficient, freedom)
  }

  /// The difference between arms, treated less control, in a weighted mean of visits.
  ///
  /// - Parameter visitWeights: one for each visit; `[0, 0, 1]` for the last of three.
  /// - Returns: the difference and its degrees of freedom.
  /// - Throws: `StatisticsError.lengthMismatch`.
  public func difference(_ visitWeights: [Double]) throws(StatisticsError) -> (
    coefficient: Coefficient, degreesOfFreedom: Double
  ) {
    try StatisticsError.requireLength(visitWeights.count, visits, "weights of visits")
    var weights = [Double](repeating: 0, count: coefficients.count)
    for visit in 0..<visits { weights[visits + visit] = visitWeights[visit] }
    return try combination(weights, name: "treatment")
  }
}
