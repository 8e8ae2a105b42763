import MyelonStatistics
import MyelonTrialDesigns

/// The randomised stage of a protocol: its size, its bounds, its allocation and what it does under assumptions.
public struct RandomisedReport: Sendable, Hashable, Codable {
  /// What the stage does at one share of the planned effect.
  public struct Result: Sendable, Hashable, Codable {
    /// Share of the planned effect that is true; 0 is a therapy that does nothing.
    public let share: Double
    /// Formula and simulation.
    public let characteristics: EfficacyCharacteristics
  }

  /// What is compared and how, in sentences.
  public let definitions: [String]
  /// Sample size and power.
  public let size: EfficacySize
  /// What the stage does.
  public let results: [Result]
  /// How well allocation balances.
  public let allocation: AllocationCharacteristics
  /// Names of the factors of allocation.
  public let factors: [String]
  /// Allocation that follows the data, under no effect and the planned one; empty without.
  public let adaptive: [AdaptiveCharacteristics]
  /// The table of adaptive allocation; nil without.
  public let adaptiveDecisions: DesignTable?
  /// Borrowed controls at true values of control and treated; empty without.
  public let borrowing: [BorrowingCharacteristics]
  /// The table of borrowed controls; nil without, or for means.
  public let borrowingDecisions: DesignTable?

  /// Computes the report.
  ///
  /// - Parameters:
  ///   - stage: the stage.
  ///   - request: trials, seed and threads.
  /// - Throws: `EfficacyError` naming what is wrong.
  public init(_ stage: RandomisedStage, _ request: DesignRequest) throws(EfficacyError) {
    size = stage.size
    definitions = Self.definitions(stage)
    var asked = request.simulation(stage.simulation)
    // A trial of many thousand people is not drawn ten thousand times: at most some 10^8 people.
    asked.trials = min(asked.trials, max(100, 100_000_000 / max(1, stage.size.total)))
    let simulation = try EfficacySimulation(stage.size, trials: asked.trials, seed: asked.seed)
    var results: [Result] = []
    for share in stage.shares {
      results.append(
        Result(share: share, characteristics: try simulation.run(share: share, threads: request.threads)))
    }
    self.results = results
    factors = stage.factors.map(\.name)
    // A thousand trials show balance to the second digit; each allocates everybody.
    allocation = try stage.allocation.characteristics(
      people: min(1000, stage.size.enrolled), balanced: stage.factors, levelShares: stage.levelShares,
      trials: min(1000, max(2, asked.trials)), seed: asked.seed)
    adaptive = try Self.adaptive(stage, asked, request.threads)
    adaptiveDecisions = try stage.adaptive?.table()
    (borrowing, borrowingDecisions) = try Self.borrowing(stage)
  }

  private static func definitions(_ stage: RandomisedStage) -> [String] {
    [
      "\(stage.treatedArm) against \(stage.controlArm); \(stage.outcome.sentence).",
      "Compared: \(stage.design.endpoint.label).",
      "A positive effect is a benefit. Share 0 of the planned effect is a therapy that does nothing: its success is an error.",
    ]
  }

  private static func adaptive(_ stage: RandomisedStage, _ simulation: ProtocolSimulation, _ threads: Int)
    throws(EfficacyError) -> [AdaptiveCharacteristics]
  {
    guard let design = stage.adaptive, case .responder(let endpoint) = stage.design.endpoint else {
      return []
    }
    var found: [AdaptiveCharacteristics] = []
    for treated in [endpoint.controlRate, endpoint.treatedRate] {
      found.append(
        design.maximumPeople <= AdaptiveRandomisation.mostExact
          ? try design.characteristics(treatedRate: treated, controlRate: endpoint.controlRate)
          : try design.simulated(
            treatedRate: treated, controlRate: endpoint.controlRate, trials: simulation.trials,
            seed: simulation.seed, threads: threads))
    }
    return found
  }

  /// Success without effect and with the planned one, where history is right and where it is off to either side.
  private static func borrowing(_ stage: RandomisedStage) throws(EfficacyError)
    -> ([BorrowingCharacteristics], DesignTable?)
  {
    var found: [BorrowingCharacteristics] = []
    switch (stage.borrowing, stage.design.endpoint) {
    case (.binary(let design)?, .responder(let endpoint)):
      let plan = try BinaryBorrowingPlan(design)
      let mean = design.controlPrior.mean
      let effect = endpoint.treatedRate - endpoint.controlRate
      for control in [mean - 0.1, mean, mean + 0.1].map({ min(0.99, max(0.01, $0)) }) {
        for treated in [control, min(0.99, max(0.01, control + effect))] {
          found.append(try plan.characteristics(treatedRate: treated, controlRate: control))
        }
      }
      return (found, plan.table)
    case (.normal(let design)?, .continuous(let endpoint)):
      let mean = design.controlPrior.mean
      let off = design.controlPrior.variance.squareRoot()
      for control in [mean - off, mean, mean + off] {
        for treated in [control, control + endpoint.difference] {
          found.append(try design.characteristics(treatedMean: treated, controlMean: control))
        }
      }
      return (found, nil)
    default: return ([], nil)
    }
  }
}
