import MyelonStatistics

/// What one factor does to an outcome.
public struct SensitivityRow: Sendable, Hashable, Codable {
  /// Identifier of the parameter, or name of the group.
  public let factor: String
  /// Place among all factors by falling importance, from 1.
  public let rank: Int
  /// Places in 95 % of resampled trajectories; nil for shares of variance.
  public let ranks: ClosedRange<Int>?
  /// What ranks the factor.
  ///
  /// Morris: μ*, the mean size of an effect, in the outcome's unit. Sobol: the total index.
  public let importance: Estimate
  /// The mean effect, or what the factor does alone.
  ///
  /// Morris: μ, with its sign, in the outcome's unit. Sobol: the first-order index.
  public let direct: Estimate
  /// How much effects differ.
  ///
  /// Morris: σ, their deviation, in the outcome's unit. Sobol: nil.
  public let deviation: Double?
  /// Whether the factor left every bit of the outcome in every row.
  public let isInert: Bool
}
