import Foundation
import MyelonRandom
import MyelonStatistics
import Testing

@testable import MyelonTrialDesigns

@Suite("Bayesian monitoring")
struct BayesianMonitorTests {
  private static let sciRule = BetaBinomialRule(
    limit: 0.2, cutoff: 0.9, priorEvents: 0.4, priorNonEvents: 1.6)

  @Test("Stopping limits and exact characteristics for Pr(p > 0.2) > 0.9, Beta(0.4, 1.6), 24 patients")
  func decisive() throws {
    let plan = try BayesianMonitorPlan(BayesianMonitor(maximumPatients: 24, toxicity: Self.sciRule))
    let limits = plan.rows.map { $0.stopAtToxicities ?? -1 }
    #expect(
      limits == [-1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8])
    for (rate, stop, people) in [
      (0.02, 0.0012673898020525796, 23.97323936277869), (0.1, 0.04242794680473838, 23.187605044414795),
      (0.2, 0.25145476037971104, 20.014272437621944), (0.3, 0.6165270532012856, 14.750560893878053),
      (0.5, 0.9833797216415405, 6.256994128227234),
    ] {
      let found = try plan.characteristics(toxicityRate: rate)
      #expect(abs(found.stop - stop) < 1e-13)
      #expect(abs(found.expectedPatients - people) < 1e-11)
      #expect(abs(found.expectedToxicities - rate * people) < 1e-11)
    }
  }

  private struct Facts: Decodable {
    struct Bound: Decodable {
      let n: Int
      let stop_ge: Int?
    }
    struct Characteristic: Decodable {
      let p: Double
      let P_stop: Double
      let E_N: Double
      let E_tox: Double
    }
    struct Rule: Decodable {
      let p0: Double
      let tau: Double
      let prior: [Double]
      let N: Int
      let looks: String
      let bounds: [Bound]
      let oc: [Characteristic]
    }
    let beta_binomial_toxicity: [Rule]
  }

  @Test(
    "The reference file is reproduced: limits exactly, characteristics to 1e-11",
    .enabled(if: TrialFacts.arePresent, "no reference numbers"))
  func file() throws {
    let facts = try TrialFacts.json("sequential_and_samplesize.json", as: Facts.self)
    #expect(facts.beta_binomial_toxicity.count >= 4)
    var largest = 0.0
    for row in facts.beta_binomial_toxicity {
      let rule = BetaBinomialRule(
        limit: row.p0, cutoff: row.tau, priorEvents: row.prior[0], priorNonEvents: row.prior[1])
      let plan = try BayesianMonitorPlan(
        BayesianMonitor(
          maximumPatients: row.N, looks: row.looks == "cont" ? [] : row.bounds.map(\.n), toxicity: rule))
      #expect(plan.rows.map(\.patients) == row.bounds.map(\.n))
      #expect(plan.rows.map(\.stopAtToxicities) == row.bounds.map(\.stop_ge))
      for expected in row.oc {
        let found = try plan.characteristics(toxicityRate: expected.p)
        let gap = max(
          abs(found.stop - expected.P_stop), abs(found.expectedPatients - expected.E_N),
          abs(found.expectedToxicities - expected.E_tox))
        largest = max(largest, gap)
        #expect(gap < 1e-11)
      }
    }
    print("largest difference of beta-binomial characteristics: \(largest)")
  }

  @Test(
    "With both rules and associated events, exact characteristics lie within the intervals of simulated trials"
  )
  func jointAgainstSimulation() throws {
    let monitor = BayesianMonitor(
      maximumPatients: 30, looks: [5, 10, 15, 20, 25, 30], toxicity: Self.sciRule,
      futility: BetaBinomialRule(limit: 0.3, cutoff: 0.9, side: .below),
      success: BetaBinomialRule(limit: 0.2, cutoff: 0.95), leastPredictiveProbability: 0.05)
    let plan = try BayesianMonitorPlan(monitor)
    let exact = try plan.characteristics(toxicityRate: 0.15, responseRate: 0.35, oddsRatio: 3)
    let cells = BayesianMonitorPlan.cells(toxicity: 0.15, response: 0.35, oddsRatio: 3)
    #expect(abs(cells.reduce(0, +) - 1) < 1e-15)
    #expect(abs(cells[0] * cells[3] / (cells[1] * cells[2]) - 3) < 1e-12)
    let trials = 20_000
    var ends: [MonitoringAdvice.Action: Int] = [:]
    for trial in 0..<trials {
      var stream = RandomStream(seed: 11, entity: UInt32(trial))
      var (toxicities, responses) = (0, 0)
      for people in 1...30 {
        let u = stream.uniform()
        if u < cells[3] {
          toxicities += 1; responses += 1
        } else if u < cells[3] + cells[2] {
          toxicities += 1
        } else if u < cells[3] + cells[2] + cells[1] {
          responses += 1
        }
        let advice = try plan.recommendation(
          patients: people, toxicities: toxicities, responses: responses)
        if advice.action != .goOn {
          ends[advice.action, default: 0] += 1
          break
        }
      }
    }
    for (action, probability) in [
      (MonitoringAdvice.Action.stopForHarm, exact.toxicityStop),
      (.stopForFutility, exact.futilityStop), (.endWithSuccess, exact.success),
    ] {
      let interval = try ProportionInterval.wilson(
        successes: ends[action] ?? 0, trials: trials, confidence: 0.9999)
      #expect(probability > interval.low && probability < interval.high, "\(action)")
    }
  }

  @Test("Predictive probability is the average over what may come")
  func predictive() throws {
    let monitor = BayesianMonitor(
      maximumPatients: 12, success: BetaBinomialRule(limit: 0.3, cutoff: 0.9),
      leastPredictiveProbability: 0.1)
    let needed = try #require(try BayesianMonitorPlan(monitor).successAtResponses)
    // One patient left: the next one responds with the posterior mean.
    let found = monitor.predictiveProbability(responses: needed - 1, people: 11)
    #expect(abs(found - Double(needed) / 13) < 1e-14)
    #expect(monitor.predictiveProbability(responses: needed, people: 11) == 1)
    // A martingale: today's probability is the mean of tomorrow's.
    for responses in 0...6 {
      let now = monitor.predictiveProbability(responses: responses, people: 6)
      let rate = Double(responses + 1) / 8
      let later =
        rate * monitor.predictiveProbability(responses: responses + 1, people: 7)
        + (1 - rate) * monitor.predictiveProbability(responses: responses, people: 7)
      #expect(abs(now - later) < 1e-13)
    }
  }

  @Test("Advice names the posterior probability that fired, and impossible counts name the cell")
  func advice() throws {
    let plan = try BayesianMonitorPlan(BayesianMonitor(maximumPatients: 24, toxicity: Self.sciRule))
    let advice = try plan.recommendation(patients: 3, toxicities: 2)
    #expect(advice.action == .stopForHarm)
    #expect(
      advice.reason.hasPrefix("2 toxicities among 3 patients reach the limit of 2: Pr(rate > 0.2) = 0.9"))
    #expect(try plan.recommendation(patients: 3, toxicities: 1).action == .goOn)
    #expect(
      throws: EfficacyError.moreEventsThanPeople(
        cell: "patients so far", what: "toxicities", events: 4, people: 3)
    ) { try plan.recommendation(patients: 3, toxicities: 4) }
    let faulty = BayesianMonitor(
      maximumPatients: 10, looks: [5, 4, 12],
      futility: BetaBinomialRule(limit: 1.2, cutoff: 0.9, side: .above), leastPredictiveProbability: 0.1)
    let text = try #require(throws: EfficacyError.self) { try faulty.validate() }.description
    for cell in ["looks, look 2", "looks, last look", "futility, limit", "futility, side", "leastPredictive"]
    {
      #expect(text.contains(cell))
    }
    let stored = try JSONEncoder().encode(plan)
    #expect(try JSONDecoder().decode(BayesianMonitorPlan.self, from: stored) == plan)
  }
}
