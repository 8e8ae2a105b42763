import ISNCSCI
import Foundation
import MyelonSimulation
import Testing

@testable import MyelonTrials

@Suite("Cohort files")
struct CohortFileTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Reads a text as a cohort file that lies beside the example's scenario.
  private func read(_ text: String) throws -> CohortPlan {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let arms = Self.root.appendingPathComponent("Examples/trials/cervical-arms.yaml")
    try FileManager.default.copyItem(at: arms, to: folder.appendingPathComponent("arms.yaml"))
    let treated = try String(contentsOf: arms, encoding: .utf8).replacing(
      "  - name: control\n",
      with:
        "  - name: first\n    therapies:\n      - training: general\n        name: practice\n        day: 1\n        minutes-a-day: 60\n        days-a-week: 5\n        weeks: 4\n"
    )
    try treated.write(to: folder.appendingPathComponent("treated.yaml"), atomically: true, encoding: .utf8)
    let file = folder.appendingPathComponent("cohort.yaml")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return try CohortPlan.read(path: file.path)
  }

  private static let good = """
    myelon-cohort: 1
    name: c
    people: 20
    enrolment: {earliest: 14 days, latest: 6 weeks}
    scenario: arms.yaml
    """

  @Test("The example is read as it stands")
  func example() throws {
    let plan = try CohortPlan.read(
      path: Self.root.appendingPathComponent("Examples/trials/cervical-cohort.yaml").path)
    #expect(plan.people == 240 && plan.seed == 20 && plan.population.year == 2020)
    #expect(plan.population.countries == [.usa: 0.4, .canada: 0.2, .europe: 0.3, .korea: 0.1])
    #expect(plan.population.levels == .c3 ... .c8 && plan.population.grades == [.a, .b, .c])
    #expect(plan.enrolment == EnrolmentTime(earliest: 14, median: 24, latest: 42))
    #expect(plan.visits == [0, 28, 84, 182, 365])
    #expect(plan.eligibility.inclusion.count == 4 && plan.eligibility.exclusion.count == 1)
    #expect(plan.eligibility.inclusion[1].because?.contains("motor-complete") == true)
    #expect(plan.attrition == Attrition(dropout: 0.1, missedVisits: 0.04, visitWindow: 7))
    #expect(plan.scenario.arms.map(\.name) == ["control", "low", "middle", "high"])
  }

  @Test("What is not given has the usual values")
  func defaults() throws {
    let plan = try read(Self.good)
    #expect(plan.population == Population() && plan.attrition == .none && plan.seed == 1)
    #expect(plan.visits == [0, 84, 182, 365] && plan.enrolment.latest == 42)
    #expect(abs(plan.enrolment.median - (14.0 * 42).squareRoot()) < 1e-12)
  }

  static let faults: [(String, String)] = [
    ("peeple: 3", "peeple"), ("people: 0", "1 to 100000"), ("people: many", "whole number"),
    ("population: {countries: {uss: 1}}", "usa"), ("population: {countries: {usa: -1}}", "above 0"),
    ("population: {countries: {}}", "at least one country"), ("population: {year: 1900}", "1970 to 2060"),
    ("population: {levels: L3}", "C1 to L2"), ("population: {levels: C7 to C4}", "C4 to C8"),
    ("population: {grades: [A, A]}", "different grades"),
    ("population: {grades: [E]}", "a grade is required"),
    ("enrolment: {earliest: 40 days, latest: 20 days}", "earliest day"),
    ("enrolment: {latest: 20 days}", "earliest"),
    ("scenario: nothing.yaml", "no such file"), ("scenario: treated.yaml", "without treatment"),
    ("visits: [84, 28]", "ascending"), ("visits: []", "ascending"), ("visits: [9000]", "latest enrolment"),
    ("eligibility: {inclusion: [ags > 3]}", "age"), ("eligibility: {inclusion: [{because: x}]}", "rule"),
    ("eligibility: {inclusion: [age > 3 kg]}", "at character"), ("attrition: {dropout: 1.5}", "dropout"),
    ("attrition: {dropout-ratio: 0}", "factor"),
    ("attrition: {drop-out: 0.1}", "drop-out"), ("parameters: {usa_male_shar: 0.5}", "usa_male_share"),
    ("parameters: {usa_male_share: 0.1}", "plausible range"), ("myelon-cohort: 2", "version"),
  ]

  @Test("A fault is named with its line and what is allowed", arguments: faults)
  func fault(_ line: String, _ word: String) throws {
    let key = line.prefix { $0 != ":" }
    let kept = Self.good.split(separator: "\n").filter { !$0.hasPrefix(key + ":") }.map(String.init)
    let text = (kept + [line]).joined(separator: "\n")
    let error = try #require(throws: ScenarioError.self) { _ = try read(text) }
    let finding = try #require(error.findings.first { $0.description.contains(word) }, "\(error)")
    #expect(
      finding.line
        == (key == "peeple" || key == "visits" || line.contains("myelon") ? finding.line : kept.count + 1))
  }

  @Test("Random bytes and cut files are refused, never more")
  func noise() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<50 {
      let cut = String(Self.good.prefix(Int.random(in: 0..<Self.good.count - 20, using: &generator)))
      #expect(throws: ScenarioError.self) { _ = try read(cut) }
      let bytes = (0..<200).map { _ in Character(UnicodeScalar(UInt8.random(in: 32...126, using: &generator)))
      }
      #expect(throws: ScenarioError.self) { _ = try read(String(bytes)) }
    }
  }
}
