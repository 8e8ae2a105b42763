import MyelonSimulation

/// What distinguishes the lives of a study from a run of their scenario.
public struct LifeSettings: Sendable, Hashable, Codable {
  /// Most growth cones of an arm; fewer than in a run, because an ensemble averages anyway.
  public var growthCones: Int
  /// Most agents that stand for the grafted cells of an arm.
  public var agents: Int
  /// Whether each member's susceptibility is drawn at random, whatever the scenario says; nil leaves it to the scenario.
  public var individualVariation: Bool?
  /// Which numbers are kept of each visit.
  public var outcomes: LifeOutcomes

  /// Growth cones when nothing is said: with them a year costs half, and the scores of single lives move by less than an
  /// examiner's error (see Docs/Studies.md).
  public static let standardGrowthCones = 2_000
  /// Agents when nothing is said; assumed because ten thousand still hold survival to a per cent.
  public static let standardAgents = 10_000

  /// Decides how lives are lived.
  ///
  /// - Parameters:
  ///   - growthCones: most growth cones of an arm; never more than the scenario's.
  ///   - agents: most agents of an arm; never more than the scenario's.
  ///   - individualVariation: whether susceptibility is drawn, or nil for what the scenario says.
  ///   - outcomes: which numbers are kept.
  public init(
    growthCones: Int = Self.standardGrowthCones, agents: Int = Self.standardAgents,
    individualVariation: Bool? = true, outcomes: LifeOutcomes = .scores
  ) {
    self.growthCones = growthCones
    self.agents = agents
    self.individualVariation = individualVariation
    self.outcomes = outcomes
  }

  /// A scenario as the members of a study live it.
  func applied(to scenario: Scenario) -> Scenario {
    var changed = scenario
    changed.run.growthCones = min(growthCones, scenario.run.growthCones)
    changed.run.agents = min(agents, scenario.run.agents)
    changed.run.individualVariation = individualVariation ?? scenario.run.individualVariation
    changed.run.threads = nil
    changed.outputs.fields = .none
    return changed
  }
}
