import Foundation
import ISNCSCI
import MyelonLesion
import MyelonQuantities
import MyelonSimulation
import MyelonStatistics
import Testing

@testable import MyelonTrials

@Suite("Natural history: table, measures, verdicts, population")
struct NaturalHistoryTests {
  private func row(
    _ measure: NaturalHistoryMeasure, levels: String = "C1 to C8", within: String? = nil, grade: String = "A",
    day: Int = 7, value: Double = 10, upTo: Double? = nil, spread: Double? = nil, n: Int? = 100
  ) -> NaturalHistoryRow {
    NaturalHistoryRow(
      id: "NH", study: "test", levels: levels, within: within, grade: grade, baselineDay: day, year: 2005,
      measure: measure, value: value, upTo: upTo, spread: spread, n: n, role: .fit, note: nil)
  }

  /// A cohort of AIS A from C4 of whom person i (of n) gains i points, half in three months, and every fourth a grade.
  private func bank(_ people: Int) throws -> (NaturalHistoryCheck, NaturalHistoryPopulation, CohortBank) {
    let check = NaturalHistoryCheck(NaturalHistoryTable(rows: [row(.converted)]), people: people)
    let population = try #require(NaturalHistoryPopulation(levels: "C4", grade: "A", year: 2005))
    let plan = check.plan(population)
    let sampler = try plan.sampler()
    let measures = [
      "motor_score", "upper_extremity_motor_score", "lower_extremity_motor_score", "impairment_scale",
      "motor_level_right", "motor_level_left",
    ]
    var values: [Double] = []
    for person in 0..<people {
      for visit in plan.visits.indices {
        let share = visit < 3 ? 0 : visit == 3 ? 0.5 : 1
        let gain = Double(person) * share
        let isLast = visit == plan.visits.count - 1
        let grade = person % 4 == 0 && isLast ? Double(2 + person / 4 % 4) : 1
        values += [20 + gain, 20 + gain, 0, grade, isLast ? 5 : 4, 4]
      }
    }
    let bank = CohortBank(
      plan, people: (0..<people).map { sampler.person($0) }, measures: measures, values: values)
    return (check, population, bank)
  }

  private func estimate(_ bank: CohortBank, _ row: NaturalHistoryRow) throws -> Estimate {
    try #require(NaturalHistoryReading(bank, row: row).estimate)
  }

  @Test("Shares, means, medians and ratios of a made-up cohort are those counted by hand")
  func measures() throws {
    let (_, _, bank) = try bank(40)
    // Grades of the ten who change: B, C, D, E, B, C, D, E, B, C.
    let shares: [(NaturalHistoryMeasure, Double)] = [
      (.converted, 25), (.gradeB, 7.5), (.gradeC, 7.5), (.gradeD, 5), (.gradeDOrE, 10),
      (.motorComplete, 82.5),
      (.motorIncomplete, 17.5), (.legMotorReturn, 0), (.motorLevelSameOrWorse, 50), (.motorLevelOne, 50),
      (.motorLevelTwo, 0), (.motorLevelTwoOrMore, 0), (.motorLevelMoreThanTwo, 0),
    ]
    for (measure, share) in shares {
      let found = try estimate(bank, row(measure))
      #expect(abs(found.value - share) < 1e-9, "\(measure)")
      #expect(found.low <= found.value && found.high >= found.value && found.high > found.low)
    }
    #expect(try abs(estimate(bank, row(.upperMotorGain)).value - 19.5) < 1e-12)
    #expect(try abs(estimate(bank, row(.lowerMotorGain)).value) < 1e-12)
    #expect(try abs(estimate(bank, row(.medianMotorGain)).value - 19.5) < 1e-12)
    #expect(try abs(estimate(bank, row(.earlyMotorGain)).value) < 1e-12)
    let half = try estimate(bank, row(.gainByThreeMonths))
    #expect(abs(half.value - 50) < 1e-9 && half.standardError < 1e-9)
    // All lack 80 points, so that the slope is the mean gain over 80.
    #expect(try abs(estimate(bank, row(.proportionalRecovery)).value - 19.5 / 80) < 1e-12)
  }

  @Test("Only people of the row's levels who still have the grade at the baseline count")
  func choice() throws {
    let (_, _, bank) = try bank(12)
    #expect(NaturalHistoryReading(bank, row: row(.converted, day: 30)).count == 12)
    #expect(NaturalHistoryReading(bank, row: row(.motorLevelOne, day: 30)).count == 24)
    let elsewhere = NaturalHistoryReading(bank, row: row(.converted, levels: "C5 to C7", within: "C1 to C8"))
    #expect(elsewhere.count == 0 && elsewhere.estimate == nil)
  }

  @Test("Errors of means and of slopes through the origin are the textbook ones")
  func errors() throws {
    let mean = try #require(NaturalHistoryReading.mean([1, 2, 3, 6]))
    // Variance 14/3, of the mean 14/12.
    #expect(mean.value == 3 && abs(mean.standardError - (14.0 / 12).squareRoot()) < 1e-12)
    let slope = try #require(NaturalHistoryReading.slope([1, 2, 4], [1, 2, 3]))
    // Σxy = 17, Σx² = 14, residual square 21 - 17²/14 over 2 degrees of freedom.
    #expect(abs(slope.value - 17.0 / 14) < 1e-12)
    #expect(abs(slope.standardError - ((21 - 289.0 / 14) / 2 / 14).squareRoot()) < 1e-12)
    #expect(NaturalHistoryReading.ratio([0, 0], [0, 0]) == nil)
    let median = try #require(NaturalHistoryReading.median([5, 1, 9, 3]))
    #expect(median.value == 4 && median.low == 1 && median.high == 9)
  }

  @Test("A difference counts when sampling on both sides does not explain it")
  func verdicts() {
    let estimate = Estimate(value: 30, standardError: 3, low: 24.12, high: 35.88)
    func verdict(_ row: NaturalHistoryRow) -> NaturalHistoryResult.Verdict {
      NaturalHistoryResult(row: row, simulated: estimate, count: 200).verdict
    }
    #expect(verdict(row(.converted, value: 25, n: nil)) == .agrees)
    #expect(verdict(row(.converted, value: 24, n: nil)) == .tooHigh)
    #expect(verdict(row(.converted, value: 24, n: 50)) == .agrees)
    #expect(verdict(row(.converted, value: 50, n: 400)) == .tooLow)
    #expect(verdict(row(.converted, value: 10, upTo: 28, n: nil)) == .agrees)
    #expect(verdict(row(.upperMotorGain, value: 21, spread: 40, n: 100)) == .agrees)
    #expect(verdict(row(.upperMotorGain, value: 20, spread: 40, n: 100)) == .tooHigh)
    let none = NaturalHistoryResult(row: row(.converted), simulated: nil, count: 0)
    #expect(none.verdict == .unknown && none.distance == nil)
  }

  @Test("What is wrong with a file is named with its line")
  func faults() throws {
    let text = """
      myelon-natural-history: 1
      rows:
        - {id: NH, study: s, levels: C1 to C8, grade: A, baseline-day: 7, year: 2005, measure: converted, value: 120, role: fit}
        - {id: NH, study: s, levels: C8 to C1, grade: A, baseline-day: 7, year: 2005, measure: converted, value: 12, role: fit}
        - {id: NH, study: s, levels: C1 to C8, grade: A, baseline-day: 9, year: 2005, measure: converted, value: 12, role: fit}
        - {id: NH, study: s, levels: C1 to C8, grade: A, baseline-day: 7, year: 2005, measure: converter, value: 12, role: fit}
        - {id: NH, study: s, levels: C1 to C8, grade: A, baseline-day: 7, year: 2005, measure: grade-d-or-e, value: 12, role: held-out}
      """
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).yaml")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    do {
      _ = try NaturalHistoryTable.read(path: file.path)
      Issue.record("The file was read")
    } catch {
      #expect(Set(error.findings.map(\.line)) == [3, 4, 5, 6])
    }
  }

  @Test("The published table is read, has both roles, and its populations can be drawn")
  func published() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Validation/natural-history.yaml").path
    let table = try NaturalHistoryTable.read(path: path)
    let fitted: Set = ["NH01", "NH03", "NH04", "NH20"]
    for row in table.rows { #expect((row.role == .fit) == fitted.contains(row.id), "\(row.id)") }
    let check = NaturalHistoryCheck(table, people: 5)
    for population in check.populations {
      let sampler = try check.plan(population).sampler()
      for index in 0..<5 {
        let person = sampler.person(index)
        #expect(population.levels.contains(person.level) && population.grades.contains(person.grade))
        #expect(person.enrolment == 7)
      }
    }
    #expect(NaturalHistoryResult.markdown(check.results([:])).contains("too few people"))
  }

  @Test("The strain of an injury has the spread of its region")
  func regions() throws {
    let table = PopulationParameters.table
    for (level, region) in [
      (SpinalLevel.c1, "cervical"), (.c8, "cervical"), (.t1, "upper_thoracic"), (.t9, "upper_thoracic"),
      (.t10, "lower"), (.l2, "lower"),
    ] {
      #expect(PopulationProfile.strainSpread(at: level, table: table) == table["strain_spread_\(region)"])
    }
  }
}
