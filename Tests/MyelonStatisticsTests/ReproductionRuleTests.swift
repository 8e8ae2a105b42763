import Foundation
import MyelonRandom
import MyelonStatistics
import Testing

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
