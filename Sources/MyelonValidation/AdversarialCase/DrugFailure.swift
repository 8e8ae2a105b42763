import Foundation
import MyelonSimulation
import MyelonStatistics
import MyelonStudies

/// Whether drugs that failed in people may do nothing in the model.
///
/// Members differ in all parameters that the evidence leaves a range, in their susceptibility and in the injury; each lives
/// all arms, so that an effect is the difference of two lives of one person.
public struct DrugFailure: Sendable {
  /// Lives of the scenario.
  public let life: MemberLife
  private let sampling: ParameterSampling

  /// Motor score as an examiner without error would record it.
  private static let measure = "motor_score_without_error"

  /// Prepares for lives.
  ///
  /// - Parameters:
  ///   - scenario: an untreated arm first, then one arm a drug.
  ///   - path: its file, for messages.
  ///   - threads: threads to make the cord with.
  /// - Throws: what preparing a run throws.
  public init(_ scenario: Scenario, path: String, threads: Int) throws {
    let injury = VariedParameter(ScenarioVariable.peakCompression.rawValue, range: Self.compressions)
    let free = try ParameterSampling.parameters([], of: scenario, path: path)
    let varying = free + (try ParameterSampling.parameters([injury], of: scenario, path: path))
    sampling = ParameterSampling(varying, seed: scenario.run.seed)
    life = try MemberLife(scenario, path: path, varying: varying, threads: threads)
  }

  /// Peak compressions from mild to complete, as fractions; assumed because grades D to A lie between them.
  private static let compressions = 0.4...0.85

  /// Members with drawn values.
  ///
  /// - Parameter count: how many.
  /// - Returns: members 0 to `count` - 1.
  /// - Throws: `StudyError` for too many members.
  public func members(_ count: Int) throws(StudyError) -> [StudyMember] { try sampling.members(0..<count) }

  /// One finding a drug: the central 95 % of its effects.
  ///
  /// - Parameter members: what each member yielded, in the order of the life's outcomes.
  /// - Returns: findings in the order of the arms.
  public func findings(_ members: [[Double?]]) -> [AdversarialFinding] {
    let arms = life.scenario.arms.map(\.name)
    guard let untreated = arms.first, let day = life.scenario.run.visits.last else { return [] }
    func column(_ arm: String) -> Int? {
      life.outcomes.firstIndex { $0.arm == arm && $0.day == day && $0.name == Self.measure }
    }
    return arms.dropFirst().compactMap { arm in
      guard let own = column(arm), let other = column(untreated) else { return nil }
      let effects = members.compactMap { values in
        values[own].flatMap { treated in values[other].map { treated - $0 } }
      }
      guard let sample = try? WeightedSample(effects), let lowest = effects.min(), let highest = effects.max()
      else { return nil }
      let (low, high) = (sample.quantile(0.025), sample.quantile(0.975))
      let found = String(
        format: "mean %+.2f motor points, 95 %% of effects %+.1f to %+.1f (all %+.0f to %+.0f; %d people)",
        sample.mean, low, high, lowest, highest, effects.count)
      return AdversarialFinding(
        check: .failedInPeople, subject: arm, found: found, holds: low <= 0 && high >= 0)
    }
  }
}
