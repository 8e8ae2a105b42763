/// How many trials are simulated, and from which seed.
public struct ProtocolSimulation: Sendable, Hashable, Codable {
  /// Simulated trials.
  public var trials: Int
  /// Seed of their streams.
  public var seed: UInt64

  /// Describes a simulation.
  ///
  /// - Parameters:
  ///   - trials: simulated trials; 10,000 bring the standard error of a share to half a per cent.
  ///   - seed: seed of their streams.
  public init(trials: Int = 10_000, seed: UInt64 = 1) {
    self.trials = trials
    self.seed = seed
  }
}
