import MyelonQuantities
import MyelonFields
import MyelonSimulation
import MyelonStudies
import MyelonTherapies

/// Lives a published experiment: every arm with the seed of a member, which is one animal.
///
/// The arms of a member share its seed: the same animal in each, so that differences between arms hold no difference
/// between animals. Besides the numbers that rows ask for, every member yields what the baselines need.
public struct ValidationLife: MemberModel {
  /// The experiment.
  public let study: ValidationStudy
  /// The experiment as members live it.
  public let scenario: Scenario
  /// Names of the values that a member is given: parameters, or `PRODUCT.TERM`.
  public let parameterNames: [String]
  /// What every member yields, in order.
  public let outcomes: [StudyOutcome]
  /// Everything that decides a member's outcomes besides its seed and values.
  public let identity: String

  let requests: [CourseRequest]
  private let setting: LifeSetting

  /// Prepares for the animals of an experiment.
  ///
  /// - Parameters:
  ///   - study: the experiment; it must have a scenario.
  ///   - varying: names of parameters, or of terms of products (`exosomes-msc.paracrine_protection`), that members are given.
  ///   - settings: what distinguishes an animal's life from a run.
  ///   - threads: threads to make the cord with.
  /// - Throws: `StudyError.wrongValues` for a name that nothing has, `ValidationError.nothingToLive` for a study without
  ///   a scenario, and what preparing a run throws.
  public init(
    _ study: ValidationStudy, varying: [String] = [],
    settings: LifeSettings = LifeSettings(), threads: Int = 1
  ) throws {
    guard let own = study.scenario else { throw ValidationError.nothingToLive(id: study.id) }
    var scenario = own
    scenario.run.growthCones = min(settings.growthCones, own.run.growthCones)
    scenario.run.agents = min(settings.agents, own.run.agents)
    scenario.run.individualVariation = settings.individualVariation ?? own.run.individualVariation
    scenario.run.threads = nil
    scenario.outputs.fields = .none
    self.study = study
    self.scenario = scenario
    parameterNames = varying
    requests = Self.requests(of: study, in: scenario)
    outcomes = requests.map {
      StudyOutcome(
        arm: $0.arm, day: $0.day.last, name: $0.name, unit: $0.isPercent ? "%" : "", meaning: $0.measure)
    }
    let plan = try RunPlan(scenario: scenario, scenarioPath: study.path, threads: 1)
    identity =
      ([scenario.yaml] + outcomes.map { "\($0.arm): \($0.name)" }
      + plan.parameters.parameters.map { "\($0.id) = \($0.value) \($0.unit)" }
      + Self.productTexts(of: scenario)).joined(separator: "\n")
    setting = try LifeSetting(plan, executor: SlabExecutor(threads: threads))
    for name in varying { _ = try ValidationVariable(name, in: plan) }
  }

  /// The study's name.
  public var name: String { study.id }
  /// The scenario in canonical form.
  public var scenarioText: String { scenario.yaml }

  /// Lives all arms of an animal on the calling thread.
  ///
  /// - Parameter member: number, seed and values.
  /// - Returns: one number an outcome, nil where it could not be read.
  /// - Throws: `ScenarioError` or `StudyError` for values that no member can have, and what a life throws.
  public func run(_ member: StudyMember) throws -> [Double?] {
    var changed = scenario
    changed.run.seed = member.seed
    for (name, value) in zip(parameterNames, member.values) {
      ValidationVariable.set(name, to: value, in: &changed)
    }
    let plan = try RunPlan(scenario: changed, scenarioPath: study.path, threads: 1)
    let executor = SlabExecutor(threads: 1)
    var courses: [String: SeriesTable] = [:]
    for (index, arm) in changed.arms.enumerated() {
      let life = try ArmLife(plan: plan, arm: index, setting: setting, executor: executor)
      courses[arm.name] = try life.series()
    }
    return requests.map { request in courses[request.arm].flatMap { request.value(in: $0) } }
  }

  /// False for what follows from seed and values alone, which is all that a life throws.
  public func isWorthRetrying(_ error: any Error) -> Bool { MemberLife.isWorthRetrying(error) }

  /// The numbers that rows and baselines need, each once.
  private static func requests(of study: ValidationStudy, in scenario: Scenario) -> [CourseRequest] {
    var found: [CourseRequest] = []
    func add(_ request: CourseRequest) {
      if !found.contains(request) { found.append(request) }
    }
    for row in study.rows {
      let arms = row.isCorrelation ? scenario.arms.map(\.name) : [row.arm, row.against].compactMap { $0 }
      for arm in arms {
        add(CourseRequest(row, arm: arm))
        if let other = row.with { add(CourseRequest(row, arm: arm, measure: other)) }
        for request in BaselineInput.requests(row, arm: arm) { add(request) }
      }
    }
    return found
  }

  /// Numbers of the products in use, because a scenario's text names shipped products only.
  private static func productTexts(of scenario: Scenario) -> [String] {
    scenario.arms.flatMap { arm in
      arm.therapies.interventions.flatMap { intervention -> [String] in
        guard case .cells(let cells) = intervention else { return [] }
        return cells.product.parameters.parameters.map { "\(cells.product.id).\($0.id) = \($0.value)" }
      }
    }
  }
}
