import MyelonStatistics

/// A published figure beside what the model's people do.
public struct NaturalHistoryResult: Sendable, Hashable {
  /// What the comparison says.
  public enum Verdict: String, Sendable, Hashable {
    /// The difference is within what sampling on both sides explains.
    case agrees
    /// The model's value is higher than that.
    case tooHigh = "too high"
    /// The model's value is lower than that.
    case tooLow = "too low"
    /// Too few simulated people.
    case unknown = "too few people"
  }

  /// The published figure.
  public let row: NaturalHistoryRow
  /// The model's value with its interval; nil when too few people have the baseline.
  public let simulated: Estimate?
  /// Simulated people (or sides) behind it.
  public let count: Int

  /// Joins a figure and its simulation.
  ///
  /// - Parameters:
  ///   - row: the published figure.
  ///   - simulated: the model's value.
  ///   - count: people or sides behind it.
  public init(row: NaturalHistoryRow, simulated: Estimate?, count: Int) {
    self.row = row
    self.simulated = simulated
    self.count = count
  }

  /// Distance from the nearest published value, in standard errors of the difference; nil when unknown.
  ///
  /// With few or no people with an event the simulated standard error comes from the Wilson interval, which is never 0.
  public var distance: Double? {
    guard let simulated else { return nil }
    let nearest = min(max(simulated.value, row.value), row.upTo ?? row.value)
    let own = (simulated.high - simulated.low) / (2 * 1.96)
    let error = (own * own + row.standardError * row.standardError).squareRoot()
    let difference = simulated.value - nearest
    return difference == 0 ? 0 : difference / max(error, 1e-9)
  }

  /// What the comparison says, at a level of 5 %.
  public var verdict: Verdict {
    guard let distance else { return .unknown }
    return abs(distance) <= 1.96 ? .agrees : distance > 0 ? .tooHigh : .tooLow
  }
}
