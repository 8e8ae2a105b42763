import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonRandom
import MyelonTestSupport
import Testing

@testable import MyelonTherapies

@Suite("Grafted cells: host, clones and safety switch")
struct GraftHazardTests {
  @Test("A clone dies out as often as the closed form of a birth-death process says")
  func extinction() {
    let rates = CloneHazard.Rates(division: 0.03, death: 0.02, naturalDeath: 0.02, capacity: 1e9)
    for (hours, steps) in [(50.0, 1), (50, 10), (400, 8)] {
      var clones = CloneHazard()
      for _ in 0..<20_000 { clones.found(at: 0) }
      for step in 0..<steps {
        var random = RandomStream(seed: 5, entity: 1, step: UInt32(step))
        clones.advance(rates, hours: hours / Double(steps), random: &random)
      }
      // Bailey 1964: P(0, t) = d (E - 1) / (b E - d), E = exp((b - d) t).
      let growth = exp(0.01 * hours)
      let expected = 0.02 * (growth - 1) / (0.03 * growth - 0.02)
      let found = 1 - Double(clones.living) / 20_000
      #expect(
        abs(found - expected) < 4 * (expected * (1 - expected) / 20_000).squareRoot(), "\(hours) h: \(found)")
      // Mean E, variance (b + d) / (b - d) E (E - 1).
      let deviation = (5 * growth * (growth - 1) / 20_000).squareRoot()
      #expect(abs(clones.cells / 20_000 - growth) < 4 * deviation, "\(hours) h: \(clones.cells / 20_000)")
    }
  }

  @Test("A large clone doubles in its doubling time at first and stops at its capacity")
  func gompertz() {
    let division = log(2) / 120 / 0.6
    let rates = CloneHazard.Rates(
      division: division, death: 0.4 * division, naturalDeath: 0.4 * division, capacity: 1e9)
    var clone = CloneHazard()
    clone.found(at: 0, cells: 2000)
    var random = RandomStream(seed: 1, entity: 1)
    clone.advance(rates, hours: 120, random: &random)
    #expect(clone.cells > 1.85 * 2000 && clone.cells < 2 * 2000)
    for _ in 0..<50 { clone.advance(rates, hours: 24 * 100, random: &random) }
    #expect(abs(clone.cells / 1e9 - 1) < 0.01)
  }

  @Test("Poisson draws have mean and variance of their mean", arguments: [0.3, 5, 200])
  func poisson(mean: Double) {
    var random = RandomStream(seed: 2, entity: 3)
    let draws = (0..<20_000).map { _ in random.poisson(mean) }
    let found = draws.reduce(0, +) / 20_000
    let variance = draws.reduce(0) { $0 + ($1 - found) * ($1 - found) } / 20_000
    #expect(abs(found - mean) < 4 * (mean / 20_000).squareRoot())
    #expect(abs(variance / mean - 1) < 0.06)
  }

  private func survivors(match: Double, immunosuppression: Float, days: Double = 30) throws -> Double {
    let bench = try GraftBench.rat(spacing: 0.4)
    let model = try bench.model()
    let graft = try bench.graft(["rejection_quiet": 1])
    graft.place(.test(.test(.mesenchymal, [.immuneDeath: 0.02]), dose: 2e4, match: match), in: model)
    graft.live(24 * days, step: 6, in: model, immunosuppression: immunosuppression)
    return Double(graft.ledger.entries[0].totalAlive) / 2e4
  }

  @Test("Rejection spares a match, is held back by immunosuppression, and is monotone in both")
  func rejection() throws {
    let matches = try [0, 0.5, 0.9, 1].map { try survivors(match: $0, immunosuppression: 0) }
    #expect(matches == matches.sorted() && matches[0] < 0.01 && matches[3] == 1)
    let drugs = try [0, 0.5, 0.9, 1].map { try survivors(match: 0, immunosuppression: $0) }
    #expect(drugs == drugs.sorted() && drugs[3] == 1)
    // Suppression s holds back both the build-up and the attack, so that it spares as a match of 1 - (1 - s)² does.
    #expect(drugs[1] > matches[1])
    #expect(abs(drugs[1] - (try survivors(match: 0.75, immunosuppression: 0))) < 0.01)
    #expect(try survivors(match: 0, immunosuppression: 0, days: 3) > 0.95, "the response takes days")
  }

  @Test("The host's response is nothing at first, then full, and fades without antigen; priming speeds it")
  func response() {
    var quiet = HostImmunity()
    var primed = HostImmunity()
    for _ in 0..<96 {
      quiet.advance(antigen: 1, delay: 9 * 24, fading: 90 * 24, hours: 0.5)
      primed.advance(antigen: 1, delay: 1.5 * 24, fading: 90 * 24, hours: 0.5)
    }
    // Erlang of four stages, mean 9 d, at 2 d: 1 - exp(-x)(1 + x + x²/2 + x³/6), x = 8/9.
    let x = 8.0 / 9
    let expected = 1 - exp(-x) * (1 + x + x * x / 2 + x * x * x / 6)
    #expect(abs(quiet.response - expected) < 0.002, "\(quiet.response) \(expected)")
    #expect(primed.response > 0.6)
    for _ in 0..<100 { quiet.advance(antigen: 1, delay: 9 * 24, fading: 90 * 24, hours: 12) }
    #expect(quiet.response > 0.99)
    for _ in 0..<60 { quiet.advance(antigen: 0, delay: 9 * 24, fading: 90 * 24, hours: 12) }
    #expect(quiet.response > 0.9, "memory of a month")
    for _ in 0..<2000 { quiet.advance(antigen: 0, delay: 9 * 24, fading: 90 * 24, hours: 12) }
    #expect(quiet.response < 0.01)
    var priming = HostPriming()
    for day in 1...60 {
      priming.advance(drive: 1, delay: 8 * 24, fading: 90 * 24, hours: 24)
      if day == 2 { #expect(priming.level < 0.05) }
    }
    #expect(priming.level > 0.8 && priming.level <= 1)
  }

  @Test("The safety switch kills its share within a day, clones too, and then rests")
  func safetySwitch() throws {
    let bench = try GraftBench.rat(spacing: 0.4)
    let model = try bench.model()
    let graft = try bench.graft(["clone_death_share": 0])
    var plan = CellTransplant.test(
      .test(.pluripotentNeural, [.undifferentiatedShare: 0.02, .cloneSurvival: 1]), dose: 1e5)
    plan.engineering = [.safetySwitch(killedShare: 0.95)]
    graft.place(plan, in: model)
    graft.place(.test(.test(), dose: 1e4, name: "without"), in: model)
    graft.live(24 * 30, step: 12, in: model)
    let clonesBefore = graft.summaries(model)[0].cloneCells
    #expect(graft.ledger.entries[0].totalDead == 0 && clonesBefore > 1e4)
    graft.activateSafetySwitch(transplant: "cells", at: graft.hours)
    graft.activateSafetySwitch(transplant: "without", at: graft.hours)
    graft.live(30, step: 10, in: model)
    let entry = graft.ledger.entries[0]
    #expect(abs(Double(entry.totalAlive) / 1e5 - 0.05) < 0.003)
    #expect(entry.dead(.safetySwitch) == entry.totalDead)
    #expect(graft.ledger.entries[1].totalDead == 0)
    let clones = graft.summaries(model)[0].cloneCells
    #expect(clones < 0.1 * clonesBefore && clones > 0)
    graft.activateSafetySwitch(transplant: "cells", at: graft.hours)
    graft.live(24 * 30, step: 12, in: model)
    #expect(graft.ledger.entries[0].totalAlive == entry.totalAlive, "what resisted is not killed again")
    #expect(graft.summaries(model)[0].cloneCells > 10 * clones, "and grows again")
  }

  @Test("Residual cells make a tumour, which presses on the cord; a clean lot makes none")
  func tumour() throws {
    let bench = try GraftBench.rat(spacing: 0.4)
    let product = CellProduct.test(.pluripotentNeural, [.undifferentiatedShare: 1e-3, .cloneSurvival: 0.1])
    for residual in [nil, 0.0] as [Double?] {
      let model = try bench.model()
      let graft = try bench.graft(budget: 1000)
      var plan = CellTransplant.test(product, dose: 5e5)
      plan.lot = residual.map { ProductLot(id: "clean", results: [.residualPluripotent: $0]) }
      graft.place(plan, in: model)
      for _ in 0..<160 {
        graft.prepare(model, hours: 12)
        graft.advance(model, hours: 12, immunosuppression: 1)
      }
      for _ in 0..<120 {
        graft.prepare(model, hours: 24)
        graft.advance(model, hours: 24, immunosuppression: 1)
      }
      let tumours = graft.events.filter { $0.kind == .tumour }
      if residual == nil {
        #expect(tumours.count == 1 && tumours[0].hours > 24 * 60)
        #expect((model.state.values(.patency).min() ?? 1) < 0.8)
        #expect(graft.summaries(model)[0].tumourVolume > 1)
      } else {
        #expect(tumours.isEmpty && model.state.values(.patency).allSatisfy { $0 == 1 })
        #expect(graft.summaries(model)[0].clones == 0)
      }
    }
  }

  @Test("Hypoxia, oxidants, cytokine and macrophages each kill where they are, and protection shields")
  func causes() throws {
    let bench = try GraftBench.rat(spacing: 0.4)
    let product = CellProduct.test(
      .neural, [.hypoxicDeath: 0.05, .oxidativeDeath: 0.05, .cytokineDeath: 0.05])
    func dead(_ cause: GraftCondition, _ change: (LesionModel) -> Void) throws -> Int {
      let model = try bench.model()
      change(model)
      let graft = try bench.graft()
      graft.place(.test(product, dose: 2e4), in: model)
      graft.live(24, step: 3, in: model)
      #expect(graft.ledger.entries[0].totalDead == graft.ledger.entries[0].dead(cause), "\(cause)")
      return graft.ledger.entries[0].totalDead
    }
    func set(_ field: TissueField, _ value: Float) -> (LesionModel) -> Void {
      { $0.state.mutableValues(field).update(repeating: value) }
    }
    #expect(try dead(.basal) { _ in } == 0)
    // exp(-0.05 * 24) = 0.301 without any flow.
    #expect(abs(try Double(dead(.hypoxia, set(.perfusion, 0))) / 2e4 - 0.699) < 0.014)
    #expect(try dead(.hypoxia, set(.patency, 0.2)) > 0)
    let bare = try dead(.cytokine, set(.proInflammatoryCytokine, 2))
    let shielded = try dead(.cytokine) {
      set(.proInflammatoryCytokine, 2)($0)
      set(.protection, 0.8)($0)
    }
    #expect(bare > 8000 && Double(shielded) < 0.4 * Double(bare))
    #expect(try dead(.oxidation, set(.oxidants, 2)) > 8000)
    #expect(try dead(.macrophages, set(.inflammatoryMacrophages, 1.5)) > 8000)
    #expect(try dead(.anchorage, set(.matrix, 0)) > 2000)
  }

  @Test("The fluid of a cavity feeds a thin graft; a dense one starves in it")
  func fluidFeeding() throws {
    let bench = try GraftBench.rat(spacing: 0.4)
    let product = CellProduct.test(.neural, [.hypoxicDeath: 0.05])
    let dead = try [1e3, 1e6].map { dose in
      let model = try bench.model()
      model.state.mutableValues(.perfusion).update(repeating: 0)
      model.state.mutableValues(.cavity).update(repeating: 1)
      let graft = try bench.graft(budget: 20_000)
      graft.place(.test(product, dose: dose), in: model)
      graft.live(24, step: 3, in: model)
      return Double(graft.ledger.entries[0].totalDead) / Double(graft.ledger.entries[0].placed)
    }
    #expect(dead[0] < 0.1 && dead[1] > 0.6, "\(dead)")
  }
}
