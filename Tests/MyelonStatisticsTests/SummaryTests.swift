import Foundation
import MyelonFields
import MyelonRandom
import MyelonStatistics
import Testing

@Suite struct SummaryTests {
  private func draws(_ count: Int, seed: UInt64 = 1) -> [Double] {
    var stream = RandomStream(seed: seed, entity: 5)
    return (0..<count).map { _ in stream.normal() }
  }

  @Test func quantilesOfEqualWeightsAreThoseOfNumpy() throws {
    let sample = try WeightedSample([-1.91, 0.15, 0.45, -0.43, 0.3, 0.57, -0.86, -1.48, -0.22, -0.21, -0.35])
    // numpy.quantile (2.4.6), method "linear".
    let expected = [(0.05, -1.695), (0.3, -0.43), (0.5, -0.22), (0.77, 0.255), (1, 0.57), (0, -1.91)]
    for (p, value) in expected { #expect(abs(sample.quantile(p) - value) < 1e-14) }
    #expect(abs(sample.effectiveSize - 11) < 1e-12)
  }

  @Test func momentsOfWeightsHaveTheirClosedForms() throws {
    let sample = try WeightedSample([1, 3, 7], weights: [2, 1, 1])
    #expect(abs(sample.mean - 3) < 1e-15)
    // Σ w (x - 3)² = 0.5·4 + 0 + 0.25·16 = 6, over 1 - (0.25 + 2/16) = 0.625.
    #expect(abs(sample.variance - 9.6) < 1e-14)
    #expect(abs(sample.effectiveSize - 16.0 / 6) < 1e-14)
    #expect(sample.cumulative(3) == 0.75)
    // Draws of no weight do not matter.
    let padded = try WeightedSample([1, 99, 3, -50, 7], weights: [2, 0, 1, 0, 1])
    for p in stride(from: 0.0, through: 1, by: 0.1) { #expect(padded.quantile(p) == sample.quantile(p)) }
    #expect(padded.interval(0.8).upperBound <= 7)
  }

  @Test func weightedQuantilesFindThoseOfTheTarget() throws {
    // Draws from N(0, 1.5²) weighted to N(0.5, 1).
    let values = draws(40_000).map { 1.5 * $0 }
    let target = try NormalDistribution(mean: 0.5, deviation: 1)
    let source = try NormalDistribution(mean: 0, deviation: 1.5)
    let sample = try WeightedSample(values, weights: values.map { target.density($0) / source.density($0) })
    for p in [0.05, 0.5, 0.95] {
      // Standard error √(p (1 - p) / n) / density; five of them.
      let error = (p * (1 - p) / sample.effectiveSize).squareRoot() / target.density(target.quantile(p))
      #expect(abs(sample.quantile(p) - target.quantile(p)) < 5 * error)
    }
    #expect(sample.effectiveSize > 15_000 && sample.effectiveSize < 35_000)
  }

  @Test func theShortestIntervalOfASkewedSampleSitsAtItsMode() throws {
    var stream = RandomStream(seed: 2, entity: 2)
    let sample = try WeightedSample((0..<20_000).map { _ in stream.exponential() })
    let shortest = sample.shortestInterval(0.9)
    let central = sample.interval(0.9)
    // For the exponential distribution: 0 to -ln 0.1, against -ln 0.95 to -ln 0.05.
    #expect(shortest.lowerBound < 0.01)
    #expect(abs(shortest.upperBound + log(0.1)) < 0.1)
    #expect(abs(central.lowerBound + log(0.95)) < 0.01)
    #expect(shortest.upperBound - shortest.lowerBound < central.upperBound - central.lowerBound)
  }

  @Test func proportionIntervalsAreThoseOfStatsmodels() throws {
    // statsmodels 0.15.0 proportion_confint, methods "wilson" and "beta".
    let rows: [(Int, Int, [Double])] = [
      (0, 10, [0, 0.27753279986288926, 0, 0.30849710781876083]),
      (3, 17, [0.061911266376209945, 0.4102945856883413, 0.037985068070626, 0.4343178728442839]),
      (50, 100, [0.4038315303659956, 0.5961684696340044, 0.39832112950330095, 0.6016788704966991]),
      (99, 100, [0.9455138038212946, 0.9982325679358593, 0.9455406146079194, 0.9997468539670226]),
      (10, 10, [0.7224672001371106, 1, 0.6915028921812392, 1]),
    ]
    for (successes, trials, ends) in rows {
      let wilson = try ProportionInterval.wilson(successes: successes, trials: trials)
      let exact = try ProportionInterval.clopperPearson(successes: successes, trials: trials)
      for (found, expected) in zip([wilson.low, wilson.high, exact.low, exact.high], ends) {
        #expect(abs(found - expected) < 1e-13)
      }
    }
    #expect(throws: StatisticsError.self) { try ProportionInterval.wilson(successes: 3, trials: 2) }
    #expect(throws: StatisticsError.self) { try ProportionInterval.wilson(successes: 0, trials: 0) }
  }

  @Test func theExactIntervalCoversAtLeastItsConfidenceForEveryProportion() throws {
    let trials = 25
    let intervals = try (0...trials).map {
      try ProportionInterval.clopperPearson(successes: $0, trials: trials, confidence: 0.9)
    }
    for p in stride(from: 0.01, to: 1, by: 0.0173) {
      var covered = 0.0
      for successes in 0...trials where intervals[successes].low <= p && p <= intervals[successes].high {
        let x = Double(successes)
        let choose = lgamma(26.0).0 - lgamma(x + 1).0 - lgamma(26 - x).0
        covered += exp(choose + x * log(p) + (25 - x) * log(1 - p))
      }
      #expect(covered >= 0.9 - 1e-12)
    }
  }

  @Test func bootstrapErrorsOfAMeanAreThoseOfTheory() throws {
    let values = draws(80)
    let mean = values.reduce(0, +) / 80
    let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 80).squareRoot()
    let bootstrap = try Bootstrap(replicates: 4000, confidence: 0.9, seed: 3)
    func weightedMean(_ counts: [Int]) -> Double {
      let total = Double(counts.reduce(0, +))
      return zip(values, counts).reduce(0) { $0 + $1.0 * Double($1.1) } / total
    }
    for interval in [Bootstrap.Interval.percentile, .normal, .accelerated] {
      let found = try bootstrap.estimate(units: 80, interval: interval, weightedMean)
      #expect(abs(found.value - mean) < 1e-14)
      // Known to 1/√8000 of itself; five of that. The ends of percentile intervals are about twice as noisy.
      #expect(abs(found.standardError * 80.0.squareRoot() / deviation - 1) < 0.056)
      #expect(abs((found.high - found.low) / (2 * 1.644854 * found.standardError) - 1) < 0.1)
    }
    #expect(throws: StatisticsError.self) { try bootstrap.estimate(units: 1) { _ in 0 } }
  }

  @Test func intervalsOfSkewedDataAreThoseOfSciPy() throws {
    let values = [
      0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.55, 0.7, 0.8, 0.9, 1.1, 1.3, 1.6, 2, 2.4, 3.1, 4.5, 6, 9, 14,
    ]
    let bootstrap = try Bootstrap(replicates: 40_000, confidence: 0.9, seed: 2)
    func mean(_ counts: [Int]) -> Double {
      zip(values, counts).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(counts.reduce(0, +))
    }
    // scipy.stats.bootstrap 1.17.1, 400,000 resamples; two seeds differ by 0.003 in the ends. With 40,000 an end has a
    // standard error of about √(0.05 · 0.95 / 40,000) / density = 0.012 at the upper one; five of them.
    let accelerated = try bootstrap.estimate(units: 20, interval: .accelerated, mean)
    #expect(abs(accelerated.low - 1.524) < 0.03)
    #expect(abs(accelerated.high - 4.289) < 0.06)
    let percentile = try bootstrap.estimate(units: 20, interval: .percentile, mean)
    #expect(abs(percentile.low - 1.334) < 0.03)
    #expect(abs(percentile.high - 3.856) < 0.06)
    #expect(abs(percentile.standardError - 0.770) < 0.015)
  }

  @Test func theStandardErrorIsTheDeviationOfTheReplicates() throws {
    let bootstrap = try Bootstrap(replicates: 4, confidence: 0.5, seed: 1)
    let found = try bootstrap.estimate(value: 2, replicates: [4, 1, 3, 2], interval: .percentile)
    #expect(abs(found.standardError - (5.0 / 3).squareRoot()) < 1e-15)
    #expect(found.low == 1.75 && found.high == 3.25)
  }

  @Test func bootstrapReplicatesDoNotDependOnThreads() throws {
    let bootstrap = try Bootstrap(replicates: 64, seed: 9)
    let values = draws(30)
    func run(_ threads: Int) -> [[Double]] {
      bootstrap.replicates(units: 30, values: 1, executor: SlabExecutor(threads: threads)) { counts in
        [zip(values, counts).reduce(0) { $0 + $1.0 * Double($1.1) }]
      }
    }
    #expect(run(1) == run(2))
    #expect(run(1) == run(5))
  }

  @Test func aSimultaneousBandHoldsWholeCurvesAndAPointwiseOneDoesNot() throws {
    // Random walks of 40 steps.
    let curves = (0..<1000).map { walk in
      var stream = RandomStream(seed: 6, entity: UInt32(walk))
      var sum = 0.0
      return (0..<40).map { _ in
        sum += stream.normal()
        return sum
      }
    }
    func inside(_ band: CredibleBand) -> Int {
      curves.filter { curve in
        curve.indices.allSatisfy { band.low[$0] <= curve[$0] && curve[$0] <= band.high[$0] }
      }
      .count
    }
    let simultaneous = try CredibleBand.simultaneous(curves, probability: 0.9)
    let pointwise = try CredibleBand.pointwise(curves, probability: 0.9)
    #expect(inside(simultaneous) >= 900)
    #expect(inside(simultaneous) < 930)
    #expect(inside(pointwise) < 800)
    // At the last step N(0, 40): quantiles of 5 and 95 %, known to about 0.45; five of that.
    #expect(abs(pointwise.high[39] - 1.645 * 40.0.squareRoot()) < 2.3)
    #expect(throws: StatisticsError.self) { try CredibleBand.pointwise([[1, 2], [1]]) }
  }

  @Test func tiedCurvesStayInsideTheirBand() throws {
    let curves = (0..<20).map { [Double($0 % 2), 1] }
    let band = try CredibleBand.simultaneous(curves, probability: 0.9)
    #expect(band.low == [0, 1])
    #expect(band.high == [1, 1])
  }

  @Test func aPlaceWhereAllCurvesMeetPushesNoneOut() throws {
    let curves = (0..<20).map { [Double($0), 7] }
    let band = try CredibleBand.simultaneous(curves, probability: 0.8)
    // Sixteen of twenty: two left out on either side.
    #expect(band.low == [2, 7])
    #expect(band.high == [17, 7])
    #expect(band.median == [9.5, 7])
  }

  @Test func densitiesIntegrateToOneAlsoAtABound() throws {
    let values = draws(2000).map { abs($0) }
    let density = try KernelDensity(try WeightedSample(values), bounds: 0...Double.infinity)
    let step = 0.005
    let grid = stride(from: step / 2, to: 8, by: step)
    #expect(abs(grid.reduce(0) { $0 + density.density($1) } * step - 1) < 1e-4)
    #expect(density.density(-0.1) == 0)
    // The folded normal density is 2 φ(0.5) = 0.704 at 0.5; smoothing and noise leave about 0.03.
    #expect(abs(density.density(0.5) - 0.704) < 0.1)
    let histogram = try Histogram(try WeightedSample([0, 1, 1, 2, 4], weights: [1, 1, 1, 1, 4]), bins: 4)
    #expect(histogram.edges == [0, 1, 2, 3, 4])
    #expect(histogram.shares == [0.125, 0.25, 0.125, 0.5])
    #expect(throws: StatisticsError.self) { try KernelDensity(try WeightedSample([1, 1, 1])) }
  }

  @Test func strataAddUpToTheWhole() throws {
    let values = draws(300)
    let names = (0..<300).map { ["early", "late", "never"][$0 % 3] }
    let weights = (0..<300).map { Double($0 % 7) }
    let summary = try StratifiedSummary(outcome: values, strata: names, weights: weights)
    #expect(summary.strata.map(\.name) == ["early", "late", "never"])
    #expect(abs(summary.strata.reduce(0) { $0 + $1.share } - 1) < 1e-14)
    let mean = summary.strata.reduce(0) { $0 + $1.share * $1.mean }
    #expect(abs(mean - summary.all.mean) < 1e-14)
    let late = try WeightedSample(
      stride(from: 1, to: 300, by: 3).map { values[$0] },
      weights: stride(from: 1, to: 300, by: 3).map { weights[$0] })
    let error = (late.variance / late.effectiveSize).squareRoot()
    #expect(abs(summary.strata[1].standardError - error) < 1e-14)
    #expect(summary.strata[0].quantiles.count == 5)
    #expect(summary.strata[0].quantiles == summary.strata[0].quantiles.sorted())
  }

  @Test func anArmThatIsBetterByAConstantWinsByThatMarginOnly() throws {
    let second = draws(400)
    let first = second.map { $0 + 2 }
    let bootstrap = try Bootstrap(replicates: 200, seed: 1)
    // Spread between members is 1, yet the pairs differ by exactly 2.
    let within = try PairedComparison(first, against: second, margin: 1.5, bootstrap: bootstrap)
    #expect(within.better.value == 1 && within.worse.value == 0 && within.similar == 0)
    #expect(abs(within.meanDifference.value - 2) < 1e-12)
    let beyond = try PairedComparison(first, against: second, margin: 2.5, bootstrap: bootstrap)
    #expect(beyond.better.value == 0 && beyond.similar == 1)
    let reversed = try PairedComparison(
      first, against: second, margin: 1, higherIsBetter: false, bootstrap: bootstrap)
    #expect(reversed.worse.value == 1)
  }

  @Test func aDifferenceOfExactlyTheMarginCounts() throws {
    let found = try PairedComparison(
      [5, 7, 2, 4], against: [3, 7, 4, 3], margin: 2, bootstrap: try Bootstrap(replicates: 100, seed: 1))
    #expect(found.better.value == 0.25)
    #expect(found.worse.value == 0.25)
    #expect(found.similar == 0.5)
  }

  @Test func equalArmsTieAndNoisyOnesSplit() throws {
    let bootstrap = try Bootstrap(replicates: 500, confidence: 0.99, seed: 1)
    let values = draws(500)
    let same = try PairedComparison(values, against: values, bootstrap: bootstrap)
    #expect(same.better.value == 0 && same.worse.value == 0 && same.similar == 1)
    let split = try PairedComparison(draws(500, seed: 2), against: values, bootstrap: bootstrap)
    #expect(split.better.low < 0.5 && split.better.high > 0.5)
    // P(√2 N > 1) = Φ(-1/√2) = 0.2398; standard error √(p (1 - p) / 500) = 0.019, five of them.
    let margin = try PairedComparison(draws(500, seed: 2), against: values, margin: 1, bootstrap: bootstrap)
    #expect(abs(margin.better.value - 0.2398) < 0.095)
  }
}
