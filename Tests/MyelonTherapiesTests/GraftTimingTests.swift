import Foundation
import MyelonFields
import MyelonLesion
import Testing

@testable import MyelonTherapies

/// Grafts of several days in one cord on which they do not act.
private final class GraftDays: LesionInfluence {
  let grafts: [Graft]
  private var waiting: [(second: Int, graft: Int, plan: CellTransplant)]
  private let immunosuppression: Float

  init(_ bench: GraftBench, _ plan: CellTransplant, days: [Double], immunosuppression: Float) throws {
    grafts = try days.map { _ in try bench.graft(budget: 5000) }
    waiting = days.enumerated().map { (Int($1 * 86_400), $0, plan) }
    self.immunosuppression = immunosuppression
  }

  func nextEvent(after seconds: Int) -> Int? { waiting.map(\.second).filter { $0 > seconds }.min() }

  func begin(_ model: LesionModel) {
    for entry in waiting where entry.second <= model.clock.seconds {
      grafts[entry.graft].place(entry.plan, in: model)
    }
    waiting.removeAll { $0.second <= model.clock.seconds }
  }

  func prepare(_ model: LesionModel, hours: Double) {}

  func finish(_ model: LesionModel, hours: Double) {
    for graft in grafts { graft.advance(model, hours: hours, immunosuppression: immunosuppression) }
  }
}

@Suite("Grafted cells: the day of grafting")
struct GraftTimingTests {
  /// Survival by graft and age.
  private func survival(
    _ plan: CellTransplant, days: [Double], ages: [Double], immunosuppression: Float
  ) throws -> [[Double]] {
    let bench = try GraftBench.rat(spacing: 0.4)
    let model = try bench.model(.moderateDrop)
    let influence = try GraftDays(bench, plan, days: days, immunosuppression: immunosuppression)
    model.influence = influence
    var table = days.map { _ in ages.map { _ in 0.0 } }
    let visits = days.indices.flatMap { graft in ages.indices.map { (graft, $0) } }
    for (graft, age) in visits.sorted(by: { days[$0.0] + ages[$0.1] < days[$1.0] + ages[$1.1] }) {
      model.advance(to: Int((days[graft] + ages[age]) * 86_400))
      let entry = influence.grafts[graft].ledger.entries[0]
      table[graft][age] = Double(entry.totalAlive) / Double(entry.placed)
    }
    return table
  }

  /// Nandoe Tewarie et al 2009, J Neurotrauma 26:2313: 32, 52, 9 and 9 % after 7 d for grafts at 15 min, 3, 7 and 21 d;
  /// about none after 28 d in all.
  @Test(
    "Unmatched stromal cells fare best at 3 d, worse at 15 min, worst from 7 d on, and all are gone at 28 d")
  func stromalCells() throws {
    let found = try survival(
      .test(.stromal, dose: 1e6, match: 0), days: [0.0104, 3, 7, 21], ages: [7, 28], immunosuppression: 0)
    let week = found.map { $0[0] }
    #expect(week[1] > week[0] && week[0] > 1.5 * max(week[2], week[3]), "\(week)")
    #expect(week[0] > 0.25 && week[0] < 0.4 && week[2] < 0.2 && week[3] < 0.15, "\(week)")
    #expect(found.allSatisfy { $0[1] < 0.02 })
  }

  @Test("Matched cells are not rejected, whenever they are grafted")
  func matchedCells() throws {
    let found = try survival(
      .test(.stromal, dose: 1e6, match: 1), days: [3, 21], ages: [28], immunosuppression: 0)
    #expect(found.allSatisfy { $0[0] > 0.3 }, "\(found)")
  }

  @Test("Suppressed neural cells are lost early and then hold, and matrix helps them")
  func neuralCells() throws {
    var plan = CellTransplant.test(.neuralStem, dose: 5e5, match: 0)
    let plain = try survival(plan, days: [9], ages: [1, 7, 28, 56], immunosuppression: 0.95)[0]
    #expect(plain[0] < 0.5 && plain[1] < plain[0], "\(plain)")
    plan.carrier = .init(adhesion: 1, halfLife: 14)
    let held = try survival(plan, days: [9], ages: [1, 56], immunosuppression: 0.95)[0]
    #expect(held[1] > 1.5 * plain[3] && held[1] < 6 * plain[3], "\(held) against \(plain)")
  }
}
