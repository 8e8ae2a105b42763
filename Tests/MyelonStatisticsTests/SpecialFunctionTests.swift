import Foundation
import MyelonStatistics
import Testing

/// Special functions against the values of `SpecialFunctionReferences`, within the accuracy that each states.
@Suite struct SpecialFunctionTests {
  typealias Reference = SpecialFunctionReferences

  private func relativeError(_ found: Double, _ expected: Double) -> Double {
    expected == 0 ? abs(found) : abs(found / expected - 1)
  }

  @Test(arguments: Reference.normalTails)
  func normalTailsHoldFifteenDigits(row: [Double]) {
    let normal = NormalDistribution.standard
    #expect(relativeError(normal.cumulative(row[0]), row[1]) < 2e-15)
    #expect(relativeError(normal.upperTail(-row[0]), row[1]) < 2e-15)
  }

  @Test(arguments: Reference.normalQuantiles)
  func normalQuantilesHoldFifteenDigits(row: [Double]) {
    let normal = NormalDistribution.standard
    #expect(relativeError(normal.quantile(row[0]), row[1]) < 2e-15)
    #expect(relativeError(normal.upperQuantile(row[0]), -row[1]) < 2e-15)
  }

  @Test func theMedianOfTheNormalDistributionIsExact() {
    #expect(NormalDistribution.standard.quantile(0.5) == 0)
    #expect(NormalDistribution.standard.quantile(0) == -.infinity)
    #expect(NormalDistribution.standard.quantile(1) == .infinity)
    #expect(NormalDistribution.standard.quantile(1.5).isNaN)
    #expect(NormalDistribution.standard.quantile(.nan).isNaN)
  }

  @Test(arguments: Reference.incompleteGamma)
  func incompleteGammaHoldsItsStatedAccuracy(row: [Double]) {
    #expect(relativeError(IncompleteGamma.lower(row[0], row[1]), row[2]) < 2e-13)
    #expect(relativeError(IncompleteGamma.upper(row[0], row[1]), row[3]) < 2e-13)
  }

  @Test(arguments: Reference.incompleteGamma)
  func incompleteGammaIsInvertedFromItsSmallTail(row: [Double]) {
    let found =
      row[2] < row[3]
      ? IncompleteGamma.inverseLower(row[0], row[2]) : IncompleteGamma.inverseUpper(row[0], row[3])
    // x / x' = condition number times the error of the function; both references are rounded doubles.
    #expect(relativeError(found, row[1]) < 1e-13)
  }

  @Test(arguments: Reference.incompleteBeta)
  func incompleteBetaHoldsItsStatedAccuracy(row: [Double]) throws {
    let beta = try BetaDistribution(alpha: row[0], beta: row[1])
    #expect(relativeError(IncompleteBeta.regularised(row[0], row[1], row[2]), row[3]) < 2e-13)
    #expect(relativeError(beta.upperTail(row[2]), row[4]) < 2e-13)
  }

  @Test(arguments: Reference.incompleteBeta)
  func incompleteBetaIsInvertedFromItsSmallTail(row: [Double]) throws {
    let beta = try BetaDistribution(alpha: row[0], beta: row[1])
    let found = row[3] < row[4] ? beta.quantile(row[3]) : beta.upperQuantile(row[4])
    #expect(relativeError(found, row[2]) < 1e-13)
  }

  @Test(arguments: Reference.student)
  func studentsDistributionHoldsTwelveDigits(row: [Double]) throws {
    let student = try StudentDistribution(degreesOfFreedom: row[0])
    #expect(relativeError(student.density(row[1]), row[2]) < 1e-13)
    #expect(relativeError(student.upperTail(row[1]), row[3]) < 2e-13)
    #expect(relativeError(student.cumulative(-row[1]), row[3]) < 2e-13)
    #expect(relativeError(student.bothTails(row[1]), 2 * row[3]) < 2e-13)
    // Near the median the tail no longer determines t to more digits than this.
    let tolerance = row[1] < 0.01 ? 1e-11 : 2e-13
    #expect(relativeError(student.upperQuantile(row[3]), row[1]) < tolerance)
  }

  @Test(arguments: Reference.fisher)
  func fishersDistributionHoldsTwelveDigits(row: [Double]) throws {
    let fisher = try FDistribution(numerator: row[0], denominator: row[1])
    #expect(relativeError(fisher.cumulative(row[2]), row[3]) < 2e-13)
    #expect(relativeError(fisher.upperTail(row[2]), row[4]) < 2e-13)
    let found = row[3] < row[4] ? fisher.quantile(row[3]) : fisher.upperQuantile(row[4])
    #expect(relativeError(found, row[2]) < 1e-13)
  }

  @Test(arguments: Reference.bivariateNormal)
  func bivariateNormalProbabilitiesHoldFifteenDecimals(row: [Double]) throws {
    let pair = try BivariateNormal(correlation: row[2])
    #expect(abs(pair.cumulative(row[0], row[1]) - row[3]) < 1e-15)
    #expect(abs(pair.cumulative(row[1], row[0]) - row[3]) < 1e-15)
  }

  @Test func theBivariateNormalHasTheClosedFormOfItsQuadrant() throws {
    for correlation in stride(from: -1.0, through: 1, by: 0.03125) {
      let pair = try BivariateNormal(correlation: correlation)
      let expected = 0.25 + asin(correlation) / (2 * Double.pi)
      #expect(abs(pair.cumulative(0, 0) - expected) < 1e-15, "correlation \(correlation)")
      #expect(abs(pair.cumulative(.infinity, 0.3) - NormalDistribution.standard.cumulative(0.3)) < 1e-16)
      #expect(pair.cumulative(-.infinity, 0.3) == 0)
    }
  }

  @Test func chiSquareWithTwoDegreesIsExponential() throws {
    let square = try ChiSquareDistribution(degreesOfFreedom: 2)
    for x in stride(from: 0.01, to: 100, by: 1.37) {
      #expect(relativeError(square.upperTail(x), exp(-x / 2)) < 1e-13)
      #expect(relativeError(square.density(x), exp(-x / 2) / 2) < 1e-13)
      #expect(relativeError(square.upperQuantile(exp(-x / 2)), x) < 1e-13)
    }
  }

  @Test func quantilesInvertTheirDistributionsOverSixDecades() throws {
    let distributions: [(String, any ContinuousDistribution)] = [
      ("gamma 0.05", try GammaDistribution(shape: 0.05)),
      ("gamma 3", try GammaDistribution(shape: 3, scale: 2)),
      ("beta", try BetaDistribution(alpha: 0.1, beta: 20)),
      ("beta wide", try BetaDistribution(alpha: 3000, beta: 2)),
      ("t", try StudentDistribution(degreesOfFreedom: 2.5)),
      ("F", try FDistribution(numerator: 3, denominator: 9)),
      ("normal", try NormalDistribution(mean: 3, deviation: 2)),
    ]
    for (name, distribution) in distributions {
      for exponent in stride(from: -6.0, through: -0.31, by: 0.19) {
        let p = pow(10, exponent)
        #expect(relativeError(distribution.cumulative(distribution.quantile(p)), p) < 1e-12, "\(name) \(p)")
        // An upper tail near x = 1 is limited by the digits of x itself.
        let tolerance = name == "beta wide" ? 1e-9 : 1e-12
        #expect(
          relativeError(distribution.upperTail(distribution.upperQuantile(p)), p) < tolerance, "\(name) \(p)")
      }
      #expect(distribution.quantile(-0.1).isNaN)
      #expect(distribution.upperQuantile(1.1).isNaN)
    }
  }

  @Test func densitiesAreTheSlopesOfTheirDistributions() throws {
    let distributions: [any ContinuousDistribution] = [
      try GammaDistribution(shape: 2.5, scale: 1.5), try BetaDistribution(alpha: 2, beta: 3.5),
      try StudentDistribution(degreesOfFreedom: 4), try FDistribution(numerator: 5, denominator: 7),
      try NormalDistribution(mean: 1, deviation: 0.5), try ChiSquareDistribution(degreesOfFreedom: 3),
    ]
    for distribution in distributions {
      for p in [0.05, 0.3, 0.5, 0.8, 0.99] {
        let x = distribution.quantile(p)
        let h = 1e-4 * max(abs(x), 0.1)
        let slope = (distribution.cumulative(x + h) - distribution.cumulative(x - h)) / (2 * h)
        #expect(relativeError(slope, distribution.density(x)) < 1e-6)
      }
    }
  }

  @Test func impossibleParametersAreRefusedWithTheirValue() {
    #expect(
      throws: StatisticsError.outOfRange(what: "A shape", allowed: "positive and at most 1e8", found: -1)
    ) {
      try GammaDistribution(shape: -1)
    }
    #expect(throws: StatisticsError.self) { try BivariateNormal(correlation: 1.01) }
    #expect(throws: StatisticsError.self) { try StudentDistribution(degreesOfFreedom: .nan) }
    #expect(throws: StatisticsError.self) { try NormalDistribution(mean: 0, deviation: 0) }
  }
}
