import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonRandom

extension Graft {
  /// Agents in a slab of the step; fixed, so that slabs do not depend on the threads.
  static let agentsPerSlab = 4096
  /// Rows of the hazard table in a slab.
  static let rowsPerSlab = 64

  /// Advances all cells over the step that the cord has just taken.
  ///
  /// Death, division, choice of fate and migration of every agent; the host's responses; remyelination of bare axons by
  /// mature cells (written to the cord); clones; events.
  ///
  /// - Parameters:
  ///   - model: the cord at the end of the step.
  ///   - length: length of the step, h.
  ///   - immunosuppression: share of the adaptive response that drugs prevent, 0 to 1.
  public func advance(_ model: LesionModel, hours length: Double, immunosuppression: Float) {
    if length > 0 { prime(model, hours: length) }
    guard length > 0, !transplants.isEmpty else {
      hours += max(length, 0)
      return
    }
    let parts = transplants.reduce(1) { max($0, GraftHazard.substeps($1, hours: length)) }
    for _ in 0..<parts {
      advancePart(model, hours: length / Double(parts), immunosuppression: Double(immunosuppression))
    }
    remyelinate(model, hours: length)
    findEvents(model)
  }

  private func advancePart(_ model: LesionModel, hours length: Double, immunosuppression: Double) {
    advanceImmunity(model, hours: length, immunosuppression: immunosuppression)
    let hazards = transplants.map {
      GraftHazard(
        $0, numbers: numbers, begin: hours, hours: length, immunosuppression: immunosuppression,
        priming: priming.level, scaffoldAdhesion: scaffoldAdhesion)
    }
    hours += length
    if agents.count >= Self.agentLimit - Self.agentLimit / 8 { agents.removeDead() }
    if agents.count > 0 {
      prepareDecisions()
      withRates(model, hazards, hours: length) { rates, shares in
        stepAgents(rates: rates, shares: shares, hazards: hazards, length: length)
      }
      settle()
      census.take(agents, transplants: transplants.count)
    }
    advanceClones(hours: length, immunosuppression: immunosuppression)
    step &+= 1
  }

  /// Primes the host by the macrophages of the cord; see `HostPriming`.
  func prime(_ model: LesionModel, hours length: Double) {
    let inflammatory = model.state.values(.inflammatoryMacrophages)
    let repair = model.state.values(.repairMacrophages)
    var load = 0.0
    for voxel in cord.cordFraction.indices where cord.cordFraction[voxel] > 0 {
      load += Double(cord.cordFraction[voxel] * (inflammatory[voxel] + repair[voxel]))
    }
    load *= cord.grid.voxelVolume / numbers.lesionVolume
    priming.advance(
      drive: load / (numbers.primingHalf + load), delay: numbers.primingDelay, fading: numbers.primingFading,
      hours: length)
  }

  /// The host's responses; see `HostImmunity`.
  private func advanceImmunity(_ model: LesionModel, hours length: Double, immunosuppression: Double) {
    for index in transplants.indices where !transplants[index].isVesicles {
      var cells = 0
      for row in 0..<census.rows { cells += census.living(row, index) }
      let antigens = Double((cells + transplants[index].recentDeaths) * ledger.entries[index].cellsPerAgent)
      transplants[index].immunity.advance(
        antigen: (1 - immunosuppression) * antigens / (numbers.antigenHalf + antigens),
        delay: numbers.rejectionDelay / (1 + numbers.rejectionPriming * priming.level),
        fading: numbers.primingFading,
        hours: length)
      transplants[index].recentDeaths = 0
    }
  }

  private func prepareDecisions() {
    if decisions.count < agents.count {
      decisions.append(contentsOf: repeatElement(0, count: agents.count - decisions.count))
    }
    let slabs = (agents.count + Self.agentsPerSlab - 1) / Self.agentsPerSlab
    slabEvents.removeAll(keepingCapacity: true)
    slabEvents.append(contentsOf: repeatElement(0, count: slabs))
  }

  /// Makes the table of rates, one entry for each row of the census and each transplant, and the cumulated shares of
  /// the causes of death.
  private func withRates(
    _ model: LesionModel, _ hazards: [GraftHazard], hours length: Double,
    _ body: (UnsafePointer<GraftRates>, UnsafePointer<Float>) -> Void
  ) {
    let kinds = transplants.count
    let causes = GraftCondition.causeCount
    let entries = max(census.rows * kinds, 1)
    let rates = UnsafeMutablePointer<GraftRates>.allocate(capacity: entries)
    let shares = UnsafeMutablePointer<Float>.allocate(capacity: entries * causes)
    defer {
      rates.deallocate()
      shares.deallocate()
    }
    rates.initialize(repeating: GraftRates(), count: entries)
    shares.initialize(repeating: 0, count: entries * causes)
    let table = GraftRateTable(
      reader: GraftSurroundingsReader(model, numbers: numbers), hazards: hazards,
      weights: ledger.entries.map { Double($0.cellsPerAgent) },
      capacities: transplants.map { max($0.term(.carryingDensity), 1e-9) }, hours: length)
    nonisolated(unsafe) let unsafeTable = table
    nonisolated(unsafe) let unsafeRates = rates
    nonisolated(unsafe) let unsafeShares = shares
    nonisolated(unsafe) let census = census
    let rows = census.rows
    executor.run(slabs: (rows + Self.rowsPerSlab - 1) / Self.rowsPerSlab) { slab in
      let first = slab * Self.rowsPerSlab
      for row in first..<min(first + Self.rowsPerSlab, rows) {
        unsafeTable.fill(
          row, census: census, volume: volume(Int(census.voxels[row])), rates: unsafeRates + row * kinds,
          shares: unsafeShares + row * kinds * causes)
      }
    }
    body(rates, shares)
  }

  private func stepAgents(
    rates: UnsafePointer<GraftRates>, shares: UnsafePointer<Float>, hazards: [GraftHazard], length: Double
  ) {
    let matured = Float(1 - exp(-length * numbers.maturation))
    let settled = Float(1 - exp(-length / numbers.stressMemory))
    hazards.map(\.draws).withUnsafeBufferPointer { draws in
      census.row.withUnsafeBufferPointer { row in
        cord.cordFraction.withUnsafeBufferPointer { cordShare in
          decisions.withUnsafeMutableBufferPointer { decisions in
            slabEvents.withUnsafeMutableBufferPointer { events in
              let kernel = GraftKernel(
                agents: agents, grid: cord.grid, cordShare: cordShare, row: row, rates: rates, shares: shares,
                draws: draws, decisions: decisions, key: key, step: step, now: Float(hours), matured: matured,
                settled: settled)
              nonisolated(unsafe) let shared = kernel
              nonisolated(unsafe) let counts = events
              let count = agents.count
              executor.run(slabs: counts.count) { slab in
                let first = slab * Self.agentsPerSlab
                counts[slab] = shared.advance(first..<min(first + Self.agentsPerSlab, count))
              }
            }
          }
        }
      }
    }
  }

  /// Books what the agents drew, in the order of their slots, and adds the daughters.
  private func settle() {
    let before = agents.count
    let events = slabEvents.reduce(0) { $0 + Int($1) }
    guard events > 0 else { return }
    agents.reserve(min(before + events, max(Self.agentLimit, before)))
    for slab in slabEvents.indices where slabEvents[slab] > 0 {
      let first = slab * Self.agentsPerSlab
      for slot in first..<min(first + Self.agentsPerSlab, before) where decisions[slot] != 0 {
        settle(slot, decision: decisions[slot])
        decisions[slot] = 0
      }
    }
  }

  private func settle(_ slot: Int, decision: UInt8) {
    let index = Int(agents.transplant[slot])
    let fate = Int(agents.fate[slot])
    switch decision {
    case GraftKernel.died:
      ledger.entries[index].alive[fate] -= 1
      ledger.entries[index].dead[Int(agents.condition[slot])] += 1
      transplants[index].recentDeaths += 1
    case GraftKernel.choseFate:
      ledger.entries[index].alive[Int(GraftFate.progenitor.rawValue)] -= 1
      ledger.entries[index].alive[fate] += 1
    default:
      guard agents.count < Self.agentLimit else {
        ledger.entries[index].suppressed += 1
        return
      }
      if agents.generation[slot] < .max { agents.generation[slot] += 1 }
      let daughter = agents.takeSlot()
      agents.copy(slot, to: daughter)
      agents.id[daughter] = nextID
      agents.birth[daughter] = Float(hours)
      nextID &+= 1
      ledger.entries[index].born += 1
      ledger.entries[index].alive[fate] += 1
    }
  }
}
