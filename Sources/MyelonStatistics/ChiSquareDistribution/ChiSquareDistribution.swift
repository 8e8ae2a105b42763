/// The chi-square distribution: the sum of squares of independent standard normal variables.
public struct ChiSquareDistribution: ContinuousDistribution, Hashable, Codable {
  /// Degrees of freedom, positive.
  public let degreesOfFreedom: Double
  private let gamma: GammaDistribution

  /// Makes a distribution.
  ///
  /// - Parameter degreesOfFreedom: degrees of freedom, positive and at most 1e8; need not be whole.
  /// - Throws: `StatisticsError.outOfRange`.
  public init(degreesOfFreedom: Double) throws(StatisticsError) {
    try StatisticsError.requireShape(degreesOfFreedom, "Degrees of freedom")
    self.degreesOfFreedom = degreesOfFreedom
    gamma = try GammaDistribution(shape: degreesOfFreedom / 2, scale: 2)
  }

  /// The density at x.
  public func density(_ x: Double) -> Double { gamma.density(x) }

  /// The probability of values up to x.
  public func cumulative(_ x: Double) -> Double { gamma.cumulative(x) }

  /// The probability of values beyond x.
  public func upperTail(_ x: Double) -> Double { gamma.upperTail(x) }

  /// The value that is not exceeded with probability p.
  public func quantile(_ p: Double) -> Double { gamma.quantile(p) }

  /// The value that is exceeded with probability q.
  public func upperQuantile(_ q: Double) -> Double { gamma.upperQuantile(q) }
}
