import Foundation
import MyelonTrialDesigns
import Testing

@Suite("Interval designs")
struct IntervalDesignTests {
  @Test(
    "BOIN boundaries are those of the R package", .enabled(if: TrialFacts.arePresent, "\(TrialFacts.absence)")
  )
  func boinBoundaries() throws {
    var tables: [String: IntervalTable] = [:]
    var worst = 0.0
    for row in try TrialFacts.rows("boin_boundaries.csv") {
      func number(_ name: String) -> Double? { row[name].flatMap(Double.init) }
      let n = try #require(row["n"].flatMap { Int($0) })
      let design = BOIN(
        plan: EscalationPlan(doses: 3), target: try #require(number("target")),
        lowRate: number("p_saf"), highRate: number("p_tox"),
        overdose: OverdoseControl(cutoff: try #require(number("cutoff_eli")), extraSafeOffset: 0.05))
      let key = (row["tag"] ?? "") + (row["target"] ?? "")
      let table = tables[key] ?? design.table(upTo: 36)
      tables[key] = table
      worst = max(worst, abs(design.escalationBoundary - (number("lambda_e") ?? .nan)))
      worst = max(worst, abs(design.deEscalationBoundary - (number("lambda_d") ?? .nan)))
      #expect(table.escalateAtMost(n) == row["escalate_le"].flatMap { Int($0) }, "\(row)")
      #expect(table.deEscalateAtLeast(n) == row["deescalate_ge"].flatMap { Int($0) }, "\(row)")
      #expect(table.eliminateAtLeast(n) == row["eliminate_ge"].flatMap { Int($0) }, "\(row)")
      #expect(table.stopAtLowestAtLeast(n) == row["extrasafe_stop_ge"].flatMap { Int($0) }, "\(row)")
    }
    print("BOIN boundaries: largest deviation of lambda", worst)
    #expect(worst < 1e-12)
    #expect(tables.count == 6)
  }

  @Test(
    "Keyboard limits are those of the R package", .enabled(if: TrialFacts.arePresent, "\(TrialFacts.absence)")
  )
  func keyboardBoundaries() throws {
    for row in try TrialFacts.rows("keyboard_boundaries.csv") {
      func number(_ name: String) -> Double { row[name].flatMap(Double.init) ?? .nan }
      let n = Int(number("n"))
      let design = KeyboardDesign(
        plan: EscalationPlan(doses: 3), target: number("target"), lowerMargin: number("marginL"),
        upperMargin: number("marginR"),
        overdose: OverdoseControl(cutoff: number("cutoff_eli"), minimumPatients: 1))
      let table = design.table(upTo: n)
      #expect(table.escalateAtMost(n) == row["escalate_le"].flatMap { Int($0) }, "\(row)")
      #expect(table.deEscalateAtLeast(n) == row["deescalate_ge"].flatMap { Int($0) }, "\(row)")
      #expect(table.eliminateAtLeast(n) == row["eliminate_ge"].flatMap { Int($0) }, "\(row)")
    }
  }

  @Test(
    "mTPI and mTPI-2 decide as escalation does", .enabled(if: TrialFacts.arePresent, "\(TrialFacts.absence)"))
  func toxicityIntervals() throws {
    let plan = EscalationPlan(doses: 3)
    let control = OverdoseControl(cutoff: 0.95, minimumPatients: 2)
    let second = KeyboardDesign(plan: plan, target: 0.3, ends: .perWidth, overdose: control).table(upTo: 18)
    let first = ToxicityIntervalDesign(plan: plan, target: 0.3, overdose: control).table(upTo: 18)
    for row in try TrialFacts.rows("mtpi_tables.csv") {
      let table = row["design"] == "mTPI" ? first : second
      let n = try #require(row["n"].flatMap { Int($0) })
      let y = try #require(row["y"].flatMap { Int($0) })
      let verdict = table[patients: n, toxicities: y]
      #expect(verdict.letters.prefix(1) == (row["decision"] ?? ""), "\(row)")
      #expect((verdict == .eliminate) == (row["dose2_admissible"] == "FALSE"), "\(row)")
    }
  }
}
