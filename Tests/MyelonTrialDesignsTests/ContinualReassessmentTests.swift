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
    let found = try design.simulatedCharacteristics(
      DoseScenario(toxicity: [0.05, 0.15, 0.3, 0.45, 0.6]), trials: 10_000, seed: 7, threads: 2)
    // dfcrm 0.2, crmsim, 1000 trials.
    for (a, b) in zip(found.selection, [0.004, 0.129, 0.571, 0.274, 0.022]) {
      #expect(abs(a - b) < 4 * (b * (1 - b) * (1 / 1000 + 1 / 10_000)).squareRoot())
    }
  }

  /// dfcrm 0.2, crmsim, 1000 trials of single patients that begin at dose 3.
  @Test("CRM with single patients agrees with dfcrm's simulation")
  func singlePatients() throws {
    let design = ContinualReassessment(
      plan: EscalationPlan(doses: 5, startingDose: 3, cohortSize: 1, maximumPatients: 24), target: 0.25,
      skeleton: [0.0839734913056243, 0.156741021142636, 0.25, 0.354500427615112, 0.460343111085307])
    let found = try design.simulatedCharacteristics(
      DoseScenario(toxicity: [0.05, 0.12, 0.25, 0.4, 0.55]), trials: 10_000, seed: 7, threads: 2)
    for (a, b) in zip(found.selection, [0.006, 0.243, 0.516, 0.223, 0.012]) {
      #expect(abs(a - b) < 4 * (b * (1 - b) * (1 / 1000 + 1 / 10_000)).squareRoot())
    }
    for (dose, b) in [1.75, 5.78, 9.65, 5.13, 1.69].enumerated() {
      #expect(abs(found.patients[dose] - b) < 4 * found.patientError[dose] * 11.0.squareRoot())
    }
  }

  @Test("Without patients the posterior is the prior")
  func prior() throws {
    let skeleton = [0.05, 0.15, 0.3, 0.45]
    for model in ReassessmentModel.allCases {
      for deviation in [0.3, 1.16, 4] {
        let design = ContinualReassessment(
          plan: EscalationPlan(doses: 4), target: 0.25, skeleton: skeleton, model: model,
          priorDeviation: deviation)
        let estimate = try design.engine().estimate(DoseState())
        #expect(abs(estimate.mean) < 1e-12)
        #expect(abs(estimate.variance - deviation * deviation) < 1e-10 * deviation * deviation)
        for (a, b) in zip(estimate.toxicity, skeleton) { #expect(abs(a - b) < 1e-12) }
        for (probability, s) in zip(estimate.overdose, skeleton) {
          // The rate exceeds the target where exp(β) is below the ratio of the scaled target and dose.
          let ratio =
            model == .power
            ? log(0.25) / log(s) : (log(0.25 / 0.75) - 3) / (log(s / (1 - s)) - 3)
          let expected = erfc(-log(ratio) / deviation / 2.0.squareRoot()) / 2
          #expect(abs(probability - expected) < 1e-6, "\(model) \(deviation) \(s)")
        }
      }
    }
  }

  @Test("A fully observed pending patient counts as one without toxicity, a fresh one not at all")
  func limits() throws {
    let design = ContinualReassessment(
      plan: EscalationPlan(doses: 3), target: 0.25, skeleton: [0.1, 0.25, 0.4], timeToEvent: true)
    let engine = try design.engine()
    func mean(_ patients: Int, _ fractions: [Double]) throws -> Double {
      var state = DoseState(
        current: 2,
        tally: try DoseTally(patients: [0, patients + fractions.count, 0], toxicities: [0, 1, 0]))
      state.pending = fractions.map { PendingPatient(dose: 2, fraction: $0) }
      return engine.estimate(state).mean
    }
    #expect(abs(try mean(3, [0, 0]) - mean(3, [])) < 1e-13)
    #expect(abs(try mean(3, [Double](repeating: 1 - 1e-12, count: 20)) - mean(23, [])) < 1e-9)
    #expect(try mean(3, [0.2, 0.3]) < mean(3, [0.5, 0.6]))
  }

  /// 25 of 100 at dose 2: a posterior about as narrow as trials of this size give, against a sum over 200 times finer nodes.
  @Test("Posterior moments and probabilities of overdosing of a large trial equal a fine sum")
  func narrow() throws {
    let skeleton = [0.1, 0.25, 0.4]
    let design = ContinualReassessment(plan: EscalationPlan(doses: 3), target: 0.25, skeleton: skeleton)
    let tally = try DoseTally(patients: [0, 100, 0], toxicities: [0, 22, 0])
    let estimate = try design.engine().estimate(DoseState(current: 2, tally: tally))
    let step = 0.0003
    var sums = [0.0, 0, 0]
    var above = [0.0, 0, 0]
    for node in -10_000...10_000 {
      let beta = Double(node) * step
      let rate = log(0.25) * exp(beta)
      let weight = exp(22 * rate + 78 * log(-expm1(rate)) - beta * beta / 2.68 + 52)
      sums[0] += weight
      sums[1] += weight * beta
      sums[2] += weight * beta * beta
      // The rate of a dose exceeds the target below a value of β; the node's cell counts as far as it lies below.
      for dose in 0..<3 {
        let limit = log(log(0.25) / log(skeleton[dose]))
        above[dose] += weight * min(1, max(0, (limit - beta) / step + 0.5))
      }
    }
    let mean = sums[1] / sums[0]
    #expect(abs(estimate.mean - mean) < 1e-10)
    #expect(abs(estimate.variance - (sums[2] / sums[0] - mean * mean)) < 1e-10)
    for dose in 0..<3 { print("overdose", estimate.overdose[dose] - above[dose] / sums[0]) }
    for dose in 0..<3 { #expect(abs(estimate.overdose[dose] - above[dose] / sums[0]) < 1e-4) }
  }
}
