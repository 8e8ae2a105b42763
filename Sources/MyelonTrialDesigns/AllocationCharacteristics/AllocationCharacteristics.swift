import MyelonStatistics

/// How well a procedure of allocation balances arms, over simulated trials.
public struct AllocationCharacteristics: Sendable, Hashable, Codable {
  /// Number of simulated trials.
  public let trials: Int
  /// People of each trial.
  public let people: Int
  /// Mean over trials of the largest less the smallest arm, counts divided by the ratio.
  public let totalImbalance: Estimate
  /// The same within levels of each factor, mean over levels.
  public let factorImbalance: [Estimate]
  /// Share of people whose arm one guesses by always naming the arm that is behind (Blackwell & Hodges 1957).
  public let guessed: Estimate
}
