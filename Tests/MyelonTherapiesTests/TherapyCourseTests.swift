import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonTherapies
import Testing

@Suite("A treatment carried out on a cord")
struct TherapyCourseTests {
  private func model(_ bench: GraftBench, threads: Int, _ mechanism: InjuryMechanism) throws -> LesionModel {
    let table = LesionParameters.table(for: bench.species)
    let primary = try PrimaryInjury(
      Injury(mechanism: mechanism, level: "T10"), cord: bench.cord, epicentre: bench.epicentre, table: table)
    return try LesionModel(
      cord: bench.cord, primary: primary, parameters: table, executor: SlabExecutor(threads: threads))
  }

  private func treated(
    _ plan: TreatmentProtocol, threads: Int = 2, mechanism: InjuryMechanism = .moderateDrop
  ) throws -> (LesionModel, TherapyCourse) {
    let bench = try GraftBench.rat(spacing: 0.4, reach: 5)
    let model = try model(bench, threads: threads, mechanism)
    let context = TherapyContext(
      epicentre: bench.epicentre, parameters: TherapyParameters.table(for: .rat), seed: 7, agentBudget: 2000,
      executor: SlabExecutor(threads: threads), recruitment: plan.recruiting())
    let course = try TherapyCourse(plan, context: context, model: model)
    model.influence = course
    return (model, course)
  }

  /// Everything at once: cells in a scaffold, a release from it, drugs, a switch, training and stimulation.
  private static let combination = TreatmentProtocol([
    .scaffold(ScaffoldImplant(name: "gel", day: 2, form: .gel, placement: .lesion(volume: 5))),
    .cells(
      CellTransplant(
        name: "cells", product: .stromal, day: 2, dose: 20_000, scaffold: "gel", tissueMatch: 0.5,
        engineering: [.safetySwitch(killedShare: 0.95)], labels: [.iron, .reporter])),
    .release(
      FactorRelease(
        name: "NT-3", day: 2, factor: .nt3, amount: 1000,
        kinetics: .burstFirstOrder(burst: 0.2, rate: 0.1), origin: .scaffold("gel"))),
    .drug(
      DrugCourse(
        name: "minocycline", drug: .minocycline, route: .intraperitoneal, day: 0.04, dose: 45, interval: 12,
        duration: 5)),
    .safetySwitch(SafetySwitch(name: "switch", day: 6, transplant: "cells")),
    .training(
      TrainingCourse(
        name: "steps", day: 1, kind: .treadmill, minutesPerDay: 30, daysPerWeek: 5, weeks: 0.3)),
    .stimulation(
      StimulationCourse(
        name: "EES", day: 3, kind: .epidural, site: .segment("L2"), frequency: 40, amplitude: 1,
        pulseWidth: 200, minutesPerDay: 30, weeks: 1)),
  ])

  private func bits(_ model: LesionModel) -> [UInt32] { model.state.block.map(\.bitPattern) }

  @Test("A treatment of nothing leaves the cord as no treatment does, bit for bit")
  func emptyDose() throws {
    let none = TreatmentProtocol([
      .cells(CellTransplant(name: "none", product: .stromal, day: 30, dose: 20_000)),
      .release(FactorRelease(name: "late", day: 30, factor: .nt3, amount: 10, kinetics: .bolus)),
    ])
    let (treatedModel, _) = try treated(none)
    let bench = try GraftBench.rat(spacing: 0.4, reach: 5)
    let untreated = try model(bench, threads: 2, .moderateDrop)
    treatedModel.advance(to: 4 * 86_400)
    untreated.advance(to: 4 * 86_400)
    #expect(bits(treatedModel) == bits(untreated))
  }

  @Test("The result does not depend on the number of threads")
  func threads() throws {
    let runs = try [1, 2, 3].map { threads in
      let (model, course) = try treated(Self.combination, threads: threads)
      model.advance(to: 8 * 86_400)
      #expect(course.failure == nil)
      return (bits(model), course.graft.ledger)
    }
    #expect(runs[1].0 == runs[0].0 && runs[2].0 == runs[0].0)
    #expect(runs[1].1 == runs[0].1 && runs[2].1 == runs[0].1)
  }

  @Test("A run that was stopped in the middle continues to the same bits")
  func resume() throws {
    let (whole, wholeCourse) = try treated(Self.combination)
    whole.advance(to: 8 * 86_400)
    let (first, firstCourse) = try treated(Self.combination)
    _ = first.advance(to: 8 * 86_400) { $0.days < 3.3 }
    let clock = first.clock
    let cord = first.withCheckpointParts { $0.reduce(into: Data()) { $0.append(contentsOf: $1) } }
    let therapy = try firstCourse.checkpoint()
    let (second, secondCourse) = try treated(Self.combination)
    try cord.withUnsafeBytes { try second.restore(clock: clock, bytes: $0) }
    try secondCourse.restore(therapy, on: second)
    second.advance(to: 8 * 86_400)
    #expect(bits(second) == bits(whole))
    #expect(secondCourse.graft.ledger == wholeCourse.graft.ledger)
    let image = try #require(wholeCourse.trackingImage(whole, exposure: 1))
    let again = try #require(secondCourse.trackingImage(second, exposure: 1))
    #expect(again.comparison == image.comparison)
  }

  @Test("A damaged state is refused, whatever byte is lost")
  func damage() throws {
    let (model, course) = try treated(Self.combination)
    model.advance(to: 3 * 86_400)
    let state = try course.checkpoint()
    for length in [0, 3, 10, state.count / 2, state.count - 1] {
      let (other, otherCourse) = try treated(Self.combination)
      #expect(throws: (any Error).self) { try otherCourse.restore(state.prefix(length), on: other) }
    }
  }

  @Test("Cells placed are alive or dead, and the books balance at every step")
  func books() throws {
    let (model, course) = try treated(Self.combination)
    _ = model.advance(to: 10 * 86_400) { _ in
      #expect(course.graft.ledger.balances)
      return true
    }
    let entry = try #require(course.graft.ledger["cells"])
    #expect(entry.placed > 0)
    // The switch kills 95 % within a day; few cells are left after it.
    #expect(Double(entry.totalAlive) < 0.1 * Double(entry.placed))
  }

  @Test("Cells in an intact cord harm nothing but what they displace")
  func intactCord() throws {
    let plan = TreatmentProtocol([
      .cells(CellTransplant(name: "cells", product: .stromal, day: 1, dose: 20_000, tissueMatch: 1))
    ])
    let (model, _) = try treated(plan, mechanism: .contusion(peakCompression: 0))
    model.advance(to: 20 * 86_400)
    for field in [TissueField.axons, .neurons, .myelin, .tissue, .oligodendrocytes] {
      #expect(model.state.values(field).allSatisfy { $0 == field.intactValue }, "\(field.name)")
    }
  }

  @Test("Cells that a scaffold holds lie where the scaffold is, also when both are given at once")
  func cellsInScaffold() throws {
    let (model, course) = try treated(Self.combination)
    model.advance(to: 2 * 86_400)
    _ = model.advance(to: 2 * 86_400 + 600) { _ in false }
    let held = Set(course.scaffolds[0].voxels.map(Int.init))
    let cells = (0..<course.graft.agentCount).map { course.graft.cell($0) }
    #expect(cells.count > 100)
    #expect(cells.filter { held.contains($0.voxel) }.count > cells.count * 9 / 10)
  }

  @Test("What cannot be carried out is reported and nothing else stops")
  func failure() throws {
    let plan = TreatmentProtocol([
      .scaffold(
        ScaffoldImplant(name: "far", day: 1, form: .gel, placement: .block(length: 2, axial: 40)))
    ])
    let (model, course) = try treated(plan)
    model.advance(to: 2 * 86_400)
    #expect(course.failure != nil)
    #expect(course.scaffolds.isEmpty)
  }
}
