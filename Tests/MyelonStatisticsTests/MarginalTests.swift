import Foundation
import MyelonStatistics
import Testing

@Suite struct MarginalTests {
  static let marginals: [Marginal] = [
    .uniform(low: -2, high: 5), .logUniform(low: 1e-3, high: 1e3),
    .truncatedNormal(mean: 1, deviation: 2, low: 0, high: 2),
    .truncatedNormal(mean: 0, deviation: 1, low: 6, high: 9),
    .truncatedNormal(mean: 0, deviation: 1, low: -9, high: -6), .normal(mean: 3, deviation: 0.5),
    .logNormal(median: 2, logDeviation: 0.7),
  ]

  @Test(arguments: marginals)
  func scoresAndValuesInvertEachOther(marginal: Marginal) throws {
    try marginal.validate(name: "x")
    for score in stride(from: -6.0, through: 6, by: 0.25) {
      let value = marginal.value(atScore: score)
      #expect(marginal.bounds.contains(value))
      // The spacing of doubles near a bound limits what a value can say about an extreme score.
      let tolerance = abs(score) > 4 ? 1e-4 : 1e-8
      #expect(abs(marginal.score(of: value) - score) < tolerance, "score \(score)")
      #expect(
        abs(marginal.quantile(NormalDistribution.standard.cumulative(score)) - value) < 1e-6 * abs(value)
          + 1e-9)
    }
  }

  @Test(arguments: marginals)
  func noScoreLeavesTheBounds(marginal: Marginal) {
    for score in [-1e300, -40, -8.3, 8.3, 40, 1e300] as [Double] {
      #expect(marginal.bounds.contains(marginal.value(atScore: score)))
    }
  }

  @Test(arguments: marginals)
  func theDensityIsTheSlopeOfTheProbability(marginal: Marginal) {
    for u in [0.03, 0.2, 0.5, 0.8, 0.97] {
      let h = 1e-5
      let slope = 2 * h / (marginal.quantile(u + h) - marginal.quantile(u - h))
      #expect(abs(slope / marginal.density(marginal.quantile(u)) - 1) < 1e-5)
    }
    #expect(marginal.density(marginal.bounds.lowerBound - 1) == 0)
  }

  @Test func aTailFarFromTheMeanKeepsItsDigits() {
    // Median of a standard normal variable above 6: mpmath 1.4.1, the root of Φ(-x) = (Φ(-6) + Φ(-9)) / 2.
    let marginal = Marginal.truncatedNormal(mean: 0, deviation: 1, low: 6, high: 9)
    #expect(abs(marginal.quantile(0.5) - 6.111565061795187) < 1e-12)
  }

  @Test func impossibleDistributionsAreRefused() {
    #expect(throws: StatisticsError.self) { try Marginal.uniform(low: 1, high: 1).validate(name: "x") }
    #expect(throws: StatisticsError.self) { try Marginal.logUniform(low: 0, high: 1).validate(name: "x") }
    #expect(throws: StatisticsError.self) { try Marginal.uniform(low: .nan, high: 1).validate(name: "x") }
    #expect(throws: StatisticsError.self) {
      try Marginal.truncatedNormal(mean: 0, deviation: 1, low: 50, high: 60).validate(name: "x")
    }
    #expect(throws: StatisticsError.self) { try ParameterSpace([]) }
    #expect(throws: StatisticsError.self) {
      try ParameterSpace([("a", .normal(mean: 0, deviation: 1)), ("a", .normal(mean: 0, deviation: 1))])
    }
  }
}
