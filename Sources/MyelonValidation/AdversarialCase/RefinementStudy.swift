import MyelonAnatomy
import Foundation
import MyelonFields
import MyelonLesion
import MyelonSimulation
import MyelonStudies

/// How far a finer grid and shorter steps move a score, beside how far individuals differ.
///
/// Members 0 to n - 1 are individuals on the grid of the scenario; n further ones the same individuals with half the voxel,
/// and n with half the tolerance of time steps.
public struct RefinementStudy: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// Individuals.
  public let individuals: Int
  private let path: String

  /// Prepares a study.
  ///
  /// - Parameters:
  ///   - scenario: the scenario; its first visit-independent score at the end of the run is compared.
  ///   - path: its file, for messages.
  ///   - individuals: individuals to live; at least three.
  public init(_ scenario: Scenario, path: String, individuals: Int) {
    self.scenario = scenario
    self.path = path
    self.individuals = max(3, individuals)
  }

  /// The lives as a model, one number each arm: the score at the end.
  public var model: ClosureModel {
    let outcomes = scenario.arms.map {
      StudyOutcome(
        arm: $0.name, day: scenario.run.days, name: score, unit: "points", meaning: "expected score")
    }
    return ClosureModel(
      name: "refinement of \(scenario.name)", scenarioText: scenario.yaml, parameterNames: [],
      outcomes: outcomes
    ) { member in try lived(individual: member.index % individuals, variant: member.index / individuals) }
  }

  /// Members of the model.
  ///
  /// - Returns: three members an individual.
  /// - Throws: `StudyError` for too many.
  public func members() throws(StudyError) -> [StudyMember] {
    try StudyMember.members(
      (0..<3 * individuals).map { _ in [:] }, names: [], seed: scenario.run.seed)
  }

  private var score: String { scenario.subject.species == .human ? "motor_score" : "BBB" }

  private func lived(individual: Int, variant: Int) throws -> [Double?] {
    var changed = scenario
    changed.run.seed = MemberSeeding.own.seed(study: scenario.run.seed, index: individual)
    changed.run.individualVariation = true
    switch variant {
    case 1: changed.run.voxel /= 2
    case 2:
      changed.run.timeStepTolerance = (scenario.run.timeStepTolerance ?? LesionClock.standardTolerance) / 2
    default: break
    }
    let plan = try RunPlan(scenario: changed, scenarioPath: path, threads: 1)
    let executor = SlabExecutor(threads: 1)
    let setting = try LifeSetting(plan, executor: executor)
    return try changed.arms.indices.map { arm in
      try ArmLife(plan: plan, arm: arm, setting: setting, executor: executor).series()?.values(score)?.last
    }
  }

  /// Two findings an arm: the finer grid, the shorter steps.
  ///
  /// - Parameter lives: what each member yielded, in the order of `members()`.
  /// - Returns: findings; the change is the mean over individuals of its size.
  public func findings(_ lives: [[Double?]]) -> [AdversarialFinding] {
    guard lives.count == 3 * individuals else { return [] }
    return scenario.arms.enumerated().flatMap { position, arm -> [AdversarialFinding] in
      let scores = lives.map { $0[position] ?? .nan }
      let usual = Array(scores[..<individuals])
      let mean = usual.reduce(0, +) / Double(individuals)
      let squares = usual.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let deviation = (squares / Double(individuals - 1)).squareRoot()
      return [(1, "half the voxel"), (2, "half the tolerance")].map { variant, title in
        let finer = scores[variant * individuals..<(variant + 1) * individuals]
        let change = zip(usual, finer).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(individuals)
        let found = String(
          format: "changes %@ by %.2f; individuals differ by %.2f (SD of %d)", score, change, deviation,
          individuals)
        return AdversarialFinding(
          check: .refinement, subject: "\(scenario.name), \(arm.name): \(title)", found: found,
          holds: change < deviation)
      }
    }
  }
}
