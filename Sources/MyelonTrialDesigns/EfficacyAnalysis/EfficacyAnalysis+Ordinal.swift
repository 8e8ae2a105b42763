import Foundation
import MyelonStatistics

extension EfficacyAnalysis {
  /// Ordered categories by proportional odds.
  ///
  /// - Parameters:
  ///   - data: the data of two arms; outcomes are whole numbers, larger is better.
  ///   - analysis: score test, or maximum likelihood with the baseline as a covariate.
  ///   - confidence: coverage of the interval.
  /// - Returns: the logarithm of the common odds ratio.
  /// - Throws: `EfficacyError`.
  public static func ordinal(
    _ data: TrialData, analysis: OrdinalEndpoint.Analysis = .score, confidence: Double = 0.95
  ) throws(EfficacyError) -> EffectResult {
    try EfficacyError.require(data.findings() + EfficacyError.probability(confidence, "confidence"))
    let people = data.complete()
    for (person, value) in people.outcome.enumerated() where value != value.rounded() || abs(value) > 1e6 {
      throw .outOfRange(
        cell: "outcomes, person \(person + 1) of those with one", allowed: "a whole category number",
        found: value)
    }
    let categories = people.outcome.map { Int($0) }
    switch analysis {
    case .score: return try score(categories, people.isTreated, confidence)
    case .proportionalOdds:
      return try EfficacyError.naming("proportional odds") {
        let treatment = people.isTreated.map { $0 ? 1.0 : 0 }
        let rows = treatment.indices.map { person in
          people.baseline.isEmpty ? [treatment[person]] : [treatment[person], people.baseline[person]]
        }
        let model = try ProportionalOddsModel(
          categories: categories, design: DenseMatrix(rows: rows),
          names: people.baseline.isEmpty ? ["treatment"] : ["treatment", "baseline"],
          confidence: confidence)
        let slope = model.slopes[0]
        return EffectResult(
          name: "log odds ratio, proportional odds", estimate: slope.estimate, statistic: slope.statistic,
          degreesOfFreedom: nil, pValue: slope.pValue,
          benefitPValue: oneSided(slope.pValue, slope.statistic), people: categories.count)
      }
    }
  }

  /// Whitehead's (1993) score statistic Z and information V: the Wilcoxon test with ties; Z / V estimates the log odds ratio.
  private static func score(_ categories: [Int], _ isTreated: [Bool], _ confidence: Double)
    throws(EfficacyError) -> EffectResult
  {
    var treated: [Int: Double] = [:]
    var control: [Int: Double] = [:]
    for (category, isTreated) in zip(categories, isTreated) {
      if isTreated { treated[category, default: 0] += 1 } else { control[category, default: 0] += 1 }
    }
    let treatedCount = treated.values.reduce(0, +)
    let controlCount = control.values.reduce(0, +)
    let total = treatedCount + controlCount
    guard treatedCount > 0, controlCount > 0 else {
      throw .incompatible(cell: "arms", because: "the score test needs treated and control people")
    }
    var below = 0.0
    var sum = 0.0
    var cubes = 0.0
    for category in Set(categories).sorted() {
      let (here, there) = (treated[category] ?? 0, control[category] ?? 0)
      let above = controlCount - below - there
      sum += here * (below - above)
      below += there
      let share = (here + there) / total
      cubes += share * share * share
    }
    let statistic = sum / (total + 1)
    let information = treatedCount * controlCount * total / (3 * (total + 1) * (total + 1)) * (1 - cubes)
    guard information > 0 else {
      throw .analysis(cell: "categories", cause: .noVariation(what: "Categories of all people"))
    }
    let normal = NormalDistribution.standard
    let z = statistic / information.squareRoot()
    let reach = normal.upperQuantile((1 - confidence) / 2) / information.squareRoot()
    let value = statistic / information
    return EffectResult(
      name: "log odds ratio, score test",
      estimate: Estimate(
        value: value, standardError: 1 / information.squareRoot(), low: value - reach, high: value + reach),
      statistic: z, degreesOfFreedom: nil, pValue: min(1, 2 * normal.upperTail(abs(z))),
      benefitPValue: normal.upperTail(z), people: categories.count)
  }
}
