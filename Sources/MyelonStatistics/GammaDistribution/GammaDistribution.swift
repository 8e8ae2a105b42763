import Foundation

/// The gamma distribution with a shape and a scale; mean shape x scale.
public struct GammaDistribution: ContinuousDistribution, Hashable, Codable {
  /// Shape, positive.
  public let shape: Double
  /// Scale, positive.
  public let scale: Double

  /// Makes a distribution.
  ///
  /// - Parameters:
  ///   - shape: shape, positive and at most 1e8.
  ///   - scale: scale, positive and finite.
  /// - Throws: `StatisticsError.outOfRange`.
  public init(shape: Double, scale: Double = 1) throws(StatisticsError) {
    try StatisticsError.requireShape(shape, "A shape")
    try StatisticsError.requirePositive(scale, "A scale")
    self.shape = shape
    self.scale = scale
  }

  /// The density at x.
  public func density(_ x: Double) -> Double {
    guard x >= 0 else { return x.isNaN ? .nan : 0 }
    guard x > 0 else { return shape > 1 ? 0 : (shape == 1 ? 1 / scale : .infinity) }
    return shape * SaddlePoint.poissonTerm(shape, mean: x / scale) / x
  }

  /// The probability of values up to x.
  public func cumulative(_ x: Double) -> Double { IncompleteGamma.lower(shape, x / scale) }

  /// The probability of values beyond x.
  public func upperTail(_ x: Double) -> Double { IncompleteGamma.upper(shape, x / scale) }

  /// The value that is not exceeded with probability p.
  public func quantile(_ p: Double) -> Double { scale * IncompleteGamma.inverseLower(shape, p) }

  /// The value that is exceeded with probability q.
  public func upperQuantile(_ q: Double) -> Double { scale * IncompleteGamma.inverseUpper(shape, q) }
}
