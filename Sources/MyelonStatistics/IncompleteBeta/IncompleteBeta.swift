import Foundation

/// The regularised incomplete beta function I_x(a, b) and its inverse.
///
/// I_x(a, b) = 1/B(a, b) ∫_0^x t^(a-1) (1-t)^(b-1) dt, by a continued fraction on the side of the mode
/// where it converges fast, times a binomial term without cancellation. Relative error for a and b from 0.5 to 10^4:
/// at most 2e-13 where the function is above 1e-100 (measured, Docs/Statistics.md).
public enum IncompleteBeta {
  /// I_x(a, b), the distribution function of a beta variable.
  ///
  /// - Parameters:
  ///   - a: first shape, positive and at most 1e8.
  ///   - b: second shape, positive and at most 1e8.
  ///   - x: argument; below 0 counts as 0, above 1 as 1.
  /// - Returns: the function, NaN outside of its domain.
  public static func regularised(_ a: Double, _ b: Double, _ x: Double) -> Double {
    both(a, b, x: x, y: 1 - x).lower
  }

  /// The x with I_x(a, b) = p.
  ///
  /// - Parameters:
  ///   - a: first shape, positive and at most 1e8.
  ///   - b: second shape, positive and at most 1e8.
  ///   - p: probability in [0, 1].
  /// - Returns: the quantile, NaN outside of the domain.
  public static func inverse(_ a: Double, _ b: Double, _ p: Double) -> Double {
    guard a > 0, b > 0, max(a, b) <= StatisticsError.largestShape, 0...1 ~= p else { return .nan }
    return (p <= 0.5 ? solve(a, b, lower: p) : solve(a, b, upper: 1 - p)).x
  }

  /// Logarithm of the complete beta function, ln B(a, b).
  ///
  /// - Parameters:
  ///   - a: first shape, positive.
  ///   - b: second shape, positive.
  /// - Returns: ln Γ(a) + ln Γ(b) - ln Γ(a + b).
  public static func logBeta(_ a: Double, _ b: Double) -> Double {
    lgamma(a).0 + lgamma(b).0 - lgamma(a + b).0
  }

  /// I_x(a, b) and 1 - I_x(a, b) for x and y = 1 - x, each known to full relative accuracy.
  static func both(_ a: Double, _ b: Double, x: Double, y: Double) -> (lower: Double, upper: Double) {
    guard a > 0, b > 0, max(a, b) <= StatisticsError.largestShape, !x.isNaN, !y.isNaN else {
      return (.nan, .nan)
    }
    guard x > 0 else { return (0, 1) }
    guard y > 0 else { return (1, 0) }
    let term = SaddlePoint.betaTerm(a, b, x: x, y: y)
    if x <= (a + 1) / (a + b + 2) {
      let lower = min(1, term / fraction(a, b, x: x, y: y))
      return (lower, 1 - lower)
    }
    let upper = min(1, term / fraction(b, a, x: y, y: x))
    return (1 - upper, upper)
  }

  /// The continued fraction whose inverse, times x^a y^b / B(a, b), is I_x(a, b), by the modified method of Lentz.
  ///
  /// DiDonato & Morris 1992, "Algorithm 708", doi:10.1145/131766.131776, equations 9: it takes a y - b x where the usual
  /// fraction would take 1 - x from rounded terms, and so keeps its digits for x near 1 and a far above b.
  private static func fraction(_ a: Double, _ b: Double, x: Double, y: Double) -> Double {
    let offset = a * y - b * x + 1
    var c = a * offset / (a + 1)
    var product = c
    var d = 0.0
    // Convergence takes about √max(a, b) steps where it is slowest.
    for step in 1...(1000 + Int(20 * max(a, b).squareRoot())) {
      let m = Double(step)
      let odd = a + 2 * m - 1
      let numerator = (a + m - 1) / odd * ((a + b + m - 1) / odd) * m * (b - m) * x * x
      let partial = m + m * (b - m) * x / odd + (a + m) * (offset + m * (1 + y)) / (odd + 2)
      d = 1 / nonzero(partial + numerator * d)
      c = nonzero(partial + numerator / c)
      let factor = c * d
      product *= factor
      if abs(factor - 1) < 0x1p-52 { break }
    }
    return product
  }

  private static func nonzero(_ value: Double) -> Double {
    abs(value) < 1e-300 ? 1e-300 : value
  }

  /// The quantile whose upper tail is `upper`, with its distance from 1.
  static func solve(_ a: Double, _ b: Double, upper: Double) -> (x: Double, y: Double) {
    let mirrored = solve(b, a, lower: upper)
    return (mirrored.y, mirrored.x)
  }

  /// The quantile whose lower tail is `lower`, with its distance from 1.
  ///
  /// 1 - x is kept beside x, so that quantiles close to 1 are accurate too.
  static func solve(_ a: Double, _ b: Double, lower: Double) -> (x: Double, y: Double) {
    guard lower > 0 else { return (0, 1) }
    guard lower < 1 else { return (1, 0) }
    // Starts at the mean, or at the first term of the series where that is smaller.
    let start = min(log(a / (a + b)), (log(lower) + log(a) + logBeta(a, b)) / a)
    let root = TailRoot.solve(start: start, limit: 0, probability: lower, rising: true) { u in
      let x = exp(u)
      let y = -expm1(u)
      // d I / d ln x = x f(x), and the term is x y f(x).
      return (both(a, b, x: x, y: y).lower, x > 0 ? SaddlePoint.betaTerm(a, b, x: x, y: y) / y : 0)
    }
    return (exp(root), -expm1(root))
  }
}
