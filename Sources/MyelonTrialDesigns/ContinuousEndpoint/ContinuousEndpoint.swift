import Foundation
import MyelonStatistics

/// An outcome on a continuous scale, such as a motor score, with a baseline measured before treatment.
///
/// Two arms: difference of means. Single arm: mean against a fixed number, without covariates. Power is exact for normal
/// outcomes by the noncentral t distribution.
public struct ContinuousEndpoint: Sendable, Hashable {
  /// How the outcome is compared.
  public enum Analysis: String, Sendable, Hashable, Codable, CaseIterable {
    /// The outcome alone; its variance is σ².
    case finalValue
    /// The change from baseline; its variance is 2 σ² (1 - ρ).
    case change
    /// Analysis of covariance on the baseline; its residual variance is σ² (1 - ρ²) (Borm, Fransen & Lemmens 2007,
    /// doi:10.1016/j.jclinepi.2007.02.006).
    case covariance
  }

  /// True difference: treated less control, or treated less the fixed number; larger is better.
  public var difference: Double
  /// Standard deviation σ of the outcome in an arm.
  public var deviation: Double
  /// Correlation ρ of outcome and baseline in an arm; with several covariates their multiple correlation.
  public var baselineCorrelation: Double
  /// How the outcome is compared.
  public var analysis: Analysis
  /// Covariates fitted by analysis of covariance, each of which costs a degree of freedom.
  ///
  /// 0 treats the residual deviation as known to come without fitting, as many tables do.
  public var covariates: Int

  /// Describes an endpoint.
  ///
  /// - Parameters:
  ///   - difference: true difference, larger being better.
  ///   - deviation: standard deviation of the outcome in an arm.
  ///   - baselineCorrelation: correlation of outcome and baseline.
  ///   - analysis: how the outcome is compared.
  ///   - covariates: covariates fitted by analysis of covariance.
  public init(
    difference: Double, deviation: Double, baselineCorrelation: Double = 0, analysis: Analysis = .covariance,
    covariates: Int = 1
  ) {
    self.difference = difference
    self.deviation = deviation
    self.baselineCorrelation = baselineCorrelation
    self.analysis = analysis
    self.covariates = covariates
  }

  /// Standard deviation that the comparison works with.
  public var analysisDeviation: Double {
    let rho = baselineCorrelation
    switch analysis {
    case .finalValue: return deviation
    case .change: return deviation * (2 * (1 - rho)).squareRoot()
    case .covariance: return deviation * (1 - rho * rho).squareRoot()
    }
  }

  /// Covariates that are fitted.
  private var fitted: Int { analysis == .covariance ? covariates : 0 }

  /// The mean of the standardised statistic: the effect over its standard error.
  func drift(_ sizes: GroupSizes) -> Double {
    difference / (analysisDeviation * sizes.inverse.squareRoot())
  }

  /// Degrees of freedom of the t test.
  func degreesOfFreedom(_ sizes: GroupSizes) -> Double {
    sizes.total - (sizes.isSingleArm ? 1 : 2) - Double(fitted)
  }

  /// Exact power of the t test, for normal outcomes and covariates.
  func power(_ sizes: GroupSizes, _ test: EfficacyTest) throws(EfficacyError) -> Double {
    try StudentPower(
      degreesOfFreedom: degreesOfFreedom(sizes), drift: drift(sizes), covariates: fitted
    ).power(test)
  }

  /// What is wrong with the endpoint; nothing if it can be used.
  func findings() -> [EfficacyError] {
    var findings =
      EfficacyError.finite(difference, "difference") + EfficacyError.positive(deviation, "deviation")
      + EfficacyError.between(baselineCorrelation, -1, 1, "baselineCorrelation")
      + EfficacyError.count(covariates, 0...50, "covariates")
    if difference == 0 {
      findings.append(.outOfRange(cell: "difference", allowed: "different from 0", found: 0))
    }
    return findings
  }
}

extension ContinuousEndpoint: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case difference, deviation, baselineCorrelation, analysis, covariates
  }

  /// Reads an endpoint; only difference and deviation are needed.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, Key.self, cell: "continuous endpoint")
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      difference: try container.decode(Double.self, forKey: .difference),
      deviation: try container.decode(Double.self, forKey: .deviation),
      baselineCorrelation: try container.decodeIfPresent(Double.self, forKey: .baselineCorrelation) ?? 0,
      analysis: try container.decodeIfPresent(Analysis.self, forKey: .analysis) ?? .covariance,
      covariates: try container.decodeIfPresent(Int.self, forKey: .covariates) ?? 1)
  }
}
