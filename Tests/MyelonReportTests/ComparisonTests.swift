import ISNCSCI
import MyelonReport
import MyelonSimulation
import MyelonTestSupport
import Testing

@Suite("Arms compared") struct ComparisonTests {
  private let motor = OutcomeMeasure(
    id: "motor_score", title: "Motor", unit: "points", isMoreBetter: true,
    smallest: .init(value: 4.48, source: "test"))
  private let lesion = OutcomeMeasure(id: "lesion_volume", title: "Lesion", unit: "mm3", isMoreBetter: false)

  private func value(_ number: Double?) -> ArmOutcomes.Value { .init(number: number) }

  private func row(
    _ measure: OutcomeMeasure, _ full: Double, _ untreated: Double?, _ without: [Double?],
    complete: Bool = true
  ) -> ComponentTable.Row {
    ComponentTable.Row(
      measure, full: value(full), untreated: untreated.map { value($0) },
      without: without.map { $0.map { value($0) } },
      isComplete: complete)
  }

  @Test("a difference is called better or worse only when it reaches the smallest that means anything")
  func verdicts() {
    func verdict(_ a: Double?, _ b: Double?, _ measure: OutcomeMeasure) -> ArmDifference.Verdict {
      ArmDifference(measure, value: value(a), reference: value(b)).verdict
    }
    #expect(verdict(50, 50, motor) == .none)
    #expect(verdict(54, 50, motor) == .tooSmall)
    #expect(verdict(46, 50, motor) == .tooSmall)
    #expect(verdict(54.5, 50, motor) == .better)
    #expect(verdict(40, 50, motor) == .worse)
    #expect(verdict(nil, 50, motor) == .incomparable)
    // Less lesion would be better, but without a threshold nothing is claimed.
    #expect(verdict(200, 300, lesion) == .noThreshold)
    #expect(verdict(300.2, 300, lesion) == .none)
    #expect(ArmDifference(lesion, value: value(300.2), reference: value(300)).difference == 0)
    #expect(ArmDifference(motor, value: value(40), reference: value(50)).difference == -10)
    #expect(ArmDifference(motor, value: nil, reference: value(50)).difference == nil)
  }

  @Test("contributions are full minus without, and their sum is set against the full effect")
  func contributions() {
    let additive = row(motor, 60, 40, [50, 50, 60])
    #expect(additive.contributions == [10, 10, 0])
    #expect(additive.sum == 20 && additive.effect == 20 && additive.reading == .additive)
    // Each alone does nothing, both together 20: each takes all of it away.
    #expect(row(motor, 60, 40, [40, 40]).reading == .synergy)
    // Each alone does everything.
    let redundant = row(motor, 60, 40, [60, 60])
    #expect(redundant.contributions == [0, 0] && redundant.reading == .redundancy)
    #expect(row(motor, 50, 50, [50, 50]).reading == .nothing)
    #expect(row(motor, 50, 50, [60, 55]).reading == .opposed)
    // Harm is read like benefit.
    #expect(row(motor, 30, 50, [50, 50]).reading == .synergy)
    #expect(row(lesion, 100, 200, [100, 100]).reading == .redundancy)
    #expect(row(lesion, 100, 200, [150, 152]).reading == .additive)
  }

  @Test("nothing is read where an arm, a number or a component's copy is missing")
  func incomplete() {
    #expect(row(motor, 60, nil, [50]).reading == .unknown)
    #expect(row(motor, 60, 40, [50, nil]).sum == nil)
    #expect(row(motor, 60, 40, [50, nil]).reading == .unknown)
    #expect(row(motor, 60, 40, [50], complete: false).reading == .unknown)
  }

  private func comparison(_ sample: SampleTreatment, isHuman: Bool = true) throws -> (
    RunRecord, ArmComparison
  ) {
    let scratch = try ScratchDirectory()
    let record = try sample.make(in: scratch.path, isHuman: isHuman)
    return (record, ArmComparison(record))
  }

  @Test("outcomes are those of the last visit, and the reference is the untreated arm with the same injury")
  func outcomes() throws {
    let (record, found) = try comparison(SampleTreatment())
    let full = try #require(found["combination"])
    #expect(full.isTreated && full.day == 365)
    let totals = try #require(record.arms[1].visits.last?.classification?.totals)
    #expect(full.values["motor_score"]?.number == totals.motor.value.map(Double.init))
    #expect(full.values["graft_cells"]?.number == record.arms[1].series.values("graft_cells")?.last)
    #expect(found.untreated(for: full)?.name == "untreated")
    let untreated = try #require(found["untreated"])
    #expect(found.untreated(for: untreated) == nil)
    let ids = found.measures.map(\.id)
    #expect(ids.prefix(3) == ["AIS", "NLI", "upper_extremity_motor_score"] && ids.contains("SCIM"))
    for difference in found.differences(full, from: full) {
      #expect(difference.verdict == .none || difference.value?.number == nil, "\(difference.measure.id)")
    }
  }

  @Test("the table of components lists each copy once and a component without effect as null")
  func components() throws {
    let (record, found) = try comparison(SampleTreatment())
    let tables = ComponentTable.all(of: record, comparison: found)
    let table = try #require(tables.first)
    #expect(tables.count == 1 && table.arm == "combination" && table.untreated == "untreated")
    #expect(table.copies.map(\.removed) == ["cells", "channels", "NT-3", "tacrolimus"])
    #expect(table.missing.isEmpty && table.copies.allSatisfy { $0.alsoRemoved.isEmpty })
    for row in table.rows {
      #expect(row.contributions.count == 4)
      // The made-up drug did nothing at all.
      #expect(row.contributions[3] == 0 || row.full.number == nil)
      if let sum = row.sum {
        #expect(abs(sum - row.contributions.compactMap { $0 }.reduce(0, +)) < 1e-9)
      }
    }
    let lesion = try #require(table.rows.first { $0.measure.id == "lesion_volume" })
    let effect = try #require(lesion.effect)
    #expect(effect < 0)
  }

  @Test("named arms are compared in their order; unknown and single ones are refused")
  func pairs() throws {
    let (_, found) = try comparison(SampleTreatment(), isHuman: false)
    let all = try found.pairs(naming: [])
    #expect(all.map(\.arm) == Array(SampleTreatment().armNames.dropFirst()))
    #expect(all.allSatisfy { $0.reference == "untreated" })
    let named = try found.pairs(naming: ["without cells", "combination"])
    #expect(named.count == 1 && named[0].arm == "combination" && named[0].reference == "without cells")
    #expect(throws: ReportError.unknownArm(name: "x", known: SampleTreatment().armNames)) {
      try found.pairs(naming: ["x"])
    }
    #expect(throws: ReportError.nothingToCompare(arms: ["untreated"])) {
      try found.pairs(naming: ["untreated"])
    }
    #expect(throws: ReportError.self) { try found.pairs(naming: ["untreated", "untreated"]) }
  }
}
