import Foundation

/// Poisson and binomial terms without the cancellation of logarithms of factorials.
///
/// Loader 2000, "Fast and accurate computation of binomial probabilities": the term is written as its value at the
/// mode times the exponential of a deviance, so that its relative error grows with the deviance and not with the
/// size of the factorials.
enum SaddlePoint {
  /// Stirling's error: ln Γ(x + 1) - (x + 1/2) ln x + x - ln √(2π), for x > 0.
  ///
  /// The asymptotic series from 10 on, where its first term left out is below 4e-17; upward recurrence before.
  static func stirlingError(_ x: Double) -> Double {
    var shifted = x
    var sum = 0.0
    while shifted < 10 {
      sum += (shifted + 0.5) * log1p(1 / shifted) - 1
      shifted += 1
    }
    let inverse = 1 / shifted
    let square = inverse * inverse
    // Bernoulli numbers B_2k / (2k (2k - 1)), k = 1 ... 7.
    var series = 1.0 / 156
    series = series * square - 691.0 / 360_360
    series = series * square + 1.0 / 1188
    series = series * square - 1.0 / 1680
    series = series * square + 1.0 / 1260
    series = series * square - 1.0 / 360
    series = series * square + 1.0 / 12
    return sum + series * inverse
  }

  /// Deviance term x ln(x / m) + m - x for x >= 0, m > 0, without cancellation where x is near m.
  static func deviance(_ x: Double, mean m: Double) -> Double {
    guard x > 0 else { return m }
    let difference = x - m
    guard abs(difference) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
    let ratio = difference / (x + m)
    let square = ratio * ratio
    var sum = difference * ratio
    var power = 2 * x * ratio
    var order = 1.0
    while true {
      power *= square
      order += 2
      let next = sum + power / order
      if next == sum { return next }
      sum = next
    }
  }

  /// x^a e^-x / Γ(a + 1) for a > 0, x > 0.
  static func poissonTerm(_ a: Double, mean x: Double) -> Double {
    exp(-stirlingError(a) - deviance(a, mean: x)) / (2 * Double.pi * a).squareRoot()
  }

  /// x^a y^b / B(a, b) for a, b > 0 and x + y = 1.
  static func betaTerm(_ a: Double, _ b: Double, x: Double, y: Double) -> Double {
    let n = a + b
    let exponent =
      stirlingError(n) - stirlingError(a) - stirlingError(b)
      - deviance(a, mean: n * x) - deviance(b, mean: n * y)
    return (a / n * b / (2 * Double.pi)).squareRoot() * exp(exponent)
  }
}
