import Foundation
import MyelonRandom
import MyelonStatistics
import Testing

@Suite struct ForecastScoreTests {
  @Test func brierScoresHaveTheirClosedForms() throws {
    #expect(try ForecastScore.brier([0.5, 0.5], happened: [true, false]) == 0.25)
    #expect(try ForecastScore.brier([1, 0], happened: [true, false]) == 0)
    #expect(abs(try ForecastScore.brier([0.9, 0.2], happened: [true, true]) - (0.01 + 0.64) / 2) < 1e-15)
    #expect(abs(try ForecastScore.brier([0.2, 0.5, 0.3], category: 1) - (0.04 + 0.25 + 0.09)) < 1e-15)
    #expect(throws: StatisticsError.self) { try ForecastScore.brier([1.1], happened: [true]) }
    #expect(throws: StatisticsError.self) { try ForecastScore.brier([], happened: []) }
  }

  @Test func rankedProbabilityScoresOfOneAndTwoDrawsAreElementary() throws {
    #expect(ForecastScore.rankedProbability(try WeightedSample([3]), observed: 5) == 2)
    // Draws 0 and 2, observed 1: E|X - y| = 1, E|X - X'| = 1, so 1 - 1/2; fair: E|X - X'| = 2.
    let pair = try WeightedSample([0, 2])
    #expect(ForecastScore.rankedProbability(pair, observed: 1) == 0.5)
    #expect(ForecastScore.rankedProbability(pair, observed: 1, isFair: true) == 0)
    // Weights 3 to 1: E|X - 0| = 0.5, E|X - X'| / 2 = 0.75 · 0.25 · 2 = 0.375.
    let weighted = try WeightedSample([2, 0], weights: [1, 3])
    #expect(abs(ForecastScore.rankedProbability(weighted, observed: 0) - 0.125) < 1e-15)
  }

  @Test func manyNormalDrawsScoreAsTheNormalDistribution() throws {
    var stream = RandomStream(seed: 1, entity: 1)
    let normal = try NormalDistribution(mean: 1, deviation: 2)
    let sample = try WeightedSample((0..<50_000).map { _ in stream.normal(mean: 1, deviation: 2) })
    for observed in [-3.0, 0.5, 1, 4] {
      let expected = ForecastScore.rankedProbability(normal, observed: observed)
      #expect(abs(ForecastScore.rankedProbability(sample, observed: observed) - expected) < 0.03)
    }
    // At the mean of a standard normal forecast: (√2 - 1) / √π.
    let central = ForecastScore.rankedProbability(.standard, observed: 0)
    #expect(abs(central - (2.0.squareRoot() - 1) / Double.pi.squareRoot()) < 1e-15)
  }

  @Test func theScoreIsBestForTheTrueDistribution() throws {
    var stream = RandomStream(seed: 4, entity: 1)
    let truth = (0..<20_000).map { _ in stream.normal() }
    func score(_ mean: Double, _ deviation: Double) throws -> Double {
      let forecast = try NormalDistribution(mean: mean, deviation: deviation)
      return truth.reduce(0) { $0 + ForecastScore.rankedProbability(forecast, observed: $1) } / 20_000
    }
    let best = try score(0, 1)
    #expect(try score(0.3, 1) > best)
    #expect(try score(0, 0.6) > best)
    #expect(try score(0, 1.6) > best)
  }

  @Test func intervalScoresPunishMissesByTheirSize() {
    #expect(ForecastScore.interval(1...3, probability: 0.9, observed: 2) == 2)
    #expect(abs(ForecastScore.interval(1...3, probability: 0.9, observed: 3.5) - 12) < 1e-12)
    #expect(abs(ForecastScore.interval(1...3, probability: 0.9, observed: 0) - 22) < 1e-12)
  }

  @Test func coverageCountsHitsExactly() throws {
    let found = try ForecastScore.coverage([0...1, 0...1, 0...1, 0...1], observed: [0.5, 1, 2, 0])
    #expect(found.value == 0.75)
    #expect(found.low < 0.2 && found.high > 0.99)
  }

  @Test func probabilityTransformsOfCalibratedForecastsAreUniform() throws {
    var stream = RandomStream(seed: 2, entity: 1)
    var counts = [Double](repeating: 0, count: 10)
    for _ in 0..<2000 {
      let centre = stream.normal()
      let sample = try WeightedSample((0..<199).map { _ in centre + stream.normal() })
      let value = ForecastScore.probabilityTransform(sample, observed: centre + stream.normal())
      counts[min(9, Int(value * 10))] += 1
    }
    // Chi-square with 9 degrees of freedom: 27.9 has a chance of one in a thousand.
    #expect(counts.reduce(0) { $0 + ($1 - 200) * ($1 - 200) / 200 } < 27.9)
    #expect(ForecastScore.probabilityTransform(try WeightedSample([1, 1, 2]), observed: 1) == 1.0 / 3)
  }
}
