import Foundation

/// The standard bivariate normal distribution with a correlation.
///
/// Genz 2004, "Numerical computation of rectangular bivariate and trivariate normal and t probabilities", Stat. Comput.
/// 14:251, doi:10.1023/B:STCO.0000035304.20635.31: Plackett's identity d Φ₂/dρ = φ₂ integrated over the angle
/// asin ρ from independence where |ρ| < 0.925, and back from |ρ| = 1 with the steep part taken out and integrated in
/// closed form above it. Absolute error below 1e-15 (measured, Docs/Statistics.md).
public struct BivariateNormal: Sendable, Hashable, Codable {
  /// Correlation, from -1 to 1.
  public let correlation: Double

  private static let rule = GaussLegendre(count: 20)

  /// Makes a distribution.
  ///
  /// - Parameter correlation: correlation, -1 to 1.
  /// - Throws: `StatisticsError.outOfRange`.
  public init(correlation: Double) throws(StatisticsError) {
    guard -1...1 ~= correlation else {
      throw .outOfRange(what: "A correlation", allowed: "between -1 and 1", found: correlation)
    }
    self.correlation = correlation
  }

  /// The probability that both variables stay at or below their limits.
  ///
  /// - Parameters:
  ///   - x: limit of the first variable, may be infinite.
  ///   - y: limit of the second variable, may be infinite.
  /// - Returns: the probability; NaN for NaN.
  public func cumulative(_ x: Double, _ y: Double) -> Double {
    guard !x.isNaN, !y.isNaN else { return .nan }
    let h = -x
    let k = -y
    if h == .infinity || k == .infinity { return 0 }
    if h == -.infinity { return NormalDistribution.lowerTail(-k) }
    if k == -.infinity { return NormalDistribution.lowerTail(-h) }
    let value = abs(correlation) < 0.925 ? moderate(h, k) : strong(h, k)
    return min(1, max(0, value))
  }

  /// P(X > h, Y > k) from independence upwards.
  private func moderate(_ h: Double, _ k: Double) -> Double {
    let product = h * k
    let squares = (h * h + k * k) / 2
    let angle = asin(correlation)
    let excess = Self.rule.integral(from: 0, to: angle) { theta in
      let sine = sin(theta)
      return exp((sine * product - squares) / (1 - sine * sine))
    }
    return excess / (2 * Double.pi) + NormalDistribution.lowerTail(-h) * NormalDistribution.lowerTail(-k)
  }

  /// P(X > h, Y > k) from complete dependence downwards.
  private func strong(_ h: Double, _ given: Double) -> Double {
    let sign = correlation < 0 ? -1.0 : 1.0
    let k = sign * given
    let missing = abs(correlation) < 1 ? departure(h, k) : 0
    if correlation > 0 { return missing + NormalDistribution.lowerTail(-max(h, k)) }
    // P(X > h, Y > given) = P(X > h) - P(X > h, -Y > -given), whose correlation is positive.
    let between = max(0, NormalDistribution.lowerTail(-h) - NormalDistribution.lowerTail(-k))
    return between - missing
  }

  /// P(X > h, Y > k) - P(X > max(h, k)) for the correlation |ρ|, at most 0.
  private func departure(_ h: Double, _ k: Double) -> Double {
    let remainder = (1 - abs(correlation)) * (1 + abs(correlation))
    let a = remainder.squareRoot()
    let square = (h - k) * (h - k)
    let c = (4 - h * k) / 8
    let d = (12 - h * k) / 16
    let exponent = -(square / remainder + h * k) / 2
    var value = 0.0
    if exponent > -700 {
      value =
        a * exp(exponent)
        * (1 - c * (square - remainder) * (1 - d * square / 5) / 3 + c * d * remainder * remainder / 5)
    }
    if -h * k < 700 {
      let b = square.squareRoot()
      let tail = exp(-h * k / 2) * (2 * Double.pi).squareRoot() * NormalDistribution.lowerTail(-b / a)
      value -= tail * b * (1 - c * square * (1 - d * square / 5) / 3)
    }
    value += rest(h, k, a: a, square: square, c: c, d: d)
    return -value / (2 * Double.pi)
  }

  /// What the closed form above leaves out, a smooth integral over the distance from |ρ| = 1.
  private func rest(_ h: Double, _ k: Double, a: Double, square: Double, c: Double, d: Double) -> Double {
    Self.rule.integral(from: 0, to: a) { x in
      let xx = x * x
      let exponent = -(square / xx + h * k) / 2
      guard exponent > -700 else { return 0 }
      let root = (1 - xx).squareRoot()
      let whole = exp(-h * k * xx / (2 * (1 + root) * (1 + root))) / root
      return exp(exponent) * (whole - (1 + c * xx * (1 + d * xx)))
    }
  }
}
