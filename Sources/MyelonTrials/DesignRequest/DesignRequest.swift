/// What is to be computed of a protocol.
public struct DesignRequest: Sendable, Hashable {
  /// Stages; empty for all.
  public var stages: [TrialStage]
  /// Simulated trials instead of what the file says; nil for that.
  public var trials: Int?
  /// Seed instead of what the file says; nil for that.
  public var seed: UInt64?
  /// Threads; they change nothing but speed.
  public var threads: Int

  /// Describes a request.
  ///
  /// - Parameters:
  ///   - stages: stages; empty for all.
  ///   - trials: simulated trials instead of what the file says.
  ///   - seed: seed instead of what the file says.
  ///   - threads: threads.
  public init(stages: [TrialStage] = [], trials: Int? = nil, seed: UInt64? = nil, threads: Int = 1) {
    self.stages = stages
    self.trials = trials
    self.seed = seed
    self.threads = threads
  }

  /// The simulation of a stage as asked for.
  func simulation(_ file: ProtocolSimulation) -> ProtocolSimulation {
    ProtocolSimulation(trials: trials ?? file.trials, seed: seed ?? file.seed)
  }

  /// Whether a stage is asked for.
  func includes(_ stage: TrialStage) -> Bool { stages.isEmpty || stages.contains(stage) }
}
