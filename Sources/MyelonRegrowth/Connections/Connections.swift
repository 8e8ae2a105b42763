import MyelonAnatomy
import MyelonLesion
import MyelonQuantities

/// Synapses that growth cones have formed, and what practice makes of them.
///
/// A synapse has the efficacy `e = m s k`:
/// - maturity m: `m' = (1 - m) / τ_y` from 0;
/// - strength s: `s' = (s∞ - s) / τ_q` from s₀, with `s∞ = s₀ + (1 - s₀) q` for a correct synapse in a circuit of activity q,
///   and `s∞ = s₀` for a misdirected one;
/// - what is kept k: `k' = -λ_w (1 - q)(1 - s) k` for a correct one, `k' = -λ_x p k` for a misdirected one under practice p.
///
/// Practice and excitability are constant over a step, so the closed forms used are exact whatever the step. Whether a
/// synapse is correct is drawn once from the seed and its agent's number.
public struct Connections: Sendable {
  /// Names of the cord's segments.
  public let segmentNames: [String]
  /// Position of the lesion's centre, mm: axons of the brain have crossed it when they connect caudal to it.
  public let lesionCentre: Double
  /// What practice has taught the spared connections.
  public internal(set) var learning: TaskLearning

  let species: Species
  let seed: UInt64
  let parameters: ConnectionParameters
  let velocity: ConnectionVelocity
  let layout: SegmentLayout
  let norms: SupplyNorms
  let zones: SproutingZones
  var synapses = SynapseStore()

  /// A cord without new connections.
  ///
  /// - Parameters:
  ///   - cord: the voxelised window.
  ///   - lesionCentre: position of the lesion's centre, mm from the rostral end of C1.
  ///   - parameters: a table that holds `RegrowthParameters`.
  ///   - seed: seed of the run.
  public init(cord: CordModel, lesionCentre: Double, parameters: ParameterTable, seed: UInt64) {
    segmentNames = cord.segmentNames
    species = cord.species
    self.lesionCentre = lesionCentre
    self.seed = seed
    self.parameters = ConnectionParameters(parameters)
    velocity = ConnectionVelocity(parameters)
    learning = TaskLearning(parameters)
    layout = SegmentLayout(cord: cord, lesionCentre: lesionCentre)
    norms = SupplyNorms(layout: layout, species: cord.species, parameters: self.parameters)
    zones = SproutingZones(
      cord: cord, lesionCentre: lesionCentre, circuits: layout.circuits, numbers: SproutingNumbers(parameters)
    )
  }

  /// Number of synapses.
  public var count: Int { synapses.count }

  /// Adds the synapse of a growth cone; one that the same agent had before is replaced.
  ///
  /// A contact that stands for no finite number of axons is passed over; a segment beyond the cord's counts as its last.
  public mutating func add(_ contact: Contact) {
    guard contact.axons.isFinite, contact.axons > 0 else { return }
    let contact = layout.withinCord(contact)
    synapses.remove(contact.agent)
    synapses.append(contact, isCorrect: isCorrect(contact), strength: parameters.unpractised)
  }

  /// Takes away the synapse of an agent that has withdrawn; does nothing when it has none.
  public mutating func remove(agent: UInt32) { synapses.remove(agent) }

  /// Corrects what is known of an agent's axons.
  ///
  /// - Parameters:
  ///   - agent: number of the agent.
  ///   - length: length grown, mm.
  ///   - myelin: share of the new axon that is myelinated, 0 to 1.
  public mutating func update(agent: UInt32, length: Float, myelin: Float) {
    guard let slot = synapses.slots[agent] else { return }
    synapses.length[slot] = SegmentLayout.bounded(length, by: 1e4)
    synapses.myelin[slot] = SegmentLayout.bounded(myelin, by: 1)
  }

  /// Efficacy of an agent's synapse, 0 to 1; 0 when it has none.
  public func efficacy(of agent: UInt32) -> Float {
    synapses.slots[agent].map { Float(synapses.efficacy($0)) } ?? 0
  }

  /// Whether an agent's synapse is on the right target, nil when it has no synapse.
  public func isCorrect(agent: UInt32) -> Bool? { synapses.slots[agent].map { synapses.isCorrect[$0] } }

  /// Lives through a step.
  ///
  /// - Parameters:
  ///   - days: length of the step, d.
  ///   - conditions: practice and excitability, constant over the step.
  ///   - model: the cord, for what its fields permit spared fibres to do.
  public mutating func advance(days: Double, conditions: GrowthConditions, model: LesionModel) {
    let permission = conditions.mayPermitSprouting ? zones.permission(of: model, conditions) : .none
    advance(
      days: days, practice: conditions.practice.map(Double.init),
      excitability: conditions.excitability.map(Double.init), permission: permission)
  }

  /// Lives through a step whose permission to sprout is known.
  ///
  /// - Parameters:
  ///   - days: length of the step, d.
  ///   - practice: daily dose of each task, 0 to 1.
  ///   - excitability: excitability of the circuits of each task, fold.
  ///   - permission: how far the circuits of each task let spared fibres sprout.
  public mutating func advance(
    days: Double, practice: [Double], excitability: [Double], permission: SproutingPermission
  ) {
    guard days > 0 else { return }
    learning.advance(days: days, practice: practice, permission: permission)
    let step = SynapseStep(
      days: days, parameters: parameters, practice: practice, excitability: excitability,
      taskOfSegment: layout.taskOfSegment)
    step.apply(to: &synapses)
  }
}
