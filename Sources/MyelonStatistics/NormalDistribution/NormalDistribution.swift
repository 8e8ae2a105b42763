import Foundation

/// The normal distribution.
///
/// The distribution function comes from `erfc` of the C library with a correction for the rounded argument, so that
/// its relative error stays below 2e-15 down to 1e-300; quantiles to 2e-15 relative (measured, Docs/Statistics.md).
public struct NormalDistribution: ContinuousDistribution, Hashable, Codable {
  /// Mean.
  public let mean: Double
  /// Standard deviation, positive.
  public let deviation: Double

  /// Mean 0 and deviation 1.
  public static let standard = NormalDistribution(unchecked: 0, 1)

  private init(unchecked mean: Double, _ deviation: Double) {
    self.mean = mean
    self.deviation = deviation
  }

  /// Makes a distribution.
  ///
  /// - Parameters:
  ///   - mean: mean, finite.
  ///   - deviation: standard deviation, positive and finite.
  /// - Throws: `StatisticsError.outOfRange`.
  public init(mean: Double, deviation: Double) throws(StatisticsError) {
    guard mean.isFinite else { throw .outOfRange(what: "A mean", allowed: "finite", found: mean) }
    try StatisticsError.requirePositive(deviation, "A standard deviation")
    self.init(unchecked: mean, deviation)
  }

  /// The density at x.
  public func density(_ x: Double) -> Double {
    Self.standardDensity((x - mean) / deviation) / deviation
  }

  /// The probability of values up to x.
  public func cumulative(_ x: Double) -> Double { Self.lowerTail((x - mean) / deviation) }

  /// The probability of values beyond x.
  public func upperTail(_ x: Double) -> Double { Self.lowerTail((mean - x) / deviation) }

  /// The value that is not exceeded with probability p.
  public func quantile(_ p: Double) -> Double { mean + deviation * Self.standardQuantile(p) }

  /// The value that is exceeded with probability q.
  public func upperQuantile(_ q: Double) -> Double { mean - deviation * Self.standardQuantile(q) }

  static func standardDensity(_ z: Double) -> Double {
    exp(-0.5 * z * z) / (2 * Double.pi).squareRoot()
  }

  /// Φ(z) = erfc(-z/√2) / 2.
  static func lowerTail(_ z: Double) -> Double {
    let (argument, rest) = overRootTwo(-z)
    let value = erfc(argument)
    // First order in what the rounded argument leaves out: erfc' = -2/√π exp(-x²).
    guard abs(argument) > 1, value > 0 else { return 0.5 * value }
    return 0.5 * value - rest * exp(-argument * argument) / Double.pi.squareRoot()
  }

  /// z/√2 as the sum of two numbers.
  private static func overRootTwo(_ z: Double) -> (Double, Double) {
    // 1/√2 in two parts; the second is 1/√2 minus the first, from 40 digits.
    let high = 0.707106781186547524400844362104849039
    let low = -4.833646656726456519e-17
    let product = z * high
    guard product.isFinite else { return (product, 0) }
    return (product, (-product).addingProduct(z, high) + z * low)
  }

  /// The root of Φ(z) = p by two steps of Halley's method.
  static func standardQuantile(_ p: Double) -> Double {
    guard 0...1 ~= p else { return .nan }
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : .infinity }
    if abs(p - 0.5) < 0.25 { return centralQuantile(p - 0.5) }
    return p < 0.5 ? lowerQuantile(p) : -lowerQuantile(1 - p)
  }

  /// The root of erf(z/√2) / 2 = distance, exact to the last digits around the median.
  private static func centralQuantile(_ distance: Double) -> Double {
    // Four terms of the series of the inverse error function (DLMF 7.17.2); within 3e-4 of the root here.
    let v = distance * (2 * Double.pi).squareRoot()
    let s = v * v
    var z = v * (1 + s / 6 + 7 * s * s / 120 + 127 * s * s * s / 5040)
    for _ in 0..<2 {
      let excess = (0.5 * erf(z * 0.5.squareRoot()) - distance) / standardDensity(z)
      z -= excess / (1 + 0.5 * z * excess)
    }
    return z
  }

  /// The root in the lower tail, p at most 1/4.
  private static func lowerQuantile(_ p: Double) -> Double {
    // Abramowitz & Stegun 26.2.23, absolute error below 4.5e-4.
    let t = (-2 * log(p)).squareRoot()
    let top = 2.515517 + t * (0.802853 + t * 0.010328)
    let bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    var z = top / bottom - t
    for _ in 0..<2 {
      // Halley's method for Φ(z) = p, cubic: 4.5e-4 becomes 1e-10 and then rounding.
      let tail = lowerTail(z)
      let density = standardDensity(z)
      guard tail > 0, density > 0 else { break }
      let excess = (tail - p) / density
      z -= excess / (1 + 0.5 * z * excess)
    }
    return z
  }
}
