import MyelonFields
import MyelonQuantities
import MyelonStimulation

/// The subject and the run that a treatment protocol meets.
public struct TherapyContext: Sendable {
  /// Body mass, kg; nil for the species' usual one.
  public var bodyMass: Double?
  /// Position of the injury, mm from the rostral end of C1.
  public var epicentre: Double
  /// A table that holds `TherapyParameters`.
  public var parameters: ParameterTable
  /// Seed of the run.
  public var seed: UInt64
  /// Agents that one transplant may use.
  public var agentBudget: Int
  /// Threads to use; the result does not depend on their number.
  public var executor: SlabExecutor
  /// What electrodes and pulses recruit, for every setting of stimulation in the plan.
  public var recruitment: [StimulationSetting: CircuitRecruitment]

  /// Joins what a protocol meets.
  public init(
    bodyMass: Double? = nil, epicentre: Double, parameters: ParameterTable, seed: UInt64,
    agentBudget: Int, executor: SlabExecutor,
    recruitment: [StimulationSetting: CircuitRecruitment] = [:]
  ) {
    self.bodyMass = bodyMass
    self.epicentre = epicentre
    self.parameters = parameters
    self.seed = seed
    self.agentBudget = agentBudget
    self.executor = executor
    self.recruitment = recruitment
  }
}
