import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonStimulation
import MyelonQuantities
import MyelonRegrowth

/// A rat's cord, coarse, cut or bruised at T10, and connections in it.
struct ConnectionTestCord {
  let model: LesionModel
  let table: ParameterTable
  let centre: Double
  let block: Float = 0.8

  init(_ mechanism: InjuryMechanism, species: Species = .rat, at level: String = "T10") throws {
    let anatomy = CordAnatomy.standard(species)
    centre = try anatomy.position(ofSegment: level)
    let reach = species == .rat ? 6.0 : 30
    let cord = try CordModel(
      anatomy: anatomy, from: centre - reach, to: centre + reach, spacing: species == .rat ? 0.4 : 2)
    let lesion = LesionParameters.table(for: species)
    let primary = try PrimaryInjury(
      Injury(mechanism: mechanism, level: level), cord: cord, epicentre: centre, table: lesion)
    model = try LesionModel(
      cord: cord, primary: primary, parameters: lesion, executor: SlabExecutor(threads: 1))
    table = lesion.appending(RegrowthParameters.table(for: species))
  }

  static func transected() throws -> ConnectionTestCord { try ConnectionTestCord(.transection(gap: 1)) }

  func connections(seed: UInt64 = 1) -> Connections {
    Connections(cord: model.cord, lesionCentre: centre, parameters: table, seed: seed)
  }

  var conduction: Conduction { Conduction(model, block: AxonBlock(constant: block)) }

  func graph(
    _ connections: Connections, neurons: Double = 0
  ) throws -> ConnectionGraph {
    try connections.graph(
      model: model,
      grafts: Side.allCases.map {
        Connections.GraftNeurons(transplant: 0, side: $0, name: "ipsc", neurons: neurons)
      },
      conduction: conduction, block: AxonBlock(constant: block))
  }

  func supply(_ connections: Connections, neurons: Double = 0) throws -> ConnectionSupply {
    connections.supply(
      of: try graph(connections, neurons: neurons), conduction: conduction, conditions: GrowthConditions())
  }

  func segment(_ name: String) -> Int { model.cord.segmentNames.firstIndex(of: name) ?? -1 }

  /// Axons of all descending tracts of a side, corticospinal ones counted by their weight.
  var descendingAxons: Double {
    AxonCensus.standard(model.cord.species).entries
      .filter { !$0.tract.isAscending && $0.tract != .propriospinal }
      .reduce(0) {
        $0 + $1.axonsPerSide * ($1.tract.isCorticospinal ? table["corticospinal_weight"] : 1)
      }
  }
}

extension Connections {
  /// Adds a contact under the first free number that is drawn as correct, or as misdirected.
  mutating func add(
    _ origin: AxonOrigin, _ target: Target, axons: Float, isCorrect: Bool = true, length: Float = 0
  ) -> UInt32 {
    for agent in UInt32(0)... {
      guard self.isCorrect(agent: agent) == nil else { continue }
      add(Contact(agent: agent, origin: origin, target: target, axons: axons, day: 14, length: length))
      if self.isCorrect(agent: agent) == isCorrect { return agent }
      remove(agent: agent)
      guard agent < 100_000 else { break }
    }
    return .max
  }

  /// Lives through days of constant practice with a closed net.
  mutating func live(days: Double, stepping: Double = 0, reaching: Double = 0, excitability: Double = 1) {
    advance(
      days: days, practice: [stepping, reaching], excitability: [excitability, excitability],
      permission: .none)
  }
}
