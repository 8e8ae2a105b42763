import Foundation
import MyelonRandom
import MyelonStatistics
import Testing

@Suite("Weighted estimates") struct WeightedEstimateTests {
  private func normals(_ count: Int, seed: UInt64) -> [Double] {
    var stream = RandomStream(seed: seed, entity: 1)
    return (0..<count).map { _ in stream.normal() }
  }

  @Test("Equal weights give Wilson's interval for counts to the bit")
  func equalWeights() throws {
    for (successes, trials) in [(0, 12), (3, 10), (5, 5), (250, 1000), (999, 1000)] {
      let hits = (0..<trials).map { $0 < successes }
      let plain = try ProportionInterval.wilson(successes: successes, trials: trials)
      for weights in [nil, [Double](repeating: 0.3, count: trials)] {
        let found = try ProportionInterval.weighted(hits, weights: weights)
        for (one, other) in [
          (found.value, plain.value), (found.low, plain.low), (found.high, plain.high),
          (found.standardError, plain.standardError),
        ] { #expect(abs(one - other) < 1e-12) }
      }
    }
  }

  @Test("The effective size is p (1 - p) / v, cut at Kish's")
  func effectiveSize() throws {
    // Weights .1 .2 .3 .4; the last is a hit: v = .16 · .36 + .14 · .16 = .08, n = .24 / .08 = 3 < 1 / .3.
    let last = try ProportionInterval.weighted([false, false, false, true], weights: [1, 2, 3, 4])
    #expect(abs(last.value - 0.4) < 1e-15 && abs(last.standardError - 0.08.squareRoot()) < 1e-14)
    // The first two are hits: v = .05 · .49 + .25 · .09 = .047, .21 / .047 = 4.47 > 10 / 3.
    let first = try ProportionInterval.weighted([true, true, false, false], weights: [1, 2, 3, 4])
    #expect(abs(first.standardError - (0.21 * 0.3).squareRoot()) < 1e-14)
    // A hit of hardly any weight is no news: the interval is about that of none.
    var weights = [Double](repeating: 1, count: 100)
    weights[0] = 1e-9
    var hits = [Bool](repeating: false, count: 100)
    let none = try ProportionInterval.weighted(hits, weights: weights)
    hits[0] = true
    let hardly = try ProportionInterval.weighted(hits, weights: weights)
    #expect(abs(hardly.high - none.high) < 1e-6 && none.low == 0)
    #expect(throws: StatisticsError.self) { try ProportionInterval.weighted([]) }
    #expect(throws: StatisticsError.self) { try ProportionInterval.weighted([true], weights: [0]) }
    #expect(throws: StatisticsError.self) { try ProportionInterval.weighted([true], weights: [1, 2]) }
  }

  @Test("Hits and misses change places with their intervals")
  func symmetry() throws {
    let weights = normals(40, seed: 3).map { abs($0) }
    let hits = normals(40, seed: 4).map { $0 > 0.5 }
    let one = try ProportionInterval.weighted(hits, weights: weights)
    let other = try ProportionInterval.weighted(hits.map { !$0 }, weights: weights)
    #expect(abs(one.low + other.high - 1) < 1e-12 && abs(one.value + other.value - 1) < 1e-12)
  }

  @Test("Intervals of weighted shares and means cover what the weights aim at")
  func coverage() throws {
    // 2000 ensembles of 150 draws from N(0, 1), weighted to N(1/2, 1); P(x > 1) = 0.3085, mean 1/2.
    let repetitions = 2000
    let truth = NormalDistribution.standard.cumulative(-0.5)
    var covered = (share: 0, mean: 0, rare: 0)
    for repetition in 0..<repetitions {
      let draws = normals(150, seed: UInt64(1000 + repetition))
      let weights = draws.map { exp(0.5 * $0) }
      let share = try ProportionInterval.weighted(draws.map { $0 > 1 }, weights: weights)
      if share.low <= truth, truth <= share.high { covered.share += 1 }
      let mean = try WeightedSample(draws, weights: weights).meanEstimate()
      if mean.low <= 0.5, 0.5 <= mean.high { covered.mean += 1 }
      let rare = try ProportionInterval.weighted(draws.map { $0 > 2.5 }, weights: weights)
      if rare.low <= NormalDistribution.standard.cumulative(-2),
        NormalDistribution.standard.cumulative(-2) <= rare.high
      {
        covered.rare += 1
      }
    }
    print("coverage of nominal 95 % intervals, effective size 117 of 150:", covered)
    // What 0.95 leaves with probability 1e-6 each side is 46; a first-order error loses a per cent or two besides.
    for count in [covered.share, covered.mean, covered.rare] {
      #expect(count >= 1840 && count <= 1990, "\(count) of 2000")
    }
  }

  @Test("Equal weights give the usual error and Student's interval of a mean")
  func mean() throws {
    let values = [3.0, 5, 8, 1, 9]
    let found = try WeightedSample(values).meanEstimate()
    // Deviation √(44.8 / 4), t with 4 degrees of freedom 2.776445.
    let error = (44.8 / 4 / 5).squareRoot()
    #expect(abs(found.value - 5.2) < 1e-12 && abs(found.standardError - error) < 1e-12)
    #expect(abs(found.high - (5.2 + 2.7764451051977987 * error)) < 1e-9)
    #expect(throws: StatisticsError.self) { try WeightedSample([1]).meanEstimate() }
    #expect(throws: StatisticsError.self) { try WeightedSample([1, 2], weights: [1, 0]).meanEstimate() }
    // One draw that carries nearly all is known with hardly any freedom, but never to nothing.
    let lone = try WeightedSample([0, 10], weights: [1, 1e-12]).meanEstimate()
    #expect(lone.low.isFinite && lone.high.isFinite && lone.high >= lone.low)
  }
}
