import Foundation
import MyelonRandom
import MyelonStatistics
import Testing

@testable import MyelonTrialDesigns

@Suite("Simulated trials of efficacy")
struct EfficacySimulationTests {
  /// Whether a probability lies within what simulation with 4-standard-error intervals allows.
  private func isInside(_ found: EfficacyCharacteristics, _ probability: Double) throws -> Bool {
    let interval = try found.success(confidence: 0.9999)
    return interval.low < probability && probability < interval.high
  }

  @Test("Exact power of ANCOVA, Fisher and t tests lies within simulated intervals, with and without effect")
  func exactFormulas() throws {
    for endpoint in [
      EfficacyEndpoint.continuous(
        ContinuousEndpoint(difference: 12, deviation: 10, baselineCorrelation: 0.6)),
      .continuous(
        ContinuousEndpoint(difference: 9, deviation: 10, baselineCorrelation: 0.4, analysis: .change)),
      .responder(ResponderEndpoint(controlRate: 0.2, treatedRate: 0.65)),
    ] {
      let design = EfficacyDesign(endpoint: endpoint, allocationRatio: 2)
      let simulation = try EfficacySimulation(try design.size(), trials: 6000, seed: 5)
      for share in [0, 1.0] {
        let found = try simulation.run(share: share, threads: 2)
        let formula = try #require(found.formula)
        #expect(try isInside(found, formula), "\(endpoint.label), share \(share): \(formula)")
        #expect(found.failures == 0)
        #expect(abs(found.effect.value - (found.trueEffect ?? .nan)) < 4.5 * found.effect.standardError)
      }
    }
  }

  @Test("Intervals of ANCOVA cover the truth as often as they say")
  func coverage() throws {
    let design = EfficacyDesign(
      endpoint: .continuous(ContinuousEndpoint(difference: 8, deviation: 10, baselineCorrelation: 0.5)))
    let found = try EfficacySimulation(design.size(), trials: 6000).run(threads: 2)
    let coverage = try #require(try found.coverage(confidence: 0.9999))
    #expect(coverage.low < 0.95 && 0.95 < coverage.high)
  }

  @Test("Whitehead's formula and the mixed model's lie near simulated power; their level is kept")
  func approximateFormulas() throws {
    let ordinal = EfficacyEndpoint.ordinal(
      OrdinalEndpoint(controlProbabilities: [0.55, 0.15, 0.15, 0.13, 0.02], oddsRatio: 2))
    let repeated = EfficacyEndpoint.repeated(
      RepeatedEndpoint(
        differences: [3, 6, 9],
        covariance: VisitCovariance(deviations: [10, 10, 10, 10], correlation: .autoregressive(0.7)),
        retention: [0.95, 0.9, 0.8]))
    for (endpoint, trials) in [(ordinal, 4000), (repeated, 1500)] {
      let simulation = try EfficacySimulation(
        EfficacyDesign(endpoint: endpoint).size(), trials: trials, seed: 3)
      let power = try simulation.run(threads: 2)
      let level = try simulation.run(share: 0, threads: 2)
      print(
        "\(endpoint.label): formula \(power.formula ?? .nan), simulated \(try power.success().value), "
          + "level \(try level.success().value), failures \(power.failures)")
      // Both formulas are approximations: within 3 % besides the error of simulation.
      let interval = try power.success(confidence: 0.9999)
      #expect(interval.low - 0.03 < power.formula ?? .nan && power.formula ?? .nan < interval.high + 0.03)
      #expect(try isInside(level, 0.05))
    }
  }

  @Test("Group-sequential trials keep level and power, look by look, and stop for futility as computed")
  func sequential() throws {
    let design = EfficacyDesign(
      endpoint: .continuous(
        ContinuousEndpoint(difference: 4, deviation: 10, baselineCorrelation: 0.5)),
      test: EfficacyTest(significance: 0.025, isTwoSided: false),
      interim: GroupSequentialDesign(
        informationFractions: [0.5, 0.75, 1], futility: .spending(.obrienFleming, isBinding: false)))
    let size = try design.size()
    let plan = try #require(size.plan)
    let simulation = try EfficacySimulation(size, trials: 6000, seed: 8)
    for share in [0, 1.0] {
      let found = try simulation.run(share: share, threads: 2)
      let expected = plan.probabilities(drift: share * (try #require(size.drift)))
      for look in 0..<3 {
        let success = try ProportionInterval.wilson(
          successes: found.successes[look], trials: found.trials, confidence: 0.9999)
        // The t statistics of 160 people are not quite normal: another half of a percent.
        #expect(
          success.low - 0.005 < expected.success[look] && expected.success[look] < success.high + 0.005)
        let stop = try ProportionInterval.wilson(
          successes: found.stops[look], trials: found.trials, confidence: 0.9999)
        #expect(stop.low - 0.005 < expected.crossedBelow[look])
        #expect(expected.crossedBelow[look] < stop.high + 0.005)
      }
      let people = expected.expectedInformation * size.sizes.total
      #expect(abs(found.people.value - people) < 4.5 * found.people.standardError + 1)
    }
  }

  @Test("The same seed gives the same bits for any number of threads, and a prefix for fewer trials")
  func determinism() throws {
    let design = EfficacyDesign(
      endpoint: .ordinal(OrdinalEndpoint(controlProbabilities: [0.4, 0.3, 0.3], oddsRatio: 4)))
    let size = try design.size()
    let one = try EfficacySimulation(size, trials: 300, seed: 4).run(threads: 1)
    let three = try EfficacySimulation(size, trials: 300, seed: 4).run(threads: 3)
    #expect(one == three)
    let other = try EfficacySimulation(size, trials: 300, seed: 5).run(threads: 2)
    #expect(one != other)
  }

  @Test("A generator of one's own is used; what it throws names the trial; a failed analysis is no success")
  func generators() throws {
    struct Broken: Error {}
    let design = EfficacyDesign(
      endpoint: .continuous(ContinuousEndpoint(difference: 1, deviation: 1, analysis: .finalValue)))
    let simulation = try EfficacySimulation(design.size(), trials: 40)
    // Everybody recovers alike, treated ones by 10 more: always a success.
    let sure = try simulation.run(trueEffect: 10) { arms, trial, stream in
      TrialData(isTreated: arms, outcome: arms.map { ($0 ? 10 : 0) + stream.normal(deviation: 0.1) })
    }
    #expect(try sure.success().value == 1 && sure.formula == nil)
    let constant = try simulation.run { arms, _, _ in
      TrialData(isTreated: arms, outcome: arms.map { _ in .nan })
    }
    #expect(constant.failures == 40 && constant.successes == [0])
    let error = try #require(throws: EfficacyError.self) {
      try simulation.run { arms, trial, _ in
        if trial == 17 { throw Broken() }
        return TrialData(isTreated: arms, outcome: arms.map { $0 ? 1 : 0 })
      }
    }
    #expect(error.description.hasPrefix("simulated trial 18:"))
    #expect(throws: EfficacyError.self) {
      try simulation.run { _, _, _ in TrialData(isTreated: [true], outcome: [1]) }
    }
    #expect(try sure.table().text.contains("interval covers the effect"))
  }
}
