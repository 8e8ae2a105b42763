import Foundation

/// Student's t distribution.
public struct StudentDistribution: ContinuousDistribution, Hashable, Codable {
  /// Degrees of freedom, positive.
  public let degreesOfFreedom: Double

  /// Makes a distribution.
  ///
  /// - Parameter degreesOfFreedom: degrees of freedom, positive and at most 1e8; need not be whole.
  /// - Throws: `StatisticsError.outOfRange`.
  public init(degreesOfFreedom: Double) throws(StatisticsError) {
    try StatisticsError.requireShape(degreesOfFreedom, "Degrees of freedom")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The density at x.
  public func density(_ x: Double) -> Double {
    let nu = degreesOfFreedom
    let share = x * x / nu
    // With Stirling's errors δ: ln Γ((ν+1)/2) - ln Γ(ν/2) - ½ ln(πν) = δ((ν+1)/2) - δ(ν/2) + ν/2 ln(1 + 1/ν) - ½ - ½ ln 2π.
    let errors = SaddlePoint.stirlingError((nu + 1) / 2) - SaddlePoint.stirlingError(nu / 2)
    let normalisation = errors + nu / 2 * log1p(1 / nu) - 0.5 - 0.5 * log(2 * Double.pi)
    return exp(normalisation - (nu + 1) / 2 * log1p(share))
  }

  /// The probability of values up to x.
  public func cumulative(_ x: Double) -> Double { x > 0 ? 1 - tail(x) : tail(x) }

  /// The probability of values beyond x.
  public func upperTail(_ x: Double) -> Double { x > 0 ? tail(x) : 1 - tail(x) }

  /// The probability of values farther from zero than x, on both sides: the p-value of a two-sided test.
  public func bothTails(_ x: Double) -> Double { min(1, 2 * tail(x)) }

  /// The value that is not exceeded with probability p.
  public func quantile(_ p: Double) -> Double {
    guard 0...1 ~= p else { return .nan }
    return p <= 0.5 ? -magnitude(tail: p) : magnitude(tail: 1 - p)
  }

  /// The value that is exceeded with probability q.
  public func upperQuantile(_ q: Double) -> Double {
    guard 0...1 ~= q else { return .nan }
    return q <= 0.5 ? magnitude(tail: q) : -magnitude(tail: 1 - q)
  }

  /// Half of I_(ν/(ν+x²))(ν/2, 1/2): the probability beyond |x|.
  private func tail(_ x: Double) -> Double {
    guard !x.isNaN else { return .nan }
    guard x.isFinite else { return 0 }
    // x² / ν as a ratio, so that neither part loses digits.
    let ratio = x * (x / degreesOfFreedom)
    guard ratio.isFinite else { return 0 }
    let tails = IncompleteBeta.both(
      degreesOfFreedom / 2, 0.5, x: 1 / (1 + ratio), y: ratio / (1 + ratio))
    return 0.5 * tails.lower
  }

  /// The |x| beyond which `tail` at most 1/2 of the probability lies.
  private func magnitude(tail: Double) -> Double {
    guard tail > 0 else { return .infinity }
    let both = 2 * tail
    let root =
      both <= 0.5
      ? IncompleteBeta.solve(degreesOfFreedom / 2, 0.5, lower: both)
      : IncompleteBeta.solve(degreesOfFreedom / 2, 0.5, upper: 1 - both)
    return (degreesOfFreedom * root.y / root.x).squareRoot()
  }
}
