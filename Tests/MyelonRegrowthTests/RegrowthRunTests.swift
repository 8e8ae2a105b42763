import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonRegrowth
import Testing

/// Axons that grow in a living cord, from the cut to the supply that recovery reads.
struct RegrowthRunTests {
  /// A rat cord with its growing axons; every step of the cord lets them grow.
  private final class Life: LesionInfluence {
    let model: LesionModel
    let regrowth: Regrowth
    var conditions = GrowthConditions()

    init(_ mechanism: InjuryMechanism, threads: Int = 2, budget: Int = 3000, seed: UInt64 = 7) throws {
      let anatomy = CordAnatomy.standard(.rat)
      let middle = try anatomy.position(ofSegment: "T10")
      let cord = try CordModel(anatomy: anatomy, from: middle - 6, to: middle + 6, spacing: 0.4)
      let lesion = LesionParameters.table(for: .rat)
      let primary = try PrimaryInjury(
        Injury(mechanism: mechanism, level: "T10"), cord: cord, epicentre: middle, table: lesion)
      let executor = SlabExecutor(threads: threads)
      model = try LesionModel(cord: cord, primary: primary, parameters: lesion, executor: executor)
      regrowth = Regrowth(
        RegrowthSetting(
          cord: cord, anatomy: anatomy, epicentre: middle, lesionLength: 1,
          parameters: lesion.appending(RegrowthParameters.table(for: .rat)),
          seed: seed, budget: budget, executor: executor))
      model.influence = self
    }

    func begin(_ model: LesionModel) {}
    func nextEvent(after seconds: Int) -> Int? { nil }
    func prepare(_ model: LesionModel, hours: Double) {}
    func finish(_ model: LesionModel, hours: Double) {
      regrowth.advance(model, hours: hours) { _ in conditions }
    }
  }

  private static func days(_ days: Int) -> Int { days * 86_400 }

  @Test("The same bits for one and for two threads")
  func threads() throws {
    let one = try Life(.hemisection(side: .left, gap: 1), threads: 1)
    let two = try Life(.hemisection(side: .left, gap: 1), threads: 2)
    one.model.advance(to: Self.days(12))
    two.model.advance(to: Self.days(12))
    #expect(one.regrowth.cones.count > 500)
    #expect(one.regrowth.checkpoint() == two.regrowth.checkpoint())
    let other = try Life(.hemisection(side: .left, gap: 1), seed: 8)
    other.model.advance(to: Self.days(12))
    #expect(other.regrowth.checkpoint() != two.regrowth.checkpoint())
  }

  @Test("A life that is taken up again goes on with the same bits, and damage is refused")
  func resume() throws {
    let through = try Life(.hemisection(side: .right, gap: 1))
    through.model.advance(to: Self.days(8))
    let kept = through.regrowth.checkpoint()
    let clock = through.model.clock
    let fields = through.model.withCheckpointParts { $0.reduce(Data()) { $0 + Data($1) } }
    through.model.advance(to: Self.days(14))
    let again = try Life(.hemisection(side: .right, gap: 1))
    try fields.withUnsafeBytes { try again.model.restore(clock: clock, bytes: $0) }
    try again.regrowth.restore(kept, on: again.model, conditions: again.conditions)
    again.model.advance(to: Self.days(14))
    #expect(again.regrowth.checkpoint() == through.regrowth.checkpoint())
    for length in [0, 7, kept.count / 2, kept.count - 1] {
      #expect(throws: RegrowthError.self) {
        try again.regrowth.restore(kept.prefix(length), on: again.model, conditions: again.conditions)
      }
    }
  }

  @Test("No axon crosses an untreated transection, and training gives nothing where nothing crosses")
  func transection() throws {
    let life = try Life(.transection(gap: 2))
    life.conditions.practice = [1, 1]
    life.model.advance(to: Self.days(60))
    let reading = try life.regrowth.reading(life.model, conditions: life.conditions)
    let summary = life.regrowth.summary(life.model, reading: reading)
    #expect(summary.populations.contains { $0.sprouted > 0 })
    #expect(summary.populations.allSatisfy { $0.beyond.allSatisfy { $0 == 0 } })
    #expect(reading.supply.descending.joined().joined().allSatisfy { $0 == 0 })
    #expect(reading.supply.relays.joined().allSatisfy { $0.total == 0 })
    #expect(reading.supply.trainingGain[0] > 1)
  }

  @Test("All sampled axons are accounted for, and a cord without injury sends out none")
  func accounts() throws {
    let life = try Life(.hemisection(side: .left, gap: 1))
    life.model.advance(to: Self.days(20))
    let reading = try life.regrowth.reading(life.model, conditions: life.conditions)
    let summary = life.regrowth.summary(life.model, reading: reading)
    for population in summary.populations {
      #expect(population.sprouted <= population.cut)
      let branches = population.axonsPerAgent
      let standing =
        population.growing + population.arrested + population.trapped + population.retracting
        + population.connectedToHost + population.connectedToGraft + population.left + population.withdrawn
      // Collaterals and branches come on top of the axons that sprouted, never fewer.
      #expect(standing >= population.sprouted * 0.999 - branches)
    }
    let intact = try Life(.contusion(peakCompression: 0))
    intact.model.advance(to: Self.days(10))
    #expect(intact.regrowth.cones.count == 0)
  }

  @Test("Grafted neurons send out axons as they live, and lose them when they die")
  func graft() throws {
    let life = try Life(.transection(gap: 2), budget: 400, seed: 11)
    let grid = life.model.cord.grid
    let middle = life.model.cord.slice(atZ: life.regrowth.setting.epicentre)
    var cells = [Float](repeating: 0, count: grid.count)
    for y in 0..<grid.ny {
      for x in 0..<grid.nx where life.model.cord.cordFraction[grid.index(x, y, middle)] > 0.5 {
        cells[grid.index(x, y, middle)] = 200
      }
    }
    let total = Double(cells.reduce(0, +))
    life.conditions.graftNames = ["graft"]
    life.conditions.graftCells = [cells]
    life.conditions.graftNeurons = cells.map { $0 / Float(grid.voxelVolume) }
    life.conditions.graftAxons = [cells]
    life.conditions.graftAxonCapacity = [total]
    life.model.advance(to: Self.days(10))
    func living() -> Int {
      (0..<life.regrowth.cones.count).count {
        life.regrowth.cones.type($0) == .graft && life.regrowth.cones.state($0) != .retracting
          && life.regrowth.cones.state($0) != .gone && !life.regrowth.cones.isBranch($0)
      }
    }
    // Withdrawal of axons without a synapse takes a tenth in a week; the others are there.
    let before = living()
    #expect(before > 320 && before <= 400)
    life.conditions.graftAxons = [cells.map { 0.25 * $0 }]
    life.conditions.graftCells = life.conditions.graftAxons
    life.model.advance(to: Self.days(12))
    // A quarter lives on; binomial deviation of 400 draws is 9.
    #expect(abs(Double(living()) - 0.25 * Double(before)) < 36)
  }
}
