import ISNCSCI
import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonRandom
import MyelonSimulation
import Testing

@testable import MyelonTrials

/// Cohorts for tests: small plans, and lived people made by formulas.
enum CohortSupport {
  static func scenario(arms: [String] = ["control", "low", "high"]) -> Scenario {
    Scenario(
      name: "test", subject: .init(species: .human, age: 40, sex: .male),
      injury: Injury(mechanism: .contusion(peakCompression: 0.6), level: "C5"),
      arms: arms.map { Scenario.Arm(name: $0) },
      run: .init(
        days: 400, voxel: 2, seed: 1, visits: [365], timeStepTolerance: 0.1, agents: 100, growthCones: 50))
  }

  static func plan(
    people: Int = 10, arms: [String] = ["control", "low", "high"], visits: [Double] = [0, 84, 365]
  ) -> CohortPlan {
    CohortPlan(
      name: "test", description: "", people: people, seed: 7, population: Population(),
      enrolment: EnrolmentTime(earliest: 14, median: 24, latest: 42), scenario: scenario(arms: arms),
      scenarioPath: "test.yaml", visits: visits, eligibility: Eligibility(), attrition: .none,
      table: PopulationParameters.table)
  }

  /// People whose motor score is a normal baseline and gains 10 with a deviation of its own, and more by `effects` under each arm.
  static func bank(
    people: Int, effects: [Double] = [0, 0, 0], deviation: Double = 8, visits: [Double] = [0, 84, 365]
  ) throws -> CohortBank {
    let plan = plan(people: people, visits: visits)
    let sampler = try plan.sampler()
    var stream = RandomStream(seed: 99, entity: 0)
    let measures = ["motor_score", "motor_score_without_error", "impairment_scale", "neurological_level"]
    var values: [Double] = []
    for person in 0..<people {
      let base = 30 + 10 * stream.normal()
      let noise = visits.map { _ in deviation * stream.normal() }
      for effect in effects {
        for (visit, day) in visits.enumerated() {
          let true_ = base + (10 + effect) * day / 365
          values += [true_ + noise[visit], true_, visit == 0 ? 1 : (person % 4 == 0 ? 2 : 1), 5]
        }
      }
    }
    return CohortBank(
      plan, people: (0..<people).map { sampler.person($0) }, measures: measures, values: values)
  }

  /// The half-width of an interval that holds a share with probability 1 - 1e-5.
  static func reach(_ share: Double, _ count: Int) -> Double {
    4.5 * (max(share * (1 - share), 1 / Double(count)) / Double(count)).squareRoot()
  }
}
