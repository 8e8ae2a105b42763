import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

/// All axons that grow in one cord after an injury, and the connections that they make.
///
/// Cut axons of the host and grafted neurons send out growth cones (`HostRecruitment`, `GraftRecruitment`); those move
/// in the tissue as it then is (`GrowthCones` in a `GrowthEnvironment`); what they reach becomes synapses that mature, are
/// strengthened by practice or pruned (`Connections`); and what reaches a target from the brain is read off the graph of
/// connections as a supply for recovery. The order within a step is that of this sentence. The cord does not feel its
/// regrown axons. Equations and numbers: Docs/Model/Regrowth.md and Docs/Model/Connections.md.
///
/// The result does not depend on the number of threads and continues with the same bits after `restore`.
public final class Regrowth {
  /// Hours between two growth steps, about; shorter than it takes the fastest axon to grow half a millimetre.
  ///
  /// A growth step ends with the first step of the cord that completes it, so late in a run it is as long as the cord's.
  public static let stepHours = 6.0
  /// Distances beyond the lesion at which axons are counted, mm.
  public static let distances = [0.5, 1, 2, 4, 8, 15, 25]

  /// Where it happens.
  public let setting: RegrowthSetting
  /// The growth cones and their paths.
  public let cones: GrowthCones
  /// The synapses, and what practice has taught.
  public internal(set) var connections: Connections

  let environment: GrowthEnvironment
  let traits: [GrowthTraits]
  /// Grey share of the window's first and last slice, for axons that grow on beyond them.
  let endGreyShares: [Double]
  var hostRecruitment: HostRecruitment
  var graftRecruitment: GraftRecruitment
  /// Hours of the cord that the growth cones have not lived yet.
  var pending = 0.0
  /// Conditions of the last growth step.
  var conditions = GrowthConditions()
  /// Day of the first synapse beyond the lesion, by neuron type; negative while there is none.
  var firstArrival = [Double](repeating: -1, count: NeuronType.allCases.count)

  /// Prepares for the axons of one cord.
  public init(_ setting: RegrowthSetting) {
    self.setting = setting
    let table = setting.parameters
    cones = GrowthCones(
      cord: setting.cord, parameters: table, seed: setting.seed, executor: setting.executor)
    environment = GrowthEnvironment(
      cord: setting.cord, parameters: table, executor: setting.executor)
    connections = Connections(
      cord: setting.cord, lesionCentre: setting.epicentre, parameters: table, seed: setting.seed)
    let traits = GrowthTraits.all(table)
    let host = HostAxons(cord: setting.cord, anatomy: setting.anatomy, budget: setting.budget) {
      traits[Int($0.rawValue)].regeneratingShare
    }
    self.traits = traits
    endGreyShares = Self.endGreyShares(setting.cord)
    hostRecruitment = HostRecruitment(
      host: host, cord: setting.cord, parameters: table, onsetDays: table["sprouting_onset_host"],
      seed: setting.seed)
    graftRecruitment = GraftRecruitment(budget: setting.budget, seed: setting.seed)
  }
}
