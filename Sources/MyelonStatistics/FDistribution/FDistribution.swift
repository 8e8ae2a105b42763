/// Fisher and Snedecor's F distribution: the ratio of two mean squares.
public struct FDistribution: ContinuousDistribution, Hashable, Codable {
  /// Degrees of freedom of the upper mean square, positive.
  public let numerator: Double
  /// Degrees of freedom of the lower mean square, positive.
  public let denominator: Double

  /// Makes a distribution.
  ///
  /// - Parameters:
  ///   - numerator: degrees of freedom of the upper mean square, positive and at most 1e8.
  ///   - denominator: degrees of freedom of the lower mean square, positive and at most 1e8.
  /// - Throws: `StatisticsError.outOfRange`.
  public init(numerator: Double, denominator: Double) throws(StatisticsError) {
    try StatisticsError.requireShape(numerator, "Degrees of freedom")
    try StatisticsError.requireShape(denominator, "Degrees of freedom")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The density at x.
  public func density(_ x: Double) -> Double {
    guard x >= 0 else { return x.isNaN ? .nan : 0 }
    guard x > 0 else { return numerator > 2 ? 0 : (numerator == 2 ? 1 : .infinity) }
    let shares = shares(x)
    return SaddlePoint.betaTerm(numerator / 2, denominator / 2, x: shares.x, y: shares.y) / x
  }

  /// The probability of values up to x.
  public func cumulative(_ x: Double) -> Double { tails(x).lower }

  /// The probability of values beyond x.
  public func upperTail(_ x: Double) -> Double { tails(x).upper }

  /// The value that is not exceeded with probability p.
  public func quantile(_ p: Double) -> Double {
    guard 0...1 ~= p else { return .nan }
    return p <= 0.5 ? ratio(solve(lower: p)) : ratio(solve(upper: 1 - p))
  }

  /// The value that is exceeded with probability q.
  public func upperQuantile(_ q: Double) -> Double {
    guard 0...1 ~= q else { return .nan }
    return q <= 0.5 ? ratio(solve(upper: q)) : ratio(solve(lower: 1 - q))
  }

  /// The share of the upper sum of squares in both, and of the lower.
  private func shares(_ x: Double) -> (x: Double, y: Double) {
    let ratio = x * (numerator / denominator)
    return ratio.isFinite ? (ratio / (1 + ratio), 1 / (1 + ratio)) : (1, 0)
  }

  private func tails(_ x: Double) -> (lower: Double, upper: Double) {
    guard !x.isNaN else { return (.nan, .nan) }
    guard x > 0 else { return (0, 1) }
    let shares = shares(x)
    return IncompleteBeta.both(numerator / 2, denominator / 2, x: shares.x, y: shares.y)
  }

  private func solve(lower: Double) -> (x: Double, y: Double) {
    IncompleteBeta.solve(numerator / 2, denominator / 2, lower: lower)
  }

  private func solve(upper: Double) -> (x: Double, y: Double) {
    IncompleteBeta.solve(numerator / 2, denominator / 2, upper: upper)
  }

  private func ratio(_ root: (x: Double, y: Double)) -> Double {
    denominator * root.x / (numerator * root.y)
  }
}
