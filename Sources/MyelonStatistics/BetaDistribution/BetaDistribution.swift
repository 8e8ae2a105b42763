import Foundation

/// The beta distribution on [0, 1].
public struct BetaDistribution: ContinuousDistribution, Hashable, Codable {
  /// First shape, positive: weight of values near 1.
  public let alpha: Double
  /// Second shape, positive: weight of values near 0.
  public let beta: Double

  /// Makes a distribution.
  ///
  /// - Parameters:
  ///   - alpha: first shape, positive and at most 1e8.
  ///   - beta: second shape, positive and at most 1e8.
  /// - Throws: `StatisticsError.outOfRange`.
  public init(alpha: Double, beta: Double) throws(StatisticsError) {
    try StatisticsError.requireShape(alpha, "A shape")
    try StatisticsError.requireShape(beta, "A shape")
    self.alpha = alpha
    self.beta = beta
  }

  /// The density at x.
  public func density(_ x: Double) -> Double {
    guard 0...1 ~= x else { return x.isNaN ? .nan : 0 }
    guard x > 0 else { return alpha > 1 ? 0 : (alpha == 1 ? beta : .infinity) }
    guard x < 1 else { return beta > 1 ? 0 : (beta == 1 ? alpha : .infinity) }
    return SaddlePoint.betaTerm(alpha, beta, x: x, y: 1 - x) / (x * (1 - x))
  }

  /// The probability of values up to x.
  public func cumulative(_ x: Double) -> Double { IncompleteBeta.both(alpha, beta, x: x, y: 1 - x).lower }

  /// The probability of values beyond x.
  public func upperTail(_ x: Double) -> Double { IncompleteBeta.both(alpha, beta, x: x, y: 1 - x).upper }

  /// The value that is not exceeded with probability p.
  public func quantile(_ p: Double) -> Double { IncompleteBeta.inverse(alpha, beta, p) }

  /// The value that is exceeded with probability q.
  public func upperQuantile(_ q: Double) -> Double {
    guard 0...1 ~= q else { return .nan }
    return
      (q <= 0.5
      ? IncompleteBeta.solve(alpha, beta, upper: q) : IncompleteBeta.solve(alpha, beta, lower: 1 - q)).x
  }
}
