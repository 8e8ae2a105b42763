import MyelonSimulation
import MyelonTherapies

/// The arms of a run set against each other at their last visits.
public struct ArmComparison: Sendable, Hashable, Codable {
  /// The measures that at least one arm has.
  public let measures: [OutcomeMeasure]
  /// What each arm came to, in the scenario's order.
  public let arms: [ArmOutcomes]

  /// Reads the outcomes of a run.
  ///
  /// - Parameter record: the run.
  public init(_ record: RunRecord) {
    let all = OutcomeMeasure.all(
      for: record.scenario.subject.species, parameters: record.parameters)
    let outcomes = record.arms.map { ArmOutcomes($0, in: record.scenario, measures: all) }
    measures = all.filter { measure in outcomes.contains { $0.values[measure.id] != nil } }
    arms = outcomes
  }

  /// The outcomes of an arm, or nil.
  public subscript(_ name: String) -> ArmOutcomes? { arms.first { $0.name == name } }

  /// The untreated arm that an arm is to be compared with: the first with the same injury; nil without one.
  public func untreated(for arm: ArmOutcomes) -> ArmOutcomes? {
    arms.first { !$0.isTreated && $0.name != arm.name && $0.injury == arm.injury }
  }

  /// An arm against a reference, measure by measure; measures that neither arm has are left out.
  public func differences(_ arm: ArmOutcomes, from reference: ArmOutcomes) -> [ArmDifference] {
    measures.compactMap { measure in
      let values = (arm.values[measure.id], reference.values[measure.id])
      guard values.0 != nil || values.1 != nil else { return nil }
      return ArmDifference(measure, value: values.0, reference: values.1)
    }
  }
}
