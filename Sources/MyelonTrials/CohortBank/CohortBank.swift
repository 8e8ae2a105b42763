import MyelonSimulation
import MyelonStudies

/// The lived people of a cohort, ready to be drawn into trials: each with what would be found under every arm.
public struct CohortBank: Sendable {
  /// The cohort.
  public let plan: CohortPlan
  /// Numbers of the people in the cohort.
  public let indices: [Int]
  /// The people.
  public let people: [Person]
  /// Peak compression of each person's injury.
  public let compressions: [Double]
  /// Names of arms, the untreated one first.
  public let arms: [String]
  /// Names of the numbers of a visit; those of a therapy are unknown in untreated arms.
  public let measures: [String]
  /// People who could not be lived, with reasons.
  public let failures: [(member: Int, reason: String)]

  /// Values by person, arm, visit and measure, not a number where they could not be determined.
  private let values: [Double]
  private let placeOfMeasure: [String: Int]

  /// Reads a study.
  ///
  /// - Parameters:
  ///   - store: the study of the cohort.
  ///   - plan: the cohort.
  /// - Throws: `CohortError` when it is another cohort or not lived to the end, `StudyError` when it cannot be read.
  public init(_ store: StudyStore, plan: CohortPlan) throws {
    self.plan = plan
    let description = store.description
    guard description.parameters.map(\.name) == Person.parameters.map(\.name) else {
      throw CohortError.notACohort(path: store.path, reason: "its members are no people")
    }
    let counts = try store.counts()
    guard counts.unfinished == 0, counts.total > 0 else {
      throw CohortError.unfinished(path: store.path, missing: counts.unfinished, of: counts.total)
    }
    arms = plan.scenario.arms.map(\.name)
    let layout = try CohortLayout(description.outcomes, arms: arms, visits: plan.visits, path: store.path)
    measures = layout.measures
    placeOfMeasure = Dictionary(uniqueKeysWithValues: measures.enumerated().map { ($1, $0) })
    var read = Rows()
    try store.forEachRecord { record in read.add(record, layout: layout) }
    if let wrong = read.notAPerson { throw CohortError.notAPerson(member: wrong) }
    indices = read.indices
    people = read.people
    compressions = read.compressions
    failures = read.failures
    values = read.values
  }

  /// Makes a bank from values, for tests and for cohorts from elsewhere.
  ///
  /// - Parameters:
  ///   - plan: the cohort.
  ///   - people: the people.
  ///   - measures: names of the numbers of a visit.
  ///   - values: by person, arm of the plan, visit of the plan and measure; not a number where unknown.
  public init(_ plan: CohortPlan, people: [Person], measures: [String], values: [Double]) {
    precondition(values.count == people.count * plan.scenario.arms.count * plan.visits.count * measures.count)
    self.plan = plan
    self.people = people
    indices = Array(people.indices)
    compressions = people.map { _ in .nan }
    arms = plan.scenario.arms.map(\.name)
    self.measures = measures
    failures = []
    self.values = values
    placeOfMeasure = Dictionary(uniqueKeysWithValues: measures.enumerated().map { ($1, $0) })
  }

  /// Number of people.
  public var count: Int { people.count }

  /// The place of a measure.
  ///
  /// - Parameter name: name of the measure, hyphens or underscores.
  /// - Returns: its place, nil when the lives do not yield it.
  public func measure(_ name: String) -> Int? {
    placeOfMeasure[String(name.map { $0 == "-" ? "_" : $0 })]
  }

  /// What was found.
  ///
  /// - Parameters:
  ///   - person: place of the person in `people`.
  ///   - arm: place of the arm in `arms`.
  ///   - visit: place of the visit in the plan's visits.
  ///   - measure: place of the measure in `measures`.
  /// - Returns: the number, nil where it could not be determined.
  public func value(person: Int, arm: Int, visit: Int, measure: Int) -> Double? {
    let place = ((person * arms.count + arm) * plan.visits.count + visit) * measures.count + measure
    let value = values[place]
    return value.isNaN ? nil : value
  }

  /// The course of a measure over the visits.
  public func course(person: Int, arm: Int, measure: Int) -> [Double?] {
    plan.visits.indices.map { value(person: person, arm: arm, visit: $0, measure: measure) }
  }

  /// What is known of a person at enrolment.
  ///
  /// - Parameter person: place of the person in `people`.
  /// - Returns: a record for criteria.
  public func record(of person: Int) -> CriterionRecord {
    CohortVocabulary.record(people[person]) { name in
      placeOfMeasure[name].flatMap { value(person: person, arm: 0, visit: 0, measure: $0) }
    }
  }

  /// What a study's records are collected into.
  private struct Rows {
    var indices: [Int] = []
    var people: [Person] = []
    var compressions: [Double] = []
    var values: [Double] = []
    var failures: [(member: Int, reason: String)] = []
    var notAPerson: Int?

    mutating func add(_ record: MemberRecord, layout: CohortLayout) {
      guard record.status == .done else {
        failures.append((record.member.index, record.reason ?? "not lived"))
        return
      }
      guard let person = Person(values: record.member.values) else {
        notAPerson = notAPerson ?? record.member.index
        return
      }
      indices.append(record.member.index)
      people.append(person)
      compressions.append(record.outcomes.first.flatMap { $0 } ?? .nan)
      for place in layout.places { values.append(place.flatMap { record.outcomes[$0] } ?? .nan) }
    }
  }
}
