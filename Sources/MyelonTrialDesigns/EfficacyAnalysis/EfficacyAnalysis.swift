import Foundation
import MyelonQuantities
import MyelonStatistics

/// Analyses of the data of a trial, one for each kind of endpoint.
///
/// Endpoints at one visit use the people who have it (complete cases); repeated measures use everybody with any visit.
public enum EfficacyAnalysis {
  /// A continuous outcome by t test or analysis of covariance.
  ///
  /// - Parameters:
  ///   - data: the data; without controls the mean is compared with `reference`.
  ///   - analysis: final value, change from baseline, or covariance.
  ///   - reference: fixed number that a single arm is compared with.
  ///   - confidence: coverage of the interval.
  /// - Returns: the difference.
  /// - Throws: `EfficacyError`.
  public static func continuous(
    _ data: TrialData, analysis: ContinuousEndpoint.Analysis = .covariance, reference: Double = 0,
    confidence: Double = 0.95
  ) throws(EfficacyError) -> EffectResult {
    try EfficacyError.require(data.findings())
    let people = data.complete()
    if analysis != .finalValue, people.baseline.isEmpty {
      throw .incompatible(cell: "baseline", because: "is needed for analysis by \(analysis.rawValue)")
    }
    let values =
      analysis == .change ? zip(people.outcome, people.baseline).map { $0 - $1 } : people.outcome
    let isSingleArm = people.isTreated.allSatisfy { $0 }
    if isSingleArm, analysis == .covariance {
      throw .incompatible(cell: "arms", because: "covariance needs treated and control people")
    }
    return try EfficacyError.naming("analysis of a continuous outcome") {
      if isSingleArm {
        var ones = DenseMatrix(rows: values.count, columns: 1)
        ones.elements = values.map { _ in 1 }
        let model = try LinearModel(
          response: values.map { $0 - reference }, design: ones, names: ["mean"], confidence: confidence)
        return result("mean less \(reference.shortestText)", model, 0)
      }
      let covariates = analysis == .covariance ? [(name: "baseline", values: people.baseline)] : []
      let model = try LinearModel.covarianceAnalysis(
        outcome: values, isTreated: people.isTreated, covariates: covariates, confidence: confidence)
      return result("difference of means, \(analysis.rawValue)", model, 1)
    }
  }

  private static func result(_ name: String, _ model: LinearModel, _ index: Int) -> EffectResult {
    student(
      name, model.coefficients[index], Double(model.degreesOfFreedom), people: model.residuals.count)
  }

  private static func student(
    _ name: String, _ coefficient: Coefficient, _ freedom: Double, people: Int
  ) -> EffectResult {
    EffectResult(
      name: name, estimate: coefficient.estimate, statistic: coefficient.statistic,
      degreesOfFreedom: freedom, pValue: coefficient.pValue,
      benefitPValue: oneSided(coefficient.pValue, coefficient.statistic), people: people)
  }

  /// The one-sided p-value of a symmetric test.
  static func oneSided(_ pValue: Double, _ statistic: Double) -> Double {
    statistic > 0 ? pValue / 2 : 1 - pValue / 2
  }

  /// A continuous outcome at several visits by a mixed model for repeated measures.
  ///
  /// - Parameters:
  ///   - data: the data of two arms, adjusted by visit for the baseline if there is one.
  ///   - contrast: what is compared.
  ///   - structure: covariance of the visits.
  ///   - confidence: coverage of the interval.
  /// - Returns: the difference, with Kenward and Roger's error and degrees of freedom.
  /// - Throws: `EfficacyError`.
  public static func repeated(
    _ data: TrialData, contrast: RepeatedEndpoint.Contrast = .lastVisit,
    structure: VisitStructure = .unstructured, confidence: Double = 0.95
  ) throws(EfficacyError) -> EffectResult {
    try EfficacyError.require(data.findings())
    let visits = data.outcomes.columns
    let weights: [Double]
    switch contrast {
    case .lastVisit: weights = (0..<visits).map { $0 == visits - 1 ? 1 : 0 }
    case .average: weights = [Double](repeating: 1 / Double(visits), count: visits)
    }
    return try EfficacyError.naming("analysis of repeated measures") {
      let covariates =
        data.baseline.isEmpty
        ? []
        : [
          RepeatedMeasuresData.Covariate(name: "baseline", values: data.baseline)
        ]
      let model = try RepeatedMeasuresModel(
        RepeatedMeasuresData(
          outcomes: data.outcomes, isTreated: data.isTreated, covariates: covariates),
        structure: structure, confidence: confidence)
      let found = try model.difference(weights)
      return student(
        "difference of means, \(contrast.rawValue), mixed model", found.coefficient,
        found.degreesOfFreedom, people: model.people)
    }
  }
}
