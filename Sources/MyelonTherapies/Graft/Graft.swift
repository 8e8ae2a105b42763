import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

/// All cells that were transplanted into one cord, as agents that live, divide, move, choose a fate and die.
///
/// An agent stands for a stated number of cells of its transplant. In a step every living agent draws four random
/// words keyed by (seed, agent, step): one decides over death, one over division and the choice of a fate, two move
/// it. What it draws against is a table with one row for each voxel that holds cells and each transplant
/// (`GraftRates`), so the loop over agents only looks up. Cells act on the cord through its fields alone, and so on
/// each other: cells of one transplant make the niche of another. Equations and numbers: Docs/Model/Grafts.md.
///
/// The result does not depend on the number of threads, and continues with the same bits after `restore`.
public final class Graft {
  /// The most agents, living and dead, that divisions may fill.
  public static let agentLimit = 1_000_000
  /// Least share of cord in a voxel that holds grafted cells: a sliver of cord at the surface holds none.
  public static let leastCordShare: Float = 0.25

  /// Agents that one transplant may use.
  public let agentBudget: Int
  /// Clock, hours after injury.
  public internal(set) var hours = 0.0
  /// The books.
  public internal(set) var ledger = GraftLedger()
  /// Adhesion that the scaffold of the arm offers, 0 to 1; `graft_scaffold_adhesion` unless the arm states one.
  public var scaffoldAdhesion: Double

  let cord: CordModel
  let epicentre: Double
  let seed: UInt64
  let executor: SlabExecutor
  let numbers: GraftNumbers
  var agents = GraftAgents()
  var transplants: [GraftTransplant] = []
  var nextID: UInt32 = 0
  var step: UInt32 = 0
  let census: GraftCensus
  /// How far the injury has primed the host.
  var priming = HostPriming()
  /// Share of flow that tumours leave to each voxel; empty while there is no tumour.
  var pressure: [Float] = []
  /// Division or choice of a fate that an agent drew in this step, one entry a slot.
  var decisions: [UInt8] = []
  /// Agents of each slab that died or divided in this step.
  var slabEvents: [Int32] = []

  /// Prepares for the transplants of one arm.
  ///
  /// - Parameters:
  ///   - cord: the voxel model that receives cells.
  ///   - epicentre: position of the injury, mm from the rostral end of C1.
  ///   - parameters: a table that holds all of `TherapyParameters`.
  ///   - seed: seed of the run.
  ///   - executor: threads to use; the result does not depend on their number.
  ///   - agentBudget: agents per transplant, held between 1 and `agentLimit`.
  public init(
    cord: CordModel, epicentre: Double, parameters: ParameterTable, seed: UInt64, executor: SlabExecutor,
    agentBudget: Int = 100_000
  ) {
    self.cord = cord
    self.epicentre = epicentre
    self.seed = seed
    self.executor = executor
    self.agentBudget = min(max(agentBudget, 1), Self.agentLimit)
    numbers = GraftNumbers(parameters)
    scaffoldAdhesion = numbers.scaffoldAdhesion
    census = GraftCensus(voxels: cord.grid.count)
  }

  /// Slots of agents in use, dead agents included.
  public var agentCount: Int { agents.count }
  /// True while nothing was placed.
  public var isEmpty: Bool { transplants.isEmpty }

  /// Volume of cord in a voxel, mm3.
  func volume(_ voxel: Int) -> Double { cord.grid.voxelVolume * Double(cord.cordFraction[voxel]) }

  /// Turns on the safety switch of a transplant; it kills its share within a day, once.
  ///
  /// Cells that carry no switch, and cells that survived that day, are not touched again.
  ///
  /// - Parameters:
  ///   - transplant: name of the transplant; nothing happens when none has it.
  ///   - hours: hours after injury.
  public func activateSafetySwitch(transplant: String, at hours: Double) {
    for index in transplants.indices
    where transplants[index].plan.name == transplant && transplants[index].switched == nil {
      transplants[index].switched = hours
    }
  }
}
