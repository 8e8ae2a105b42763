/// A distribution on the real line with a density.
public protocol ContinuousDistribution: Sendable {
  /// The density at x.
  func density(_ x: Double) -> Double
  /// The probability of values up to x.
  func cumulative(_ x: Double) -> Double
  /// The probability of values beyond x, accurate where it is small.
  func upperTail(_ x: Double) -> Double
  /// The value that is not exceeded with probability p; NaN if p is outside [0, 1].
  func quantile(_ p: Double) -> Double
  /// The value that is exceeded with probability q, accurate for a small q; NaN if q is outside [0, 1].
  func upperQuantile(_ q: Double) -> Double
}
