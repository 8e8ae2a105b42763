import Foundation
import MyelonTrialDesigns
import Testing

@Suite("Continual reassessment")
struct ContinualReassessmentTests {
  @Test("Skeletons are those of dfcrm", .enabled(if: TrialFacts.arePresent, "\(TrialFacts.absence)"))
  func skeletons() throws {
    var worst = 0.0
    let rows = try TrialFacts.rows("crm_getprior.csv")
    for row in rows {
      func number(_ name: String) -> Double { row[name].flatMap(Double.init) ?? .nan }
      let found = try Skeleton.indifference(
        target: number("target"), halfWidth: number("halfwidth"), guess: Int(number("nu")),
        doses: Int(number("nlevel")), model: row["model"] == "logistic" ? .logistic : .power)
      for (a, b) in zip(found, TrialFacts.numbers(row["skeleton"])) { worst = max(worst, abs(a - b)) }
    }
    print("skeletons", rows.count, worst)
    #expect(worst < 1e-8)
  }

  @Test(
    "Estimates and doses are those of dfcrm", .enabled(if: TrialFacts.arePresent, "\(TrialFacts.absence)"))
  func recommendations() throws {
    var worst = (rate: 0.0, mean: 0.0, variance: 0.0, limit: 0.0)
    let rows = try TrialFacts.rows("crm_recommendations.csv")
    for row in rows {
      func number(_ name: String) -> Double { row[name].flatMap(Double.init) ?? .nan }
      let skeleton = TrialFacts.numbers(row["skeleton"])
      let design = ContinualReassessment(
        plan: EscalationPlan(doses: skeleton.count, maximumPatients: 200), target: number("target"),
        skeleton: skeleton, model: row["model"] == "logistic" ? .logistic : .power,
        intercept: number("intcpt"), priorDeviation: number("prior_sd"), timeToEvent: true)
      let levels = TrialFacts.integers(row["level"])
      let toxic = TrialFacts.integers(row["tox"])
      let weights = TrialFacts.numbers(row["weights"])
      let data = DoseData(
        patients: levels.indices.map {
          DosePatient(dose: levels[$0], toxicity: toxic[$0] == 1, followUp: weights[$0])
        }, window: 1)
      let engine = try design.engine()
      let estimate = engine.estimate(try data.state(doses: skeleton.count, cohortSize: 3))
      #expect(estimate.dose == Int(number("mtd")), "row \(row["id"] ?? "")")
      worst.mean = max(worst.mean, abs(estimate.mean - number("estimate")))
      worst.variance = max(worst.variance, abs(estimate.variance - number("post_var")))
      for (name, found) in [
        ("ptox", estimate.toxicity), ("ptoxL", estimate.lower), ("ptoxU", estimate.upper),
      ] {
        for (a, b) in zip(found, TrialFacts.numbers(row[name])) {
          if name == "ptox" {
            worst.rate = max(worst.rate, abs(a - b))
          } else {
            worst.limit = max(worst.limit, abs(a - b))
          }
        }
      }
    }
    print("CRM", rows.count, worst)
    #expect(worst.rate < 1e-5)
    #expect(worst.limit < 1e-4)
  }

  @Test("CRM operating characteristics agree with dfcrm's simulation")
  func characteristics() throws {
    let design = ContinualReassessment(
      plan: EscalationPlan(doses: 5, cohortSize: 3, maximumPatients: 30), target: 0.3,
      skeleton: try Skeleton.indifference(target: 0.3, halfWidth: 0.05, guess: 3, doses: 5))
    let start = Date()
    let found = try design.simulatedCharacteristics(
      DoseScenario(toxicity: [0.05, 0.15, 0.3, 0.45, 0.6]), trials: 10_000, seed: 7)
    print("CRM 10000", Date().timeIntervalSince(start), found.selection, found.patients)
    // dfcrm 0.2, crmsim, 1000 trials.
    for (a, b) in zip(found.selection, [0.004, 0.129, 0.571, 0.274, 0.022]) {
      #expect(abs(a - b) < 4 * (b * (1 - b) / 1000).squareRoot())
    }
  }
}
