import Foundation
import Testing

/// `cohort` and `trial` as a user calls them.
@Suite struct CohortCommandTests {
  private static let examples = "\(Program.package)/Examples/trials"

  /// A cohort that is quick to live: one level, coarse, two visits.
  private static func write(_ scratch: Scratch, people: Int = 3) throws {
    try """
    myelon: 1
    name: arms
    subject: {species: human, age: 40 years, sex: male}
    injury: {mechanism: contusion, peak-compression: 60 %, level: C6}
    arms:
      - {name: control}
      - name: treated
        therapies:
          - {training: general, name: practice, day: 1, minutes-a-day: 60, days-a-week: 5, weeks: 4}
    run: {days: 60, voxel: 2 mm, time-step-tolerance: 0.1, growth-cones: 50, agents: 100, visits: [42]}
    """.write(toFile: "\(scratch.path)/arms.yaml", atomically: true, encoding: .utf8)
    try """
    myelon-cohort: 1
    name: small
    people: \(people)
    seed: 3
    population: {levels: C5, grades: [A, D]}
    enrolment: {earliest: 10 days, latest: 14 days}
    scenario: arms.yaml
    visits: [28]
    eligibility: {inclusion: [age < 70 years]}
    """.write(toFile: "\(scratch.path)/cohort.yaml", atomically: true, encoding: .utf8)
  }

  @Test(arguments: ["cohort", "trial"])
  func everyCommandShowsAnExampleOfItself(command: String) throws {
    let found = try Program.run([command, "--help"])
    #expect(found.status == 0 && found.output.contains("myelon \(command) Examples/trials/"))
  }

  @Test func peopleOfTheExampleAreDrawnWithoutBeingLived() throws {
    let found = try Program.run(
      ["cohort", "\(Self.examples)/cervical-cohort.yaml", "--people", "50", "--draw-only"])
    #expect(found.status == 0)
    let lines = found.output.split(separator: "\n")
    #expect(lines.count == 51 && lines[0].hasPrefix("person,country,age,"))
    let again = try Program.run(
      ["cohort", "\(Self.examples)/cervical-cohort.yaml", "--people", "10", "--draw-only"])
    #expect(again.output.split(separator: "\n") == Array(lines.prefix(11)))
  }

  @Test func aCohortIsLivedContinuedExtendedAndNeverReplacedUnasked() throws {
    let scratch = try Scratch()
    try Self.write(scratch)
    let first = try Program.run(["cohort", "cohort.yaml", "--output", "out"], in: scratch.path)
    #expect(first.status == 0, "\(first.remarks)")
    #expect(first.remarks.contains("predicts nobody's outcome"))
    let names = scratch.names("out")
    #expect(
      names.isSuperset(of: ["people.csv", "outcomes.csv", "observed.csv", "flow.csv", "summary.json"]))
    #expect(!names.contains { $0.contains("partial") })
    let people = scratch.text("out/people.csv").split(separator: "\n").sorted()
    let again = try Program.run(["cohort", "cohort.yaml", "--output", "out"], in: scratch.path)
    #expect(again.status == 2, "\(again.remarks)")
    let more = try Program.run(
      ["cohort", "cohort.yaml", "--output", "out", "--resume", "--people", "5"], in: scratch.path)
    #expect(more.status == 0, "\(more.remarks)")
    let all = scratch.text("out/people.csv").split(separator: "\n")
    #expect(all.count == 6 && Set(people).isSubset(of: Set(all)))
  }

  @Test func aTrialOnFewPeopleOrAnotherCohortIsRefused() throws {
    let scratch = try Scratch()
    try Self.write(scratch)
    let lived = try Program.run(
      ["cohort", "cohort.yaml", "--output", "out"], in: scratch.path)
    #expect(lived.status == 0)
    let call = ["trial", "\(Self.examples)/cervical-progenitors.yaml", "--cohort", "cohort.yaml"]
    let none = try Program.run(call, in: scratch.path)
    #expect(none.status == 2 && none.output.isEmpty, "\(none.remarks)")
    let few = try Program.run(call + ["--study", "out/cohort.study.db"], in: scratch.path)
    #expect(few.status == 2, "\(few.remarks)")
    #expect(few.remarks.contains("at least 20 are required"), "\(few.remarks)")
    #expect(scratch.names("runs").isEmpty)
  }

  @Test func badInputIsNamedWithItsLine() throws {
    let scratch = try Scratch()
    try Self.write(scratch)
    let text = scratch.text("cohort.yaml").replacing("people: 3", with: "people: 3\npeeple: 4")
    try text.write(toFile: "\(scratch.path)/wrong.yaml", atomically: true, encoding: .utf8)
    let found = try Program.run(["cohort", "wrong.yaml"], in: scratch.path)
    #expect(found.status == 2 && found.remarks.contains("wrong.yaml:4:"), "\(found.remarks)")
    #expect(found.remarks.contains("did you mean") || found.remarks.contains("people"))
    let number = try Program.run(["cohort", "cohort.yaml", "--people", "0"], in: scratch.path)
    #expect(number.status == 2)
    let trials = try Program.run(
      ["trial", "x.yaml", "--cohort", "cohort.yaml", "--trials", "0"], in: scratch.path)
    #expect(trials.status == 2)
  }
}
