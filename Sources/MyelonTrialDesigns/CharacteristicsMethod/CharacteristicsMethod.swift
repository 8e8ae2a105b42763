/// How operating characteristics were computed.
public enum CharacteristicsMethod: Codable, Sendable, Hashable {
  /// All possible courses of the trial, with their probabilities.
  case exact
  /// Simulated trials.
  case simulation(trials: Int, seed: UInt64)
}
