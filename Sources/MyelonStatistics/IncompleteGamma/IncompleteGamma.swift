import Foundation

/// The regularised incomplete gamma functions P and Q = 1 - P, and their inverse.
///
/// P(a, x) = 1/Γ(a) ∫_0^x t^(a-1) e^-t dt. The power series below x = a + 1 and Legendre's continued fraction above
/// (DLMF 8.7.1 and 8.9.2), times a Poisson term without cancellation; each gives the function that is small there.
/// Relative error for a from 0.5 to 10^5: at most 2e-13 where the function is above 1e-100 (measured, Docs/Statistics.md).
/// For a < 0.5 the upper function loses digits near x = a + 1, to an absolute error of 1e-15.
public enum IncompleteGamma {
  /// P(a, x), the distribution function of a gamma variable with shape a and scale 1.
  ///
  /// - Parameters:
  ///   - a: shape, positive and at most 1e8.
  ///   - x: argument; below 0 gives 0.
  /// - Returns: the function, NaN outside of its domain.
  public static func lower(_ a: Double, _ x: Double) -> Double {
    both(a, x).lower
  }

  /// Q(a, x) = 1 - P(a, x), accurate where it is small.
  ///
  /// - Parameters:
  ///   - a: shape, positive and at most 1e8.
  ///   - x: argument; below 0 gives 1.
  /// - Returns: the function, NaN outside of its domain.
  public static func upper(_ a: Double, _ x: Double) -> Double {
    both(a, x).upper
  }

  /// The x with P(a, x) = p.
  ///
  /// - Parameters:
  ///   - a: shape, positive and at most 1e8.
  ///   - p: probability in [0, 1].
  /// - Returns: the quantile, NaN outside of the domain.
  public static func inverseLower(_ a: Double, _ p: Double) -> Double {
    guard a > 0, a <= StatisticsError.largestShape, 0...1 ~= p else { return .nan }
    return p <= 0.5 ? solve(a, probability: p, lower: true) : solve(a, probability: 1 - p, lower: false)
  }

  /// The x with Q(a, x) = q, accurate for a small q.
  ///
  /// - Parameters:
  ///   - a: shape, positive and at most 1e8.
  ///   - q: upper tail in [0, 1].
  /// - Returns: the quantile, NaN outside of the domain.
  public static func inverseUpper(_ a: Double, _ q: Double) -> Double {
    guard a > 0, a <= StatisticsError.largestShape, 0...1 ~= q else { return .nan }
    return q <= 0.5 ? solve(a, probability: q, lower: false) : solve(a, probability: 1 - q, lower: true)
  }

  /// Both functions at once.
  static func both(_ a: Double, _ x: Double) -> (lower: Double, upper: Double) {
    guard a > 0, a <= StatisticsError.largestShape, !x.isNaN else { return (.nan, .nan) }
    guard x > 0 else { return (0, 1) }
    guard x < .infinity else { return (1, 0) }
    if x < a + 1 {
      let lower = min(1, SaddlePoint.poissonTerm(a, mean: x) * series(a, x))
      return (lower, 1 - lower)
    }
    let upper = min(1, a * SaddlePoint.poissonTerm(a, mean: x) * fraction(a, x))
    return (1 - upper, upper)
  }

  /// 1 + x/(a+1) + x²/((a+1)(a+2)) + ...
  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var denominator = a
    repeat {
      denominator += 1
      term *= x / denominator
      sum += term
    } while term > sum * 0x1p-55
    return sum
  }

  /// The continued fraction 1/(x+1-a- 1(1-a)/(x+3-a- ...)) by the modified method of Lentz.
  private static func fraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = Double.greatestFiniteMagnitude
    var d = 1 / b
    var product = d
    // Convergence takes about √a steps where it is slowest, x = a.
    for step in 1...(1000 + Int(20 * a.squareRoot())) {
      let index = Double(step)
      let coefficient = index * (a - index)
      b += 2
      d = 1 / (coefficient * d + b)
      c = b + coefficient / c
      let factor = d * c
      product *= factor
      if abs(factor - 1) < 0x1p-52 { break }
    }
    return product
  }

  private static func solve(_ a: Double, probability: Double, lower: Bool) -> Double {
    guard probability > 0 else { return lower ? 0 : .infinity }
    // Wilson and Hilferty's cube for a start; the first term of the power series where that is not positive.
    let normal = NormalDistribution.standard.quantile(probability) * (lower ? 1 : -1)
    let cube = 1 - 1 / (9 * a) + normal / (3 * a.squareRoot())
    let series = lower ? (log(probability) + lgamma(a + 1).0) / a : log(a)
    let start = cube > 0.1 ? log(a) + 3 * log(cube) : series
    let root = TailRoot.solve(start: start, limit: .infinity, probability: probability, rising: lower) { u in
      let x = exp(u)
      let tails = both(a, x)
      let slope = x > 0 && x < .infinity ? a * SaddlePoint.poissonTerm(a, mean: x) : 0
      return lower ? (tails.lower, slope) : (tails.upper, -slope)
    }
    return exp(root)
  }
}
