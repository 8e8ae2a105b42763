import Foundation
import MyelonRandom
import Testing

@testable import MyelonStatistics

/// The verdict on a linear inversion whose data are, or are not, what the model can give.
@Suite struct ReproductionRuleTests {
  private func report(_ data: [Double], members: Int = 300, rule: ReproductionRule = ReproductionRule())
    throws
    -> InferenceReport
  {
    let observation = try Observation(
      names: data.indices.map { "y\($0)" }, values: data,
      deviations: [Double](repeating: 1, count: data.count))
    var options = EnsembleKalmanInversion.Options(seed: 4)
    options.members = members
    var inversion = try EnsembleKalmanInversion(
      space: try TestSpaces.normal(1), observation: observation, options: options)
    try inversion.run { runs in runs.map { run in data.map { _ in run.values[0] } } }
    return try inversion.report(rule: rule)
  }

  @Test func soundDataAreHardlyEverRefused() throws {
    var refused = 0
    for repetition in 0..<100 {
      var stream = RandomStream(seed: 3, entity: UInt32(repetition))
      let truth = stream.normal()
      let found = try report((0..<20).map { _ in truth + stream.normal() })
      if found.verdict != .reproduced { refused += 1 }
    }
    // The p-value is conservative: at most 5 % expected; 12 of 100 has a chance of one in a thousand.
    #expect(refused <= 12)
  }

  @Test func dataThatContradictEachOtherAreRefused() throws {
    let found = try report((0..<20).map { $0 % 2 == 0 ? 2.5 : -2.5 })
    #expect(found.tailProbability < 0.001)
    #expect(throws: InferenceError.self) { try found.requireReproduced() }
  }

  @Test func oneImpossibleDatumIsNamed() throws {
    let found = try report([Double](repeating: 0.1, count: 19) + [9])
    guard case .notReproduced(let reasons) = found.verdict else {
      Issue.record("A datum nine deviations off counted as reproduced")
      return
    }
    #expect(reasons.contains(.outlyingData(["y19"])))
    #expect(found.data[19].standardisedError > 5)
    #expect(InferenceError.notReproduced(reasons).description.contains("y19"))
  }

  /// Replicates of twenty data that are standard normal draws, but for the last, which is always zero.
  private func verdict(_ data: [Double], _ rule: ReproductionRule = ReproductionRule()) throws
    -> InferenceVerdict
  {
    var stream = RandomStream(seed: 8, entity: 1)
    let replicates = (0..<400).map { _ in (0..<20).map { $0 == 19 ? 0 : stream.normal() } }
    let observation = try Observation(
      names: (0..<20).map { "y\($0)" }, values: data, deviations: [Double](repeating: 0.5, count: 20),
      noise: .withinOutputs)
    return try rule.judge(
      observation, replicates: replicates, weights: [Double](repeating: 1 / 400.0, count: 400), tolerance: 0.4
    ).verdict
  }

  private func data(_ place: Int, _ value: Double) -> [Double] {
    (0..<20).map { $0 == place ? value : ($0 % 2 == 0 ? 0.4 : -0.4) }
  }

  @Test func anOutlierIsWhatLiesBeyondTheSharedLevel() throws {
    // 0.001 over twenty data and two sides: 4.06 deviations.
    #expect(try verdict(data(3, 3.6)) == .reproduced)
    #expect(try verdict(data(3, 4.6)) == .notReproduced([.outlyingData(["y3"])]))
  }

  @Test func aDatumOnWhichAllReplicatesAgreeIsMeasuredByItsNoise() throws {
    // 0.8 is 1.6 deviations of 0.5; without this floor any distance from zero would be infinite.
    #expect(try verdict(data(19, 0.8)) == .reproduced)
    guard case .notReproduced(let reasons) = try verdict(data(19, 3)) else {
      Issue.record("A datum six deviations off counted as reproduced")
      return
    }
    #expect(reasons.contains(.outlyingData(["y19"])))
  }

  @Test func aToleranceAboveTheStatedOneIsRefused() throws {
    #expect(try verdict(data(0, 0), ReproductionRule(largestTolerance: 0.5)) == .reproduced)
    #expect(
      try verdict(data(0, 0), ReproductionRule(largestTolerance: 0.3))
        == .notReproduced([.tolerance(found: 0.4, required: 0.3)]))
  }

  @Test func tooSmallAnEnsembleIsRefused() throws {
    let found = try report([0.2, -0.1], members: 50)
    guard case .notReproduced(let reasons) = found.verdict, reasons.count == 1,
      case .effectiveSize(let size, required: 100) = reasons[0]
    else {
      Issue.record("Fifty members counted as enough, or something else was wrong: \(found.verdict)")
      return
    }
    #expect(abs(size - 50) < 1e-9)
    #expect(try report([0.2, -0.1], members: 100).verdict == .reproduced)
    #expect(
      try report([0.2, -0.1], members: 50, rule: ReproductionRule(minimumEffectiveSize: 30)).verdict
        == .reproduced)
  }

  @Test func resamplingKeepsWeightsToWithinOneDraw() throws {
    let observation = try Observation(names: ["y"], values: [1], deviations: [0.3])
    var options = ApproximateBayesSampler.Options(seed: 1)
    options.population = 200
    var sampler = try ApproximateBayesSampler(
      space: try TestSpaces.normal(1), observation: observation, options: options)
    try sampler.run { $0.map(\.values) }
    let posterior = try sampler.posterior()
    let draws = posterior.resampled(count: 1000, seed: 7)
    #expect(draws.count == 1000)
    for draw in 0..<posterior.count {
      let times = Double(draws.filter { $0 == draw }.count)
      #expect(abs(times - 1000 * posterior.weights[draw]) < 1 + 1e-9)
    }
  }
}
