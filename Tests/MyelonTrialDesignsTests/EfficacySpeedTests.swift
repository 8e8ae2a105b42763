import Foundation
import Testing

@testable import MyelonTrialDesigns

/// Prints times, asserts none: MYELON_TIMES=1 swift test -c release --filter EfficacySpeedTests.
@Suite(
  "Times of efficacy designs",
  .enabled(if: ProcessInfo.processInfo.environment["MYELON_TIMES"] != nil, "set MYELON_TIMES to print times"))
struct EfficacySpeedTests {
  /// The shortest of some runs after a first one.
  private func time(_ name: String, _ runs: Int = 10, _ body: () throws -> Void) rethrows {
    try body()
    var best = Duration.seconds(1000)
    for _ in 0..<runs { best = min(best, try ContinuousClock().measure(body)) }
    print("TIME \(name): \(best)")
  }

  @Test("Group-sequential designs")
  func sequential() throws {
    for efficacy in [EfficacyBoundary.spending(.obrienFleming), .obrienFleming, .pocock] {
      try time("3 looks, \(efficacy.label)") {
        _ = try GroupSequentialPlan(GroupSequentialDesign(looks: 3, efficacy: efficacy))
      }
    }
    try time("3 looks, both errors spent") {
      _ = try GroupSequentialPlan(
        GroupSequentialDesign(looks: 3, futility: .spending(.obrienFleming, isBinding: false)))
    }
    try time("20 looks, O'Brien-Fleming-type spending") {
      _ = try GroupSequentialPlan(GroupSequentialDesign(looks: 20))
    }
  }

  @Test("Exact designs of one arm and of responders")
  func exact() throws {
    try time("Simon 0.1/0.3 up to 35") {
      _ = try SimonDesign(nullRate: 0.1, alternativeRate: 0.3, maximumPatients: 35).solve()
    }
    try time("Simon 0.2/0.4, power 0.9, up to 100") {
      _ = try SimonDesign(nullRate: 0.2, alternativeRate: 0.4, power: 0.9).solve()
    }
    let monitor = BayesianMonitor(maximumPatients: 24, toxicity: BetaBinomialRule(limit: 0.2, cutoff: 0.9))
    try time("Bayesian monitor of 24, table and characteristics") {
      _ = try BayesianMonitorPlan(monitor).characteristics(toxicityRate: 0.2, responseRate: 0.3)
    }
    let fisher = EfficacyDesign(
      endpoint: .responder(ResponderEndpoint(controlRate: 0.2, treatedRate: 0.4)))
    try time("Fisher's exact size, 0.2 against 0.4", 2) { _ = try fisher.size() }
    let adaptive = AdaptiveRandomisation(maximumPeople: 60, burnIn: 20)
    try time("adaptive randomisation of 60, exact", 3) {
      _ = try adaptive.characteristics(treatedRate: 0.5, controlRate: 0.3)
    }
    let prior = try BetaMixture(alpha: 20, beta: 80).robust(weight: 0.5)
    try time("borrowed controls 40/20") {
      _ = try BinaryBorrowingPlan(BinaryBorrowing(treated: 40, control: 20, controlPrior: prior))
    }
  }

  @Test("Simulated trials")
  func simulated() throws {
    let covariance = EfficacyDesign(
      endpoint: .continuous(ContinuousEndpoint(difference: 10, deviation: 20, baselineCorrelation: 0.6)))
    try time("ANCOVA, exact size") { _ = try covariance.size() }
    let ordinal = EfficacyDesign(
      endpoint: .ordinal(
        OrdinalEndpoint(controlProbabilities: [0.55, 0.15, 0.15, 0.13, 0.02], oddsRatio: 2)))
    let repeated = EfficacyDesign(
      endpoint: .repeated(
        RepeatedEndpoint(
          differences: [3, 6, 9],
          covariance: VisitCovariance(deviations: [20, 20, 20, 20], correlation: .autoregressive(0.7)),
          retention: [0.95, 0.9, 0.8])))
    for (design, trials) in [(covariance, 10_000), (ordinal, 10_000), (repeated, 200)] {
      let size = try design.size()
      try time("\(design.endpoint.label): \(trials) trials of \(size.total), one thread", 2) {
        _ = try EfficacySimulation(size, trials: trials).run()
      }
    }
  }
}
