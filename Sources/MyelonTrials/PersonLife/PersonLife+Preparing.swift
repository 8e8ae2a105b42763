import ISNCSCI
import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonSimulation
import MyelonStudies

extension PersonLife {
  /// Name under which a person's own numbers are stored.
  public static let personArm = "person"

  /// What is known of a person besides the visits.
  static let personOutcomes: [StudyOutcome] = [
    StudyOutcome(
      arm: personArm, day: 0, name: "peak_compression", unit: "fraction",
      meaning: "peak compression of the injury that gave the drawn grade"),
    StudyOutcome(
      arm: personArm, day: 0, name: "laterality", unit: "half-diameters",
      meaning: "offset of the epicentre, right -1 to left +1"),
    StudyOutcome(
      arm: personArm, day: 0, name: "tries", unit: "count", meaning: "injuries tried until one gave the grade"
    ),
  ]

  /// The outcomes of all arms; days count from enrolment.
  static func armOutcomes(
    _ scenario: Scenario, _ columns: [[LifeOutcomes.Column]], visits: [Double]
  ) -> [StudyOutcome] {
    zip(scenario.arms, columns).flatMap { arm, columns in
      visits.flatMap { day in
        columns.map {
          StudyOutcome(arm: arm.name, day: day, name: $0.name, unit: $0.unit, meaning: $0.meaning)
        }
      }
    }
  }

  /// The stretch of cord that holds the injury of everybody of a level.
  static func window(_ scenario: Scenario, reach: Double, path: String) throws -> ClosedRange<Double> {
    let ends = try [-reach, reach].map { offset in
      var placed = scenario
      placed.injury.offset = offset
      return try RunPlan(scenario: placed, scenarioPath: path, threads: 1).commonWindow()
    }
    let low = ends.map(\.lowerBound).min() ?? 0
    return low...max(low, ends.map(\.upperBound).max() ?? 0)
  }

  /// Everything that decides the numbers of a person, as text.
  static func identity(_ plan: CohortPlan, scenario: Scenario) -> String {
    var scenario = scenario
    scenario.description = ""
    scenario.run.seed = 0
    for index in scenario.arms.indices {
      scenario.arms[index].description = ""
      scenario.arms[index].published = []
    }
    let model = RunPlan.table(for: .human).parameters.map { "\($0.id) = \($0.value) \($0.unit)" }
    let population = plan.table.parameters.map { "\($0.id) = \($0.value) \($0.unit)" }
    let countries = Country.allCases.compactMap { country in
      plan.population.countries[country].map { "country \(country.rawValue): \($0)" }
    }
    let head = [
      scenario.yaml, "visits after enrolment: \(plan.visits)", "year: \(plan.population.year)",
      "levels: \(plan.population.levels.lowerBound) to \(plan.population.levels.upperBound)",
      "grades: \(plan.population.grades)",
      "enrolment: \(plan.enrolment.earliest) \(plan.enrolment.median) \(plan.enrolment.latest)",
    ]
    return (head + countries + model + population).joined(separator: "\n")
  }
}
