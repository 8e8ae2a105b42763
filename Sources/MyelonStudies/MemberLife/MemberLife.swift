import MyelonAnatomy
import MyelonFields
import MyelonQuantities
import MyelonSimulation
import MyelonTherapies

/// Lives the arms of a scenario with a member's seed and parameter values, in memory.
///
/// All members injure the same intact cord, which is made once; its window is long enough for the longest injury that the
/// varied parameters allow. The arms of a member share its seed: the same person in each.
public struct MemberLife: MemberModel {
  /// The scenario as members live it, apart from seed and values.
  public let scenario: Scenario
  /// Names of the values that a member is given, in order.
  public let parameterNames: [String]
  /// What every member yields: arm by arm, visit by visit.
  public let outcomes: [StudyOutcome]
  /// Everything that decides a member's outcomes besides its seed and values.
  public let identity: String

  private let scenarioPath: String
  private let anatomyDirectory: String?
  private let setting: LifeSetting
  private let columns: [[LifeOutcomes.Column]]
  /// What the values replace, in order.
  private let targets: [Target]

  enum Target: Sendable {
    case parameter(String)
    case variable(ScenarioVariable)
  }

  /// Prepares for the members of a study: makes the cord, checks that every arm fits it.
  ///
  /// - Parameters:
  ///   - scenario: a checked scenario.
  ///   - path: path of its file, for messages.
  ///   - anatomyDirectory: directory of the PAM50 template, or nil.
  ///   - varying: what differs between members.
  ///   - settings: what distinguishes a member's life from a run.
  ///   - threads: threads to make the cord with.
  /// - Throws: `StudyError.wrongValues` for a name that nothing has, and what preparing a run throws.
  public init(
    _ scenario: Scenario, path: String, anatomyDirectory: String? = nil, varying: [StudyParameter],
    settings: LifeSettings = LifeSettings(), threads: Int = 1
  ) throws {
    let scenario = settings.applied(to: scenario)
    let plan = try RunPlan(
      scenario: scenario, scenarioPath: path, anatomyDirectory: anatomyDirectory, threads: 1)
    self.scenario = scenario
    scenarioPath = path
    self.anatomyDirectory = plan.anatomyDirectory
    parameterNames = varying.map(\.name)
    targets = try varying.map { try Self.target($0.name, plan: plan) }
    columns = scenario.arms.map { settings.outcomes.columns(of: scenario, arm: $0) }
    outcomes = zip(scenario.arms, columns).flatMap { arm, columns in
      scenario.run.visits.flatMap { day in
        columns.map {
          StudyOutcome(arm: arm.name, day: day, name: $0.name, unit: $0.unit, meaning: $0.meaning)
        }
      }
    }
    let window = try Self.window(of: scenario, path: path, varying: varying)
    identity = Self.identity(plan, window: window, settings: settings)
    setting = try LifeSetting(plan, window: window, executor: SlabExecutor(threads: threads))
    for arm in scenario.arms.indices {
      _ = try ArmLife(plan: plan, arm: arm, setting: setting, executor: SlabExecutor(threads: 1))
    }
  }

  /// The scenario's name.
  public var name: String { scenario.name }
  /// The scenario in canonical form.
  public var scenarioText: String { scenario.yaml }

  /// Lives all arms of a member on the calling thread.
  ///
  /// - Parameter member: number, seed and values.
  /// - Returns: one number an outcome, nil where it could not be determined.
  /// - Throws: `ScenarioError` or `StudyError` for values that no member can have, and what a life throws.
  public func run(_ member: StudyMember) throws -> [Double?] {
    let plan = try plan(of: member)
    let executor = SlabExecutor(threads: 1)
    var found: [Double?] = []
    found.reserveCapacity(outcomes.count)
    for (arm, columns) in columns.enumerated() {
      let life = try ArmLife(plan: plan, arm: arm, setting: setting, executor: executor)
      for visit in try life.live() ?? [] {
        for column in columns { found.append(column.value(visit)) }
      }
    }
    return found
  }

  /// False for what follows from seed and values alone, which is all that a life throws.
  public func isWorthRetrying(_ error: any Error) -> Bool { Self.isWorthRetrying(error) }

  /// Whether another try of a life may end better: not after a fault of the scenario, the run, the values or the therapy.
  ///
  /// - Parameter error: what a life threw.
  /// - Returns: false for what follows from seed and values alone.
  public static func isWorthRetrying(_ error: any Error) -> Bool {
    switch error {
    case is ScenarioError, is RunError, is StudyError, is TherapyError: false
    default: true
    }
  }

  /// Makes sure that values are ones that members can have.
  ///
  /// - Parameter member: a member.
  /// - Throws: `StudyError.wrongValues` or `ScenarioError` that says which is not.
  public func check(_ member: StudyMember) throws { _ = try plan(of: member) }

  /// The plan of a member.
  private func plan(of member: StudyMember) throws -> RunPlan {
    var changed = scenario
    changed.run.seed = member.seed
    for (target, value) in zip(targets, member.values) {
      switch target {
      case .parameter(let id):
        changed.parameters.removeAll { $0.id == id }
        changed.parameters.append(ParameterOverride(id: id, value: value))
      case .variable(let variable):
        let limit = variable.limit(in: scenario)
        guard limit.contains(value) else {
          throw StudyError.wrongValues(
            .outOfRange(
              name: variable.rawValue, value: value, unit: variable.unit(in: scenario), allowed: limit))
        }
        variable.set(value, in: &changed)
      }
    }
    return try RunPlan(
      scenario: changed, scenarioPath: scenarioPath, anatomyDirectory: anatomyDirectory, threads: 1)
  }
}
