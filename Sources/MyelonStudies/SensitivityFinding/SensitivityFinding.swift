import MyelonStatistics

/// What a sensitivity study says of one outcome.
public struct SensitivityFinding: Sendable, Hashable, Codable {
  /// Share of the variance that only two factors together explain.
  public struct Pair: Sendable, Hashable, Codable {
    /// One factor.
    public let first: String
    /// The other.
    public let second: String
    /// The index.
    public let index: Estimate
  }

  /// The outcome.
  public let outcome: SensitivityOutcome
  /// Factors by falling importance; empty when nothing varied.
  public let rows: [SensitivityRow]
  /// Pairs by falling size of their index; empty unless asked for.
  public let pairs: [Pair]
  /// Importance from a quarter, a half and all of the sample; steps too small to tell anything are left out.
  public let steps: [SensitivityStep]
  /// Whether the sample was large enough.
  public let verdict: SensitivityVerdict
  /// Trajectories or points that were planned.
  public let planned: Int
  /// Those with a row that failed.
  public let failed: Int
  /// Those without a failure but with a row in which the outcome could not be determined.
  public let undetermined: Int
  /// Mean of the outcome over all rows that were used.
  public let mean: Double
  /// Smallest value over these rows.
  public let lowest: Double
  /// Largest value over these rows.
  public let highest: Double

  /// Trajectories or points that were used.
  public var used: Int { planned - failed - undetermined }
  /// Factors that left every bit of the outcome in every row.
  public var inert: [String] { rows.filter(\.isInert).map(\.factor) }
}
