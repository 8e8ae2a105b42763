import Foundation
import MyelonStatistics
import Testing

@testable import MyelonTrialDesigns

@Suite("Borrowing of historical controls")
struct BorrowingTests {
  @Test("Power priors and mixtures are updated as conjugate priors are")
  func updates() throws {
    let power = try BetaMixture.power(responders: 12, people: 60, power: 0.5)
    #expect(power.components == [.init(weight: 1, alpha: 7, beta: 25)])
    let robust = try power.robust(weight: 0.2)
    // Weights follow the beta-binomial probability of 9 events among 10 under each part.
    let posterior = try robust.updated(events: 9, people: 10)
    func predictive(_ a: Double, _ b: Double) -> Double {
      exp(
        lgamma(a + 9).0 + lgamma(b + 1).0 - lgamma(a + b + 10).0 - lgamma(a).0 - lgamma(b).0 + lgamma(a + b).0
      )
    }
    let first = 0.8 * predictive(7, 25)
    let second = 0.2 * predictive(1, 1)
    #expect(abs(posterior.components[1].weight - second / (first + second)) < 1e-12)
    #expect(posterior.components[1].weight > 0.99)
    // One after the other is the same as both at once.
    let steps = try robust.updated(events: 3, people: 4).updated(events: 6, people: 6)
    for (left, right) in zip(steps.components, posterior.components) {
      #expect(abs(left.weight - right.weight) < 1e-12 && left.alpha == right.alpha)
    }
    let normal = try NormalMixture.power(mean: 10, standardError: 2, power: 0.25)
    let after = try normal.updated(mean: 14, standardError: 3)
    // Precisions 1/16 and 1/9.
    #expect(abs(after.mean - (10.0 / 16 + 14.0 / 9) / (1.0 / 16 + 1.0 / 9)) < 1e-12)
    #expect(abs(after.variance - 1 / (1.0 / 16 + 1.0 / 9)) < 1e-12)
  }

  @Test("Effective sample sizes: closed forms of one part, and fall by n on average after n people")
  func effectiveSize() throws {
    #expect(BetaMixture(alpha: 7, beta: 25).effectiveSampleSize == 32)
    #expect(abs(NormalMixture(mean: 3, deviation: 2).effectiveSampleSize(deviation: 10) - 25) < 1e-10)
    // Two equal parts are one.
    let doubled = BetaMixture([
      .init(weight: 0.3, alpha: 7, beta: 25), .init(weight: 0.7, alpha: 7, beta: 25),
    ])
    #expect(abs(doubled.effectiveSampleSize - 32) < 1e-9)
    let twice = NormalMixture([
      .init(weight: 0.4, mean: 1, deviation: 2), .init(weight: 0.6, mean: 1, deviation: 2),
    ])
    #expect(abs(twice.effectiveSampleSize(deviation: 10) - 25) < 1e-9)
    // Predictive consistency (Neuenschwander et al. 2020): E[ESS after n people] = ESS + n.
    let robust = try BetaMixture(alpha: 7, beta: 25).robust(weight: 0.2)
    let people = 12
    var average = 0.0
    for events in 0...people {
      let mass = robust.components.reduce(0.0) { sum, part in
        sum + part.weight
          * BetaBinomialMasses.masses(trials: people, alpha: part.alpha, beta: part.beta)[events]
      }
      average += mass * (try robust.updated(events: events, people: people).effectiveSampleSize)
    }
    print("effective sizes \(robust.effectiveSampleSize) before, \(average) after \(people)")
    #expect(abs(average - robust.effectiveSampleSize - Double(people)) < 1e-6)
    #expect(robust.effectiveSampleSize < 32)
  }

  @Test("Without history, the test is that of two beta distributions, and the exact error that of all tables")
  func vague() throws {
    let design = BinaryBorrowing(
      treated: 20, control: 15, controlPrior: BetaMixture(alpha: 1, beta: 1), cutoff: 0.95)
    let plan = try BinaryBorrowingPlan(design)
    let adaptive = AdaptiveRandomisation(maximumPeople: 35)
    var expected = 0.0
    let own = try BinomialDistribution(trials: 20, probability: 0.4)
    let other = try BinomialDistribution(trials: 15, probability: 0.4)
    for x in 0...20 {
      for y in 0...15 {
        let probability = try adaptive.superiority(treated: (x, 20), control: (y, 15))
        #expect(abs(try design.superiority(treatedResponders: x, controlResponders: y) - probability) < 1e-11)
        if probability > 0.95 { expected += own.mass(x) * other.mass(y) }
      }
    }
    let found = try plan.characteristics(treatedRate: 0.4, controlRate: 0.4)
    #expect(abs(found.success - expected) < 1e-12)
  }

  @Test(
    "Borrowing gains power where history is right and costs error where it is wrong; robustness limits that")
  func tradeOff() throws {
    let history = BetaMixture(alpha: 20, beta: 80)
    func plan(_ prior: BetaMixture) throws -> BinaryBorrowingPlan {
      try BinaryBorrowingPlan(BinaryBorrowing(treated: 40, control: 20, controlPrior: prior))
    }
    let none = try plan(BetaMixture(alpha: 1, beta: 1))
    let full = try plan(history)
    let robust = try plan(history.robust(weight: 0.5))
    func success(_ plan: BinaryBorrowingPlan, _ treated: Double, _ control: Double) throws -> Double {
      try plan.characteristics(treatedRate: treated, controlRate: control).success
    }
    #expect(try success(full, 0.45, 0.2) > success(none, 0.45, 0.2) + 0.1)
    #expect(try success(robust, 0.45, 0.2) > success(none, 0.45, 0.2))
    // Controls of the trial respond at 0.45, history says 0.2.
    #expect(try success(full, 0.45, 0.45) > 0.3)
    #expect(try success(robust, 0.45, 0.45) < 0.5 * success(full, 0.45, 0.45))
    #expect(full.needed.count == 21 && full.table.rows.count == 21)
    let advice = try full.recommendation(treatedResponders: 25, controlResponders: 4)
    #expect(
      advice.action == .endWithSuccess && advice.reason.contains("the controls being worth 120.0 people"))
  }

  @Test(
    "Normal means: closed form with one part, quadrature equals it, and Bayes with a flat prior is the z test"
  )
  func normalMeans() throws {
    let design = NormalBorrowing(
      treated: 30, control: 20, deviation: 10, controlPrior: NormalMixture(mean: 50, deviation: 2),
      cutoff: 0.95)
    // Everything is linear: success if ȳ_T - m(ȳ_C) > z s.
    let error = 100.0 / 20
    let prior = 4.0
    let shrink = prior / (prior + error)
    let spread = (100.0 / 30 + prior * error / (prior + error)).squareRoot()
    for (treated, control) in [(50.0, 50.0), (56, 50), (52, 47)] {
      let mean = treated - (50 * (1 - shrink) + control * shrink)
      let deviation = (100.0 / 30 + shrink * shrink * error).squareRoot()
      let expected = NormalDistribution.standard.upperTail(
        (NormalDistribution.standard.upperQuantile(0.05) * spread - mean) / deviation)
      let found = try design.characteristics(treatedMean: treated, controlMean: control)
      #expect(abs(found.success - expected) < 1e-10)
    }
    let flat = NormalBorrowing(
      treated: 30, control: 20, deviation: 10, controlPrior: NormalMixture(mean: 0, deviation: 1e6))
    #expect(abs(try flat.characteristics(treatedMean: 7, controlMean: 7).success - 0.025) < 1e-8)
    let alone = NormalBorrowing(
      treated: 30, control: 0, deviation: 10, controlPrior: NormalMixture(mean: 50, deviation: 1))
    let limit = try alone.limit()
    #expect(abs(try alone.superiority(treatedMean: limit) - 0.975) < 1e-11)
  }

  @Test("The meta-analytic prediction narrows with agreement, widens with spread, and has closed forms")
  func metaAnalysis() throws {
    // One study and a fixed τ far below its error: the study itself. The mixture's mean is always that of the study.
    let single = try MetaAnalyticPrior.normal(means: [5], standardErrors: [2], spreadScale: 1e-6)
    #expect(abs(single.mean - 5) < 1e-12 && abs(single.variance - 4) < 1e-9)
    // With one study, τ is not learnt: variance = s² + 2 E τ², and E τ² is that of the half-normal prior.
    let spread = try MetaAnalyticPrior.normal(means: [5], standardErrors: [2], spreadScale: 3)
    #expect(abs(spread.variance - 4 - 2 * 9) < 1e-5)
    let agreeing = try MetaAnalyticPrior.normal(
      means: [5, 5.2, 4.9, 5.1], standardErrors: [1, 1, 1, 1], spreadScale: 3)
    let spreading = try MetaAnalyticPrior.normal(
      means: [1, 9, 3, 7], standardErrors: [1, 1, 1, 1], spreadScale: 3)
    #expect(agreeing.variance < 0.3 * spreading.variance)
    let binary = try MetaAnalyticPrior.binary(
      responders: [12, 18, 9], people: [60, 75, 50], spreadScale: 0.5)
    #expect(abs(binary.mean - 0.21) < 0.02)
    #expect(binary.effectiveSampleSize > 10 && binary.effectiveSampleSize < 185)
    #expect(
      throws: EfficacyError.moreEventsThanPeople(
        cell: "study 2", what: "responders", events: 80, people: 75)
    ) { try MetaAnalyticPrior.binary(responders: [12, 80], people: [60, 75]) }
  }

  @Test("Trials with borrowing are read back from files and refuse faults")
  func coding() throws {
    let text = #"""
      {"treated": 40, "control": 10, "controlPrior": [{"weight": 4, "alpha": 20, "beta": 80},
        {"weight": 1, "alpha": 1, "beta": 1}], "cutoff": 0.9}
      """#
    let read = try JSONDecoder().decode(BinaryBorrowing.self, from: Data(text.utf8))
    #expect(abs(read.controlPrior.components[0].weight - 0.8) < 1e-15)
    #expect(try JSONDecoder().decode(BinaryBorrowing.self, from: JSONEncoder().encode(read)) == read)
    #expect(throws: EfficacyError.self) {
      try BinaryBorrowing(treated: 0, control: 5, controlPrior: BetaMixture(alpha: -1, beta: 2)).validate()
    }
    #expect(throws: EfficacyError.self) {
      try NormalBorrowing(
        treated: 5, control: 5, deviation: 0, controlPrior: NormalMixture(mean: .nan, deviation: 1)
      ).validate()
    }
  }
}
