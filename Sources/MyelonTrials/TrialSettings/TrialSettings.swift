/// How often and from which seed trials are simulated on a cohort.
public struct TrialSettings: Sendable, Hashable, Codable {
  /// Simulated trials.
  public var trials: Int
  /// Seed of their streams.
  public var seed: UInt64
  /// Threads; the result does not depend on them, so that they are not written.
  public var threads = 1

  /// Most trials of one simulation.
  public static let mostTrials = 1_000_000

  private enum CodingKeys: String, CodingKey { case trials, seed }

  /// Decides.
  ///
  /// - Parameters:
  ///   - trials: simulated trials; 1,000 bring the standard error of a share to 1.6 per cent.
  ///   - seed: seed of their streams.
  ///   - threads: threads.
  public init(trials: Int = 1_000, seed: UInt64 = 1, threads: Int = 1) {
    self.trials = trials
    self.seed = seed
    self.threads = threads
  }
}
