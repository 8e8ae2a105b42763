import Foundation
import MyelonTrialDesigns
import Testing

@Suite("Selection of the dose")
struct SelectionTests {
  private func select(
    target: Double, n: [Int], y: [Int], extraSafe: Bool, bound: Bool
  ) throws -> DoseSelection {
    let design = BOIN(
      plan: EscalationPlan(doses: n.count), target: target,
      overdose: OverdoseControl(extraSafeOffset: extraSafe ? 0.05 : nil), boundsSelection: bound)
    return try design.selection(
      after: DoseState(current: 1, tally: DoseTally(patients: n, toxicities: y)))
  }

  /// Rows 1, 5, 7, 8, 9, 14 of random data sets given to select.mtd of the R package BOIN 2.7.2.
  @Test("Doses and isotonic estimates of six data sets are those of the R package")
  func decisive() throws {
    let one = try select(
      target: 0.2, n: [15, 12, 9, 0, 0, 0], y: [1, 4, 1, 0, 0, 0], extraSafe: true, bound: true)
    #expect(one.dose == 3)
    #expect(abs((one.toxicityEstimates[1] ?? 0) - 0.197161476295156) < 1e-9)
    #expect(one.toxicityEstimates[3] == nil)
    let five = try select(target: 0.35, n: [6, 3, 15, 12], y: [0, 0, 3, 5], extraSafe: false, bound: true)
    #expect(five.dose == 4)
    #expect(abs((five.toxicityEstimates[3] ?? 0) - 0.417355371900826) < 1e-9)
    #expect(
      try select(target: 0.2, n: [15, 15, 15, 15, 0], y: [0, 4, 3, 4, 0], extraSafe: false, bound: false).dose
        == 2)
    let eight = try select(
      target: 0.2, n: [12, 15, 3, 0, 0], y: [3, 9, 2, 0, 0], extraSafe: false, bound: false)
    #expect(eight.dose == 1)
    #expect(eight.eliminatedFrom == 2)
    #expect(
      try select(target: 0.3, n: [12, 0, 0, 0], y: [7, 0, 0, 0], extraSafe: false, bound: false).dose == nil)
    #expect(
      try select(target: 0.3, n: [12, 6, 3, 0], y: [2, 0, 1, 0], extraSafe: false, bound: false).dose == 3)
  }

  @Test("All data sets of the R package", .enabled(if: TrialFacts.arePresent, "\(TrialFacts.absence)"))
  func all() throws {
    var worst = 0.0
    let rows = try TrialFacts.rows("boin_select_mtd.csv")
    for row in rows {
      let n = TrialFacts.integers(row["n"])
      let found = try select(
        target: try #require(row["target"].flatMap(Double.init)), n: n, y: TrialFacts.integers(row["y"]),
        extraSafe: row["extrasafe"] == "TRUE", bound: row["boundMTD"] == "TRUE")
      #expect((found.dose ?? 99) == row["mtd"].flatMap { Int($0) }, "\(row)")
      let estimates = found.toxicityEstimates.compactMap { $0 }
      let expected = TrialFacts.numbers(row["phat_iso_all"])
      #expect(estimates.count == expected.count)
      for (a, b) in zip(estimates, expected) { worst = max(worst, abs(a - b)) }
    }
    print("select.mtd", rows.count, worst)
    #expect(worst < 1e-9)
  }
}
