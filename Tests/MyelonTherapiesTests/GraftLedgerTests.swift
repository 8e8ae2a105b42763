import Foundation
import MyelonFields
import MyelonLesion
import MyelonTestSupport
import MyelonTherapies
import Testing

@Suite("Grafted cells: books, determinism and checkpoints")
struct GraftLedgerTests {
  /// A product with everything in it, drawn at random.
  private func product(_ random: inout SeededGenerator) -> CellProduct {
    func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
    return .test(
      .neural,
      [
        .injectionLoss: draw(0...0.9), .hypoxicDeath: draw(0...0.05), .oxidativeDeath: draw(0...0.05),
        .cytokineDeath: draw(0...0.05), .basalDeath: draw(0...0.01), .immuneDeath: draw(0...0.05),
        .division: draw(0...0.04), .proliferatingShare: draw(0...1), .carryingDensity: draw(1e3...1e6),
        .migration: draw(0...0.05), .differentiationTime: draw(0...20), .fateNeuron: draw(0...0.3),
        .fateAstrocyte: draw(0...0.3), .fateOligodendrocyte: draw(0...0.3), .intrathecalArrival: draw(0...1),
        .intravenousArrival: draw(0...1), .undifferentiatedShare: draw(0...1e-3), .cloneSurvival: draw(0...1),
      ])
  }

  private func recount(_ graft: Graft) -> Bool {
    var alive = graft.ledger.entries.map { _ in [Int](repeating: 0, count: GraftFate.allCases.count) }
    for cell in graft.cells where cell.condition == .alive {
      alive[cell.transplant][Int(cell.fate.rawValue)] += 1
    }
    return alive == graft.ledger.entries.map(\.alive)
  }

  @Test("At every step placed + born = alive + dead, and the books agree with the agents", arguments: 0..<6)
  func exactBooks(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let bench = try GraftBench.rat(spacing: 0.4)
    let model = try bench.model(.moderateDrop)
    let graft = try bench.graft(seed: UInt64(seed), budget: 2000)
    for step in 0..<40 {
      if step % 12 == 0 {
        var plan = CellTransplant.test(
          product(&random), dose: Double.random(in: 0...1e6, using: &random), name: "\(step)", match: 0.2,
          route: CellTransplant.Route.allCases.randomElement(using: &random) ?? .intravenous)
        plan.engineering = [.safetySwitch(killedShare: 0.9)]
        plan.lot = ProductLot(id: "1", results: [.viability: 0.8, .purity: 0.9])
        graft.place(plan, in: model)
      }
      if step == 20 { graft.activateSafetySwitch(transplant: "0", at: graft.hours) }
      graft.prepare(model, hours: 6)
      graft.advance(model, hours: [0.25, 3, 12][step % 3], immunosuppression: 0.3)
      #expect(graft.ledger.balances && recount(graft), "step \(step)")
    }
    #expect(
      graft.ledger.entries.contains { $0.born > 0 } && graft.ledger.entries.allSatisfy { $0.dead[0] == 0 })
  }

  @Test("The dose is what agents stand for, to half an agent")
  func weights() throws {
    let bench = try GraftBench.rat(spacing: 0.4)
    let model = try bench.model()
    for dose in [0, 1, 999, 1000, 1001, 123_456, 1e7, -5, .nan, .infinity] {
      let graft = try bench.graft(budget: 1000)
      graft.place(.test(.test(), dose: dose), in: model)
      let entry = graft.ledger.entries[0]
      #expect(entry.placed <= 1000)
      if dose.isFinite {
        #expect(
          abs(Double(entry.placed * entry.cellsPerAgent) - max(dose, 0)) <= Double(entry.cellsPerAgent) / 2)
      }
    }
  }

  private func run(threads: Int, steps: Range<Int>, from saved: [UInt8]? = nil) throws -> (Graft, LesionModel)
  {
    let bench = try GraftBench.rat(spacing: 0.4)
    let model = try bench.model(.moderateDrop)
    let graft = try bench.graft(threads: threads, budget: 20_000)
    if let saved {
      try graft.restore(saved)
    } else {
      var random = SeededGenerator(seed: 7)
      var plan = CellTransplant.test(product(&random), dose: 1e6, name: "a", match: 0.5)
      plan.engineering = [.safetySwitch(killedShare: 0.9), .secretes(.bdnf, rate: 100)]
      graft.place(plan, in: model)
      graft.place(.test(.neuralStem, dose: 3e5, name: "b", volume: 20), in: model)
    }
    for step in steps {
      if step == 8 { graft.activateSafetySwitch(transplant: "a", at: graft.hours) }
      graft.prepare(model, hours: 4)
      graft.advance(model, hours: 4, immunosuppression: 0.5)
    }
    return (graft, model)
  }

  @Test("One, two and three threads give the same cells, books and fields")
  func threads() throws {
    let (one, oneModel) = try run(threads: 1, steps: 0..<12)
    for threads in 2...3 {
      let (many, manyModel) = try run(threads: threads, steps: 0..<12)
      #expect(one.cells == many.cells && one.ledger == many.ledger)
      #expect(one.summaries(oneModel) == many.summaries(manyModel))
      for field in [TissueField.repairDrive, .protection, .graft, .remyelination] {
        #expect(
          oneModel.state.values(field).map(\.bitPattern) == manyModel.state.values(field).map(\.bitPattern))
      }
      #expect(Array(oneModel.sources.rates(.bdnf)) == Array(manyModel.sources.rates(.bdnf)))
    }
  }

  @Test("A graft restored from a checkpoint continues with the same bits")
  func resume() throws {
    let (whole, _) = try run(threads: 2, steps: 0..<14)
    let (first, _) = try run(threads: 2, steps: 0..<9)
    let (second, model) = try run(threads: 1, steps: 9..<14, from: try first.checkpoint())
    #expect(whole.cells == second.cells && whole.ledger == second.ledger && whole.hours == second.hours)
    #expect(whole.summaries(model) == second.summaries(model) && whole.events == second.events)
  }

  @Test("A damaged checkpoint is refused and leaves the graft as it was")
  func damage() throws {
    let (graft, _) = try run(threads: 2, steps: 0..<3)
    let saved = try graft.checkpoint()
    let before = graft.cells
    var random = SeededGenerator(seed: 3)
    for _ in 0..<40 {
      var bytes = saved
      bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      #expect(throws: CheckpointError.self) { try graft.restore(bytes) }
    }
    for length in [0, 7, 23, 100, saved.count - 1] {
      #expect(throws: CheckpointError.self) { try graft.restore(Array(saved[..<length])) }
    }
    #expect(graft.cells == before)
    let other = try GraftBench.rat(spacing: 0.5)
    #expect(throws: CheckpointError.self) { try other.graft().restore(saved) }
  }
}
