import MyelonTherapies
import ISNCSCI
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonRandom
import MyelonSimulation
import MyelonStudies

/// Lives the people of a cohort: finds an injury that gives the grade drawn, then lives every arm.
///
/// The injury is found by trying: peak compressions are drawn from the severity that the year has, the first arm is lived to the
/// first examination, and the first injury whose recorded grade is the one drawn stays. So grades have the shares of the
/// registry, and within a grade injuries are as severe as the population's. Days of treatment and of visits count from
/// enrolment. All arms of a person share seed and injury: they are the same life but for the treatment.
public struct PersonLife: MemberModel {
  /// The cohort.
  public let plan: CohortPlan
  /// What every person yields: of the person, then arm by arm, visit by visit.
  public let outcomes: [StudyOutcome]
  /// Everything that decides a person's outcomes besides seed and values.
  public let identity: String

  private let settings: LifeSettings
  private let scenario: Scenario
  private let columns: [[LifeOutcomes.Column]]
  private let settingOfLevel: [SpinalLevel: LifeSetting]

  /// Most injuries that are tried for a person.
  ///
  /// Assumed because a grade with a share of a tenth among all injuries is then missed by one person in two thousand.
  public static let mostTries = 72

  /// Prepares the lives of a cohort: makes the cord for every level that is drawn.
  ///
  /// - Parameters:
  ///   - plan: the cohort.
  ///   - settings: what distinguishes the lives from runs.
  ///   - threads: threads to make cords with.
  /// - Throws: what preparing a run throws.
  public init(
    _ plan: CohortPlan, settings: LifeSettings = LifeSettings(individualVariation: true), threads: Int = 1
  ) throws {
    self.plan = plan
    self.settings = settings
    var scenario = plan.scenario
    scenario.run.growthCones = min(settings.growthCones, scenario.run.growthCones)
    scenario.run.agents = min(settings.agents, scenario.run.agents)
    scenario.run.individualVariation = settings.individualVariation ?? true
    scenario.run.threads = nil
    scenario.outputs.fields = .none
    scenario.baseline = nil
    self.scenario = scenario
    columns = scenario.arms.map { settings.outcomes.columns(of: scenario, arm: $0) }
    outcomes = Self.personOutcomes + Self.armOutcomes(scenario, columns, visits: plan.visits)
    identity = Self.identity(plan, scenario: scenario)
    let executor = SlabExecutor(threads: threads)
    var made: [SpinalLevel: LifeSetting] = [:]
    for level in SpinalLevel.allCases where plan.population.levels.contains(level) {
      var placed = scenario
      placed.injury = plan.injury(at: level)
      let run = try RunPlan(scenario: placed, scenarioPath: plan.scenarioPath, threads: 1)
      let window = try Self.window(placed, reach: plan.table["offset_reach"], path: plan.scenarioPath)
      made[level] = try LifeSetting(run, window: window, executor: executor)
    }
    settingOfLevel = made
  }

  /// The cohort's name.
  public var name: String { plan.name }
  /// The scenario that people live.
  public var scenarioText: String { plan.scenario.yaml }
  /// What differs between people.
  public var parameterNames: [String] { Person.parameters.map(\.name) }

  /// What a study of the cohort is.
  public var description: StudyDescription {
    StudyDescription(self, parameters: Person.parameters, seed: plan.seed)
  }

  /// The people of the cohort as members of a study.
  ///
  /// - Parameter range: numbers of people.
  /// - Returns: members with the people's numbers and seeds.
  /// - Throws: `CohortError` when nobody can be drawn.
  public func members(_ range: Range<Int>) throws -> [StudyMember] {
    let sampler = try plan.sampler()
    return range.map { index in
      StudyMember(
        index: index, seed: MemberSeeding.own.seed(study: plan.seed, index: index),
        values: sampler.person(index).values)
    }
  }

  /// Lives a person.
  ///
  /// - Parameter member: number, seed and values.
  /// - Returns: one number an outcome.
  /// - Throws: `CohortError` when no injury fits the person, and what a life throws.
  public func run(_ member: StudyMember) throws -> [Double?] {
    guard let person = Person(values: member.values), let setting = settingOfLevel[person.level] else {
      throw CohortError.notAPerson(member: member.index)
    }
    let executor = SlabExecutor(threads: 1)
    var stream = RandomStream(seed: member.seed ^ Self.mark, entity: 0, step: 0)
    for attempt in 1...Self.mostTries {
      let compression = plan.compression(at: stream.uniform())
      let laterality = plan.table["laterality_deviation"] * stream.normal()
      // A try is another life: susceptibility and examiner are drawn anew with the injury, so that all are what people of the
      // grade have.
      let injury = plan.injury(of: person, compression: compression, laterality: laterality)
      let run = try runPlan(of: person, seed: stream.next(), injury: injury)
      var isFirst = true
      let life = try ArmLife(plan: run, arm: 0, setting: setting, executor: executor)
      let visits = try life.live(goesOn: { visit in
        defer { isFirst = false }
        return !isFirst || visit.record.classification?.impairmentScale.single == person.grade
      })
      guard let visits else { continue }
      var found: [Double?] = [compression, injury.laterality, Double(attempt)]
      found += numbers(visits, arm: 0)
      for arm in scenario.arms.indices.dropFirst() {
        let life = try ArmLife(plan: run, arm: arm, setting: setting, executor: executor)
        found += numbers(try life.live() ?? [], arm: arm)
      }
      return found
    }
    throw CohortError.noSuchInjury(
      grade: person.grade.description, level: "\(person.level)", tries: Self.mostTries)
  }

  /// False for what follows from seed and values alone.
  public func isWorthRetrying(_ error: any Error) -> Bool {
    switch error {
    case is CohortError, is ScenarioError, is RunError, is StudyError: false
    default: true
    }
  }

  /// The numbers of an arm, without the first examination.
  private func numbers(_ visits: [ArmVisit], arm: Int) -> [Double?] {
    visits.dropFirst().flatMap { visit in columns[arm].map { $0.value(visit) } }
  }

  /// What a person lives, with days counted from the injury.
  private func runPlan(of person: Person, seed: UInt64, injury: Injury) throws -> RunPlan {
    var lived = scenario
    lived.subject.age = person.age
    lived.subject.sex = person.isFemale ? .female : .male
    lived.injury = injury
    // The scenario has the last word on a number that it gives itself.
    if !lived.parameters.contains(where: { $0.id == Self.spread }) {
      lived.parameters.append(
        ParameterOverride(
          id: Self.spread, value: PopulationProfile.strainSpread(at: person.level, table: plan.table)))
    }
    lived.run.seed = seed
    let visits = plan.visits.map { person.enrolment + $0 }
    lived.run.visits = [min(plan.firstExamination, person.enrolment)] + visits
    lived.run.days = visits.last ?? person.enrolment
    for index in lived.arms.indices {
      lived.arms[index].therapies = lived.arms[index].therapies.delayed(by: person.enrolment)
    }
    return try RunPlan(scenario: lived, scenarioPath: plan.scenarioPath, threads: 1)
  }

  /// The model's number that the population replaces by region.
  private static let spread = "impact_radial_spread"
  /// Sets the stream of tries apart from those of the life: "severity" in ASCII.
  private static let mark: UInt64 = 0x7365_7665_7269_7479
}
