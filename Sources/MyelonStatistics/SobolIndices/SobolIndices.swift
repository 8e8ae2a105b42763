/// Which share of an output's variance comes from which factor.
public struct SobolIndices: Sendable, Hashable, Codable {
  /// The index of a pair of factors.
  public struct Pair: Sendable, Hashable, Codable {
    /// Index of the first factor.
    public let first: Int
    /// Index of the second factor, larger.
    public let second: Int
    /// Share of the variance that only the two together explain.
    public let index: Estimate
  }

  /// Name of each factor.
  public let factors: [String]
  /// Share of the variance that each factor explains alone: Var E[y | x_i] / Var y.
  public let first: [Estimate]
  /// Share that would be left if all others were known: E Var[y | all but x_i] / Var y; includes interactions.
  public let total: [Estimate]
  /// Shares of pairs; empty if the design has no second order.
  public let pairs: [Pair]
  /// Mean of the output over both samples.
  public let mean: Double
  /// Variance of the output over both samples.
  public let variance: Double
  /// Points N of each sample that were used.
  public let points: Int

  /// Half the width of the widest interval among first and total indices: how far the sample has converged.
  public var largestHalfWidth: Double {
    (first + total).map { ($0.high - $0.low) / 2 }.max() ?? 0
  }

  /// Factors by falling total index.
  public var ranking: [Int] {
    total.indices.sorted { (total[$0].value, $1) > (total[$1].value, $0) }
  }
}
