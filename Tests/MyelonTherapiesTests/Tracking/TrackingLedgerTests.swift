import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonTestSupport
import MyelonTherapies
import Testing

@Suite("The iron of living and dead cells")
struct TrackingLedgerTests {
  @Test("Division halves the iron of a cell and keeps that of the pair")
  func division() throws {
    let cell = LabelledIron(parameters: TherapyParameters.table(for: .rat))
    #expect(cell.picograms == 20)
    #expect(cell.divided().picograms * 2 == cell.picograms)
    #expect(cell.divided(times: 5).picograms * 32 == cell.picograms)
    #expect(cell.divided(times: 0) == cell)
  }

  @Test("All iron that was loaded is living, held by macrophages or cleared")
  func conservation() throws {
    let tracked = try TrackedCord()
    var random = SeededGenerator(seed: 3)
    // A graft of single cells that divide and die at random.
    var cells = (0..<2000).map { _ in LabelledIron(parameters: tracked.parameters) }
    let loaded = cells.reduce(0.0) { $0 + Double($1.picograms) }
    for _ in 0..<60 {
      var next: [LabelledIron] = []
      for cell in cells {
        switch Int.random(in: 0..<20, using: &random) {
        case 0:
          tracked.tracking.recordDeath(
            voxel: Int.random(in: 0..<tracked.count, using: &random), ironPicograms: cell.picograms)
        case 1: next += [cell.divided(), cell.divided()]
        default: next.append(cell)
        }
      }
      cells = next
      tracked.tracking.advance(hours: 24, state: tracked.state)
    }
    let living = cells.reduce(0.0) { $0 + Double($1.picograms) }
    let ledger = tracked.tracking.ledger
    #expect(living > 0 && ledger.held > 0 && ledger.cleared > 0)
    #expect(abs(living + ledger.held + ledger.cleared - loaded) < 1e-9 * loaded)
    #expect(abs(living + ledger.received - loaded) < 1e-9 * loaded)
    let inVoxels = tracked.tracking.macrophageIron.reduce(0.0) { $0 + Double($1) }
    #expect(abs(inVoxels - ledger.held) < 1e-6 * ledger.held)
  }

  @Test("Iron of dead cells falls exactly exponentially, whatever the steps")
  func clearance() throws {
    for steps in [1, 7, 200] {
      let tracked = try TrackedCord()
      tracked.tracking.recordDeath(voxel: 5, ironPicograms: 1e6)
      for _ in 0..<steps { tracked.tracking.advance(hours: 1400 / Double(steps), state: tracked.state) }
      let expected = 1e6 * exp(-tracked.parameters["iron_clearance"] * 1400)
      #expect(abs(tracked.tracking.ledger.held / expected - 1) < 1e-12)
    }
  }

  @Test("A dead graft keeps an iron signal for weeks, and no reporter signal")
  func deadGraft() throws {
    let tracked = try TrackedCord()
    let voxel = try tracked.voxel(grey: false)
    let iron = tracked.only(200 * 20, at: voxel)
    let reporter = tracked.only(200, at: voxel)
    func compare(day: Double, living: Bool) -> TrackingComparison {
      tracked.tracking.comparison(
        day: day, livingCells: living ? 200 : 0, livingIron: living ? iron : tracked.nothing,
        reporterCells: living ? reporter : tracked.nothing, state: tracked.state)
    }
    let before = compare(day: 0, living: true)
    #expect(abs(before.ironEstimate - 200) < 0.1, "few cells in a clean voxel are counted rightly")
    #expect(abs(before.reporterEstimate - 200) < 0.01 && before.deadIronShare == 0)
    #expect(before.falsePositives == 0 && before.voidShare == 0)
    for _ in 0..<200 { tracked.tracking.recordDeath(voxel: voxel, ironPicograms: 20) }
    tracked.tracking.advance(hours: 21 * 24, state: tracked.state)
    let after = compare(day: 21, living: false)
    #expect(after.reporterEstimate == 0 && after.livingIron == 0 && after.deadIronShare == 1)
    let kept = exp(-tracked.parameters["iron_clearance"] * 21 * 24)
    #expect(abs(after.ironEstimate - 200 * kept) < 0.1)
  }

  @Test("Division hides cells from the iron estimate, dense grafts go black, and blood is taken for cells")
  func mistakes() throws {
    let tracked = try TrackedCord()
    let voxel = try tracked.voxel(grey: false)
    func compare(iron: Float, cells: Float) -> TrackingComparison {
      tracked.tracking.comparison(
        day: 7, livingCells: Double(cells), livingIron: tracked.only(iron, at: voxel),
        reporterCells: tracked.only(cells, at: voxel), state: tracked.state)
    }
    // Twice divided: four times the cells with the same iron.
    let divided = compare(iron: 200 * 20, cells: 800)
    #expect(abs(divided.ironEstimate - 200) < 0.1 && abs(divided.reporterEstimate - 800) < 0.01)
    let dense = compare(iron: 100_000 * 20, cells: 100_000)
    #expect(dense.voidShare == 1 && dense.ironEstimate < 10_000)
    #expect(abs(dense.reporterEstimate - 100_000) < 10)
    tracked.state.mutableValues(.haemorrhage)[voxel] = 1
    let bloody = compare(iron: 0, cells: 0)
    #expect(bloody.falsePositives > 50 && bloody.ironEstimate == bloody.falsePositives)
  }

  @Test("A stored state continues with the same bits, and a damaged one is refused without change")
  func checkpoint() throws {
    let tracked = try TrackedCord()
    let voxel = try tracked.voxel(grey: true)
    tracked.state.mutableValues(.haemorrhage)[voxel] = 0.7
    func advance(_ tracking: CellTracking) {
      for step in 0..<9 {
        tracking.recordDeath(voxel: voxel + step, ironPicograms: 3.3)
        tracking.advance(hours: 2.5, state: tracked.state)
      }
    }
    advance(tracked.tracking)
    let stored = tracked.tracking.checkpoint
    #expect(stored.count == tracked.tracking.checkpointByteCount)
    advance(tracked.tracking)
    let other = CellTracking(cord: tracked.cord, parameters: tracked.parameters)
    try other.restore(stored)
    advance(other)
    #expect(other.checkpoint == tracked.tracking.checkpoint)

    let kept = other.checkpoint
    #expect(throws: TrackingError.wrongSize(required: stored.count, found: stored.count - 1)) {
      try other.restore(Array(stored.dropLast()))
    }
    var marked = stored
    marked[0] ^= 1
    #expect(throws: TrackingError.notTracking) { try other.restore(marked) }
    var negative = stored
    negative[16 + 7] |= 0x80
    #expect(throws: TrackingError.damagedAmount(position: 0)) { try other.restore(negative) }
    var endless = stored
    endless.replaceSubrange((stored.count - 4)..., with: [0, 0, 0x80, 0x7f])
    #expect(throws: TrackingError.damagedAmount(position: 3 + 2 * tracked.count)) {
      try other.restore(endless)
    }
    #expect(other.checkpoint == kept)
  }
}
