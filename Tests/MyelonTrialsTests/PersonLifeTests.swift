import ISNCSCI
import Foundation
import MyelonStudies
import Testing

@testable import MyelonTrials

@Suite("Lives of people of a cohort")
struct PersonLifeTests {
  /// A cohort that is quick to live: one level, coarse, few cones.
  static func plan(people: Int) -> CohortPlan {
    var plan = CohortSupport.plan(people: people, arms: ["control", "same"], visits: [0, 28])
    plan.population = Population(levels: .c5 ... .c5, grades: [.a, .c, .d])
    plan.enrolment = EnrolmentTime(earliest: 10, median: 12, latest: 14)
    return plan
  }

  @Test(
    "People live from injury to the last visit, with the grade drawn, the same in equal arms and on any thread"
  )
  func lives() throws {
    let life = try PersonLife(Self.plan(people: 6), settings: LifeSettings(growthCones: 50, agents: 100))
    let members = try life.members(0..<6)
    #expect(life.outcomes.count == 3 + 2 * 2 * ((life.outcomes.count - 3) / 4))
    let results = try members.map { member in try life.run(member) }
    for (member, numbers) in zip(members, results) {
      #expect(numbers.count == life.outcomes.count)
      let half = (numbers.count - 3) / 2
      // An arm without treatment is the control's life to the bit.
      #expect(Array(numbers[3..<3 + half]) == Array(numbers[(3 + half)...]))
      let person = try #require(Person(values: member.values))
      let compression = try #require(numbers[0])
      #expect((0.2...1).contains(compression) && (numbers[2] ?? 0) >= 1 && abs(numbers[1] ?? 2) <= 1)
      #expect(person.level == .c5)
    }
    let ensemble = try Ensemble(life, settings: EnsembleSettings(workers: 3)).run(members: members)
    #expect(ensemble.map(\.outcomes) == results)
  }

  @Test("A cohort stored in a study comes back as people, screened and exported")
  func bank() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var plan = Self.plan(people: 3)
    plan.eligibility = try Eligibility(
      inclusion: ["age < 200 years"], exclusion: ["motor-score > 200"],
      vocabulary: CohortVocabulary.standard())
    let life = try PersonLife(plan, settings: LifeSettings(growthCones: 50, agents: 100))
    let store = try StudyStore.create(at: folder.path + "/c.db", life.description, overwrite: false)
    try store.add(try life.members(0..<3))
    #expect(throws: CohortError.self) { _ = try CohortBank(store, plan: plan) }
    try Ensemble(life, settings: EnsembleSettings(workers: 2)).run(store)
    let bank = try CohortBank(store, plan: plan)
    #expect(bank.count + bank.failures.count == 3)
    let motor = try #require(bank.measure("motor-score"))
    for person in bank.people.indices {
      let course = bank.course(person: person, arm: 0, measure: motor)
      #expect(course.count == 2 && course.allSatisfy { $0.map { (0...100).contains($0) } ?? false })
    }
    let flow = CohortFlow(bank, eligibility: plan.eligibility)
    #expect(flow.eligible.count == bank.count && flow.tally.screened == bank.count)
    let files = try CohortExport(bank, flow: flow).write(to: folder.path + "/out")
    #expect(files.count == CohortExport.fileNames.count)
    let people = try String(contentsOfFile: files[0], encoding: .utf8).split(separator: "\n")
    #expect(people.count == 1 + 3)
    let observed = try String(contentsOfFile: files[2], encoding: .utf8).split(separator: "\n")
    #expect(observed.count == 1 + 2 * bank.count)
    var other = plan
    other.visits = [0, 27]
    #expect(throws: CohortError.self) { _ = try CohortBank(store, plan: other) }
  }
}
