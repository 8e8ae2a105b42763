import Foundation
import MyelonRandom
import MyelonStatistics
import Testing

@testable import MyelonTrialDesigns

@Suite("Analyses of efficacy")
struct EfficacyAnalysisTests {
  @Test("A t test and a single-arm t test by hand")
  func tTests() throws {
    let data = TrialData(
      isTreated: [true, true, true, false, false, false, false], baseline: [1, 2, 3, 1, 2, 3, 4],
      outcome: [5, 7, 9, 2, 4, .nan, 3])
    let found = try EfficacyAnalysis.continuous(data, analysis: .finalValue)
    // Means 7 and 3, pooled variance (8 + 2) / 4, standard error √(2.5 · 2/3).
    let error = (2.5 * 2 / 3).squareRoot()
    #expect(abs(found.estimate.value - 4) < 1e-12)
    #expect(abs(found.estimate.standardError - error) < 1e-12)
    #expect(found.degreesOfFreedom == 4 && found.people == 6)
    let student = try StudentDistribution(degreesOfFreedom: 4)
    #expect(abs(found.benefitPValue - student.upperTail(4 / error)) < 1e-14)
    #expect(abs(NormalDistribution.standard.upperTail(found.z) - found.benefitPValue) < 1e-14)
    let single = try EfficacyAnalysis.continuous(
      TrialData(isTreated: [true, true, true, true], outcome: [1, 2, 3, 6]), analysis: .finalValue,
      reference: 1)
    #expect(abs(single.estimate.value - 2) < 1e-12)
    #expect(abs(single.estimate.standardError - (14.0 / 3 / 4).squareRoot()) < 1e-12)
  }

  @Test("ANCOVA equals statsmodels 0.15.0 (ordinary least squares of y on arm and baseline)")
  func covariance() throws {
    let data = TrialData(
      isTreated: EfficacyReferences.isTreated, baseline: EfficacyReferences.baseline,
      outcome: EfficacyReferences.outcome)
    let found = try EfficacyAnalysis.continuous(data)
    let expected = EfficacyReferences.covariance
    #expect(abs(found.estimate.value - expected[0]) < 1e-11)
    #expect(abs(found.estimate.standardError - expected[1]) < 1e-11)
    #expect(abs(found.estimate.low - expected[2]) < 1e-10)
    #expect(abs(found.estimate.high - expected[3]) < 1e-10)
    #expect(abs(found.pValue - expected[4]) < 1e-11)
  }

  @Test(
    "Proportional odds with a baseline equals statsmodels' OrderedModel; the score test is Wilcoxon's with ties"
  )
  func ordinal() throws {
    let data = TrialData(
      isTreated: EfficacyReferences.isTreated, baseline: EfficacyReferences.baseline,
      outcome: EfficacyReferences.categories)
    let found = try EfficacyAnalysis.ordinal(data, analysis: .proportionalOdds)
    #expect(abs(found.estimate.value - EfficacyReferences.ordinal[0]) < 1e-6)
    #expect(abs(found.estimate.standardError - EfficacyReferences.ordinal[1]) < 1e-4)
    let score = try EfficacyAnalysis.ordinal(data)
    // U, the number of pairs won less lost, over n + 1 is Whitehead's Z; his V is its variance.
    let n = Double(data.count)
    let treated = zip(data.isTreated, data.outcomes.elements).filter(\.0).map(\.1)
    let control = zip(data.isTreated, data.outcomes.elements).filter { !$0.0 }.map(\.1)
    var difference = 0.0
    for x in treated { for y in control { difference += x > y ? 1 : (x < y ? -1 : 0) } }
    var cubes = 0.0
    for category in Set(data.outcomes.elements) {
      let share = Double(data.outcomes.elements.filter { $0 == category }.count) / n
      cubes += share * share * share
    }
    let information = Double(treated.count * control.count) * n / (3 * (n + 1) * (n + 1)) * (1 - cubes)
    #expect(abs(score.statistic - difference / (n + 1) / information.squareRoot()) < 1e-12)
    // The log odds ratio of both lies near each other without covariates (statsmodels).
    let plain = try EfficacyAnalysis.ordinal(
      TrialData(isTreated: data.isTreated, outcomes: data.outcomes), analysis: .proportionalOdds)
    #expect(abs(plain.estimate.value - EfficacyReferences.ordinalPlain) < 1e-6)
    #expect(abs(plain.estimate.value - score.estimate.value) < 0.15 * abs(plain.estimate.value))
  }

  @Test("Responders: Fisher, Newcombe's interval (his example 56/70 against 48/80), exact binomial")
  func responders() throws {
    func data(_ x: Int, _ n: Int, _ y: Int, _ m: Int) -> TrialData {
      TrialData(
        isTreated: (0..<(n + m)).map { $0 < n },
        outcome: (0..<n).map { $0 < x ? 1 : 0 } + (0..<m).map { $0 < y ? 1 : 0 })
    }
    let found = try EfficacyAnalysis.responder(data(56, 70, 48, 80))
    // Newcombe 1998, table II, method 10: 0.0524 to 0.3339.
    #expect(abs(found.estimate.value - 0.2) < 1e-12)
    #expect(abs(found.estimate.low - 0.0524) < 5e-5)
    #expect(abs(found.estimate.high - 0.3339) < 5e-5)
    let fisher = try FisherExactTest(successes: 56, trials: 70, otherSuccesses: 48, otherTrials: 80)
    #expect(found.pValue == fisher.twoSided && found.benefitPValue == fisher.greater)
    let single = try EfficacyAnalysis.responder(data(7, 20, 0, 0), reference: 0.15)
    let null = try BinomialDistribution(trials: 20, probability: 0.15)
    #expect(abs(single.benefitPValue - null.atLeast(7)) < 1e-15)
    let none = try EfficacyAnalysis.responder(data(0, 5, 0, 6), method: .normal)
    #expect(none.statistic == 0 && none.pValue == 1)
  }

  @Test("Repeated measures with complete data give the ANCOVA of the last visit")
  func repeated() throws {
    let endpoint = RepeatedEndpoint(
      differences: [1, 2, 4],
      covariance: VisitCovariance(deviations: [5, 6, 6, 7], correlation: .autoregressive(0.6)))
    var stream = RandomStream(seed: 2, entity: 9)
    let data = try EfficacyEndpoint.repeated(endpoint).simulate(
      isTreated: (0..<30).map { $0 % 2 == 0 }, share: 1, stream: &stream)
    let mixed = try EfficacyAnalysis.repeated(data)
    let single = try EfficacyAnalysis.continuous(data)
    #expect(abs(mixed.estimate.value - single.estimate.value) < 1e-8)
    #expect(abs(mixed.pValue - single.pValue) < 1e-7)
    let average = try EfficacyAnalysis.repeated(data, contrast: .average, structure: .compoundSymmetry)
    #expect(average.estimate.standardError < mixed.estimate.standardError)
  }

  @Test("Data that do not fit are errors that name person and visit")
  func faults() throws {
    var data = TrialData(
      isTreated: [true, false, true], baseline: [1, .nan, 2], outcomes: DenseMatrix(rows: 2, columns: 1))
    let text = try #require(throws: EfficacyError.self) { try EfficacyAnalysis.continuous(data) }.description
    #expect(text.contains("outcomes, people") && text.contains("baseline, person 2"))
    data = TrialData(isTreated: [true, false], outcome: [1, 0.5])
    #expect(
      throws: EfficacyError.outOfRange(
        cell: "outcomes, person 2 of those with one", allowed: "0 or 1", found: 0.5)
    ) { try EfficacyAnalysis.responder(data) }
    #expect(throws: EfficacyError.self) { try EfficacyAnalysis.ordinal(data) }
    #expect(throws: EfficacyError.self) { try EfficacyAnalysis.continuous(data) }
    #expect(throws: EfficacyError.self) {
      try EfficacyAnalysis.ordinal(TrialData(isTreated: [true, true], outcome: [1, 2]))
    }
    #expect(throws: EfficacyError.self) {
      try EfficacyAnalysis.ordinal(TrialData(isTreated: [true, false], outcome: [2, 2]))
    }
  }
}
