import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

/// The connections of a cord at one time, as they are read for recovery, files and reports.
public struct RegrowthReading: Sendable {
  /// Nodes and edges.
  public let graph: ConnectionGraph
  /// What they bring to each segment.
  public let supply: ConnectionSupply
  /// What misdirected ones may do.
  public let hazard: SproutingHazard
}

extension Regrowth {
  /// Reads the connections at the cord's present time.
  ///
  /// - Parameters:
  ///   - model: the cord.
  ///   - conditions: what therapies offer now; stimulation counts only if it is on during the examination.
  /// - Returns: graph, supply and hazards.
  /// - Throws: `ConnectionsError` when a number of a synapse is not finite.
  public func reading(
    _ model: LesionModel, conditions: GrowthConditions
  ) throws(ConnectionsError) -> RegrowthReading {
    let conduction = Conduction(model)
    let graph = try connections.graph(
      model: model, grafts: graftNeurons(conditions), conduction: conduction)
    return RegrowthReading(
      graph: graph,
      supply: connections.supply(of: graph, conduction: conduction, conditions: conditions),
      hazard: connections.hazard(model: model, conduction: conduction))
  }

  /// Living neurons of each transplant on each side.
  private func graftNeurons(_ conditions: GrowthConditions) -> [Connections.GraftNeurons] {
    let columns = setting.cord.grid.nx
    return conditions.graftCells.enumerated().flatMap { transplant, cells in
      var sums = [0.0, 0.0]
      for (voxel, count) in cells.enumerated() where count > 0 {
        sums[voxel % columns < columns / 2 ? 0 : 1] += Double(count)
      }
      return Side.allCases.map {
        Connections.GraftNeurons(
          transplant: transplant, side: $0, name: conditions.graftNames[transplant],
          neurons: sums[Int($0.rawValue)])
      }
    }
  }
}
