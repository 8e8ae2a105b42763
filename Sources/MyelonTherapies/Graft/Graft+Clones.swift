import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonRandom

extension Graft {
  /// Grows the clones of every transplant; rejection and an activated safety switch kill their cells as they kill others.
  func advanceClones(hours length: Double, immunosuppression: Double) {
    for index in transplants.indices where !transplants[index].clones.clones.isEmpty {
      let record = transplants[index]
      let doubling = record.term(.cloneDoubling)
      let growth = doubling > 0 ? log(2) / (24 * doubling) : 0
      let division = growth / (1 - numbers.cloneDeathShare)
      let natural = division * numbers.cloneDeathShare
      let rejection = record.rejectionRate(
        quiet: numbers.rejectionQuiet, priming: priming.level, immunosuppression: immunosuppression)
      let killing = rejection + record.switchRate(during: hours - length, hours: length)
      let rates = CloneHazard.Rates(
        division: division, death: natural + killing, naturalDeath: natural, capacity: numbers.cloneCapacity)
      var random = RandomStream(
        seed: seed, entity: 0x4347_0000 &+ UInt32(truncatingIfNeeded: index), step: step)
      transplants[index].clones.advance(rates, hours: length, random: &random)
    }
  }

  /// Volume of the clones of a transplant, mm3.
  func tumourVolume(_ record: GraftTransplant) -> Double { record.clones.cells * record.cellVolume }

  /// Tumours press on the vessels around them: the patency of a voxel at distance s from the centre of a tumour of radius
  /// r and volume V is multiplied by `1 - V / (V + V_p) (1 - s / 3 r)+`, and regains it when the tumour goes.
  func press(_ model: LesionModel) {
    let tumours = transplants.flatMap { record in
      record.clones.clones.compactMap { clone -> (voxel: Int, volume: Double)? in
        let volume = clone.cells * record.cellVolume
        return volume > 0.01 * numbers.tumourVolume ? (Int(clone.voxel), volume) : nil
      }
    }
    guard !tumours.isEmpty || !pressure.isEmpty else { return }
    let grid = cord.grid
    let patency = model.state.mutableValues(.patency)
    if pressure.isEmpty { pressure = [Float](repeating: 1, count: grid.count) }
    var left = [Float](repeating: 1, count: grid.count)
    for tumour in tumours { press(tumour.voxel, tumour.volume, into: &left) }
    for voxel in left.indices where left[voxel] != pressure[voxel] {
      patency[voxel] = min(1, patency[voxel] / pressure[voxel]) * left[voxel]
    }
    pressure = tumours.isEmpty ? [] : left
  }

  private func press(_ centre: Int, _ volume: Double, into left: inout [Float]) {
    let grid = cord.grid
    let middle = grid.centre(centre % grid.nx, centre / grid.nx % grid.ny, centre / (grid.nx * grid.ny))
    let reach = 3 * pow(3 * volume / (4 * Double.pi), 1.0 / 3)
    // A voxel keeps a twentieth of its flow, so that the factor can be taken back.
    let strength = min(volume / (volume + numbers.pressureHalf), 0.95)
    for z in 0..<grid.nz {
      for y in 0..<grid.ny {
        for x in 0..<grid.nx where cord.cordFraction[grid.index(x, y, z)] > 0 {
          let offset = grid.centre(x, y, z) - middle
          let distance = (offset * offset).sum().squareRoot()
          guard distance < reach else { continue }
          let factor = max(0.05, left[grid.index(x, y, z)] * Float(1 - strength * (1 - distance / reach)))
          left[grid.index(x, y, z)] = factor
        }
      }
    }
  }

  /// Mature myelin-forming cells wrap bare axons: `dr/dt = k (n / 10⁴ mm⁻³) (1 - m - r)`.
  func remyelinate(_ model: LesionModel, hours length: Double) {
    let myelin = model.state.values(.myelin)
    let remyelination = model.state.mutableValues(.remyelination)
    for index in transplants.indices {
      let rate = transplants[index].term(.remyelination)
      guard rate > 0 else { continue }
      let weight = Double(ledger.entries[index].cellsPerAgent)
      for row in 0..<census.rows {
        let mature = census.myelinating(row, index)
        guard mature > 0 else { continue }
        let voxel = Int(census.voxels[row])
        let bare = max(0, 1 - myelin[voxel] - remyelination[voxel])
        let density = mature * weight / volume(voxel)
        remyelination[voxel] += bare * Float(1 - exp(-rate * density * 1e-4 * length))
      }
    }
  }

  /// Notes tumours, rejections and overgrowth when they first occur.
  func findEvents(_ model: LesionModel) {
    let lost = lostVolume(model)
    for index in transplants.indices where !transplants[index].isVesicles {
      let record = transplants[index]
      let entry = ledger.entries[index]
      let tumour = record.clones.largest * record.cellVolume
      if tumour >= numbers.tumourVolume { note(.tumour, index) }
      if 2 * entry.dead(.rejection) > entry.placed { note(.rejection, index) }
      let perAgent = Double(entry.cellsPerAgent) * record.cellVolume
      let filled = Double(entry.totalAlive) * perAgent + tumourVolume(record)
      if filled > lost, filled > Double(entry.placed) * perAgent { note(.overgrowth, index) }
    }
  }

  private func note(_ kind: GraftEvent.Kind, _ index: Int) {
    if transplants[index].events[kind] == nil { transplants[index].events[kind] = hours }
  }

  /// Volume of the cord without living tissue, mm3.
  private func lostVolume(_ model: LesionModel) -> Double {
    let tissue = model.state.values(.tissue)
    var lost = 0.0
    for voxel in cord.cordFraction.indices where tissue[voxel] < 1 {
      lost += Double(1 - tissue[voxel]) * Double(cord.cordFraction[voxel])
    }
    return lost * cord.grid.voxelVolume
  }

  /// What has happened so far, in order of time, then of placing.
  public var events: [GraftEvent] {
    transplants.flatMap { record in
      GraftEvent.Kind.allCases.compactMap { kind in
        record.events[kind].map { GraftEvent(kind: kind, transplant: record.plan.name, hours: $0) }
      }
    }.sorted { $0.hours < $1.hours }
  }
}
