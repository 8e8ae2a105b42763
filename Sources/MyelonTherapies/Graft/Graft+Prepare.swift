import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

extension Graft {
  /// Adds what the cells do to the cord during the step that begins: sources of factors, drive of macrophages, protection
  /// and the volume that they fill.
  ///
  /// A voxel of volume V with n cells (cells/mm3) and a share of extracellular space a (see `ExtracellularSpace`) gains
  /// `1000 s n / a` ng/mL/h of a factor that a cell secretes at s ng/h. Density spreads its paracrine effects over
  /// `sqrt(D / λ)` of IL-10, the distance that a protein goes before it is cleared; with the spread density p, the
  /// drive gains `immunomodulation p / (K + p)` and protection `paracrine_protection p / (K + p)`.
  ///
  /// - Parameters:
  ///   - model: the cord at the beginning of the step.
  ///   - length: length of the step, h.
  public func prepare(_ model: LesionModel, hours length: Double) {
    for index in transplants.indices {
      if transplants[index].isVesicles {
        releaseVesicles(index, model, hours: length)
        actThroughVesicles(transplants[index], model)
      } else {
        secrete(index, model)
        fillVolume(index, model)
        actNearby(index, model)
        actFromAfar(transplants[index], model)
      }
    }
    press(model)
  }

  /// What one cell secretes of each factor without a circuit, ng/h (chondroitinase: U/h).
  private func constantSecretion(_ record: GraftTransplant) -> [(Factor, Double)] {
    var rates: [(Factor, Double)] = [
      (.bdnf, record.term(.secretionBDNF)), (.nt3, record.term(.secretionNT3)),
      (.gdnf, record.term(.secretionGDNF)),
      (.vegf, record.term(.secretionVEGF)), (.interleukin10, record.term(.secretionIL10)),
    ]
    for engineered in record.plan.engineering {
      if case .secretes(let factor, let rate) = engineered { rates.append((factor, rate)) }
    }
    return rates.filter { $0.1 > 0 }.map { ($0.0, $0.1 * Self.perCellHour($0.0)) }
  }

  /// From ng (of chondroitinase mU) per million cells a day to ng (U) per cell and hour.
  private static func perCellHour(_ factor: Factor) -> Double {
    (factor == .chondroitinase ? 1e-3 : 1) / (24 * 1e6)
  }

  private func secrete(_ index: Int, _ model: LesionModel) {
    let record = transplants[index]
    for (factor, rate) in constantSecretion(record) {
      addSource(factor.field, index, model) { _ in rate }
    }
    for engineered in record.plan.engineering {
      guard case .responds(let circuit) = engineered else { continue }
      let perCell = Self.perCellHour(circuit.factor)
      addSource(circuit.factor.field, index, model) { voxel in
        circuit.rate(at: Self.signal(circuit.sensor, voxel, model)) * perCell
      }
    }
  }

  /// Adds `1000 s n / a` in every voxel that holds cells of a transplant.
  private func addSource(_ field: TissueField, _ index: Int, _ model: LesionModel, rate: (Int) -> Double) {
    let weight = Double(ledger.entries[index].cellsPerAgent)
    let cavity = model.state.values(.cavity)
    let sources = model.sources.rates(field)
    for row in 0..<census.rows {
      let count = census.living(row, index)
      guard count > 0 else { continue }
      let voxel = Int(census.voxels[row])
      let space = numbers.space.fraction(cavity: cavity[voxel], scaffold: 0)
      let density = Double(count) * weight / volume(voxel)
      sources[voxel] += Float(1000 * rate(voxel) * density / space)
    }
  }

  static func signal(_ sensor: SenseAndRespond.Sensor, _ voxel: Int, _ model: LesionModel) -> Double {
    switch sensor {
    case .cytokine: Double(model.state.values(.proInflammatoryCytokine)[voxel])
    case .hypoxia: max(0, 1 - Double(model.state.values(.perfusion)[voxel]))
    case .oxidants: Double(model.state.values(.oxidants)[voxel])
    }
  }

  private func fillVolume(_ index: Int, _ model: LesionModel) {
    let perAgent = Double(ledger.entries[index].cellsPerAgent) * transplants[index].cellVolume
    let graft = model.state.mutableValues(.graft)
    for row in 0..<census.rows {
      let voxel = Int(census.voxels[row])
      let share = Double(census.living(row, index)) * perAgent / volume(voxel)
      graft[voxel] = min(1, graft[voxel] + Float(share))
    }
  }

  private func actNearby(_ index: Int, _ model: LesionModel) {
    let record = transplants[index]
    let drive = Float(record.term(.immunomodulation))
    let shielded = Float(record.term(.paracrineProtection))
    let half = Float(record.paracrineHalf)
    guard drive > 0 || shielded > 0, census.rows > 0 else { return }
    let spread = spreadDensity(index, model)
    let repairDrive = model.state.mutableValues(.repairDrive)
    let protection = model.state.mutableValues(.protection)
    spread.forEach { voxel, density in
      guard density > 0, cord.cordFraction[voxel] > 0 else { return }
      let level = density / (half + density)
      repairDrive[voxel] += drive * level
      protection[voxel] = 1 - (1 - protection[voxel]) * (1 - shielded * level)
    }
  }

  /// Density of a transplant's cells, spread over the distance that what they release goes.
  func spreadDensity(_ index: Int, _ model: LesionModel) -> GraftSpread {
    let reach = (model.parameters["D_IL10"] / model.parameters["k_IL10"]).squareRoot()
    let weight = Float(ledger.entries[index].cellsPerAgent)
    var spread = GraftSpread(grid: cord.grid, voxels: census.voxels, reach: reach)
    for row in 0..<census.rows {
      let voxel = Int(census.voxels[row])
      spread.add(voxel, Float(census.living(row, index)) * weight / Float(volume(voxel)))
    }
    spread.smooth()
    return spread
  }

  /// Cells that stayed in the lungs, the vessels or the fluid act on the whole window like a thin graft: their number
  /// over the lesion's volume, times `remote_effect`, falling over `remote_duration`.
  private func actFromAfar(_ record: GraftTransplant, _ model: LesionModel) {
    let level = remoteLevel(record)
    guard level > 0 else { return }
    condition(
      model, drive: Float(record.term(.immunomodulation) * level),
      shielded: Float(record.term(.paracrineProtection) * level)
    ) { _ in 1 }
  }

  /// Paracrine level of cells elsewhere in the body, 0 to 1.
  func remoteLevel(_ record: GraftTransplant) -> Double {
    let strength = record.term(.remoteEffect) * record.remoteShare(at: hours)
    guard record.remoteCells > 0, strength > 1e-6 else { return 0 }
    let density = record.remoteCells / numbers.lesionVolume
    return strength * density / (record.paracrineHalf + density)
  }

  /// Vesicles act where they were taken up: `x / (K + x)` of their level.
  private func actThroughVesicles(_ record: GraftTransplant, _ model: LesionModel) {
    let half = Float(record.paracrineHalf)
    let level = model.state.values(.exosomes)
    condition(
      model, drive: Float(record.term(.immunomodulation)), shielded: Float(record.term(.paracrineProtection))
    ) { level[$0] / (half + level[$0]) }
  }

  private func condition(_ model: LesionModel, drive: Float, shielded: Float, level: (Int) -> Float) {
    let repairDrive = model.state.mutableValues(.repairDrive)
    let protection = model.state.mutableValues(.protection)
    for voxel in cord.cordFraction.indices where cord.cordFraction[voxel] > 0 {
      let share = level(voxel)
      repairDrive[voxel] += drive * share
      protection[voxel] = 1 - (1 - protection[voxel]) * (1 - shielded * share)
    }
  }

  /// Lets a part of the vesicles that are still on their way arrive: first order, over blood or fluid.
  ///
  /// The total level times volume that arrives in the step is spread over the voxels of the route by its weights.
  private func releaseVesicles(_ index: Int, _ model: LesionModel, hours length: Double) {
    guard transplants[index].vesicles > 0, length > 0 else { return }
    let route = transplants[index].plan.route
    let rate = route == .intravenous ? numbers.vesicleArrival : numbers.vesicleFluidArrival
    var arriving = transplants[index].vesicles * (1 - exp(-rate * length))
    if transplants[index].vesicles - arriving < 1e-6 { arriving = transplants[index].vesicles }
    transplants[index].vesicles -= arriving
    let sampler = sampler(for: transplants[index].plan, in: model)
    guard sampler.total > 0 else { return }
    let sources = model.sources.rates(.exosomes)
    sampler.forEach { voxel, weight in
      sources[voxel] += Float(arriving * weight / sampler.total / volume(voxel) / length)
    }
  }
}

extension SenseAndRespond {
  /// Secretion at a level of the sensed field, in the unit of `leak` and `maximal`.
  public func rate(at level: Double) -> Double {
    guard level > 0 else { return leak }
    let ratio = pow(level / half, exponent)
    return ratio.isFinite ? leak + (maximal - leak) * ratio / (1 + ratio) : maximal
  }
}
