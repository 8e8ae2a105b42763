import MyelonAnatomy
import MyelonFields
import MyelonLesion

extension Graft {
  /// Names of the transplants, in order of placing.
  public var names: [String] { transplants.map(\.plan.name) }

  /// Plan of a transplant.
  public func plan(_ index: Int) -> CellTransplant { transplants[index].plan }

  /// Cells that an agent of a transplant stands for.
  public func cellsPerAgent(_ index: Int) -> Int { ledger.entries[index].cellsPerAgent }

  /// The agent of a slot, living or dead; a dead agent's slot is given up when slots run out.
  public func cell(_ slot: Int) -> GraftCell {
    precondition(slot >= 0 && slot < agents.count, "There are \(agents.count) slots; found \(slot)")
    return GraftCell(
      id: agents.id[slot], clone: agents.clone[slot], transplant: Int(agents.transplant[slot]),
      position: SIMD3(agents.x[slot], agents.y[slot], agents.z[slot]), voxel: Int(agents.voxel[slot]),
      fate: GraftFate(rawValue: agents.fate[slot]) ?? .other,
      condition: GraftCondition(rawValue: agents.condition[slot]) ?? .basal,
      generation: Int(agents.generation[slot]), birth: agents.birth[slot], death: agents.death[slot],
      stress: agents.stress[slot], maturity: agents.maturity[slot])
  }

  /// Living cells per voxel of a transplant, in grid order.
  public func density(of index: Int) -> [Float] {
    var cells = [Float](repeating: 0, count: cord.grid.count)
    let weight = Float(cellsPerAgent(index))
    for row in 0..<census.rows { cells[Int(census.voxels[row])] = Float(census.living(row, index)) * weight }
    return cells
  }

  /// The state of every transplant.
  ///
  /// - Parameter model: the cord, for the risk that its BDNF adds.
  /// - Returns: one entry a transplant, in order of placing.
  public func summaries(_ model: LesionModel) -> [GraftSummary] {
    var stress = [Double](repeating: 0, count: transplants.count)
    for slot in 0..<agents.count where agents.condition[slot] == GraftCondition.alive.rawValue {
      stress[Int(agents.transplant[slot])] += Double(agents.stress[slot])
    }
    let factorRisk = numbers.sproutingRisk * meanFactorLevel(model)
    return transplants.indices.map { index in
      let record = transplants[index]
      let entry = ledger.entries[index]
      let weight = Double(entry.cellsPerAgent)
      let living = Double(entry.totalAlive) * weight
      let ownRisk = min(max(record.term(.sproutingRisk) * living * 1e-6, 0), 1)
      return GraftSummary(
        name: record.plan.name, placed: Double(entry.placed) * weight,
        alive: entry.alive.map { Double($0) * weight },
        dead: entry.dead.map { Double($0) * weight }, born: Double(entry.born) * weight,
        survival: entry.placed > 0 ? Double(entry.totalAlive) / Double(entry.placed) : 0,
        volume: living * record.cellVolume, cloneCells: record.clones.cells,
        tumourVolume: tumourVolume(record),
        clones: record.clones.living,
        stress: entry.totalAlive > 0 ? stress[index] / Double(entry.totalAlive) : 0,
        response: record.immunity.response, remote: record.remoteCells * record.remoteShare(at: hours),
        sproutingRisk: 1 - (1 - ownRisk) * (1 - factorRisk))
    }
  }

  /// Mean over the cord's volume of the saturation of BDNF's effect on sprouting.
  private func meanFactorLevel(_ model: LesionModel) -> Double {
    let bdnf = model.state.values(.bdnf)
    var level = 0.0
    var whole = 0.0
    for voxel in cord.cordFraction.indices where cord.cordFraction[voxel] > 0 {
      let share = Double(cord.cordFraction[voxel])
      whole += share
      level += share * Double(bdnf[voxel]) / (numbers.sproutingHalf + Double(bdnf[voxel]))
    }
    return whole > 0 ? level / whole : 0
  }
}
