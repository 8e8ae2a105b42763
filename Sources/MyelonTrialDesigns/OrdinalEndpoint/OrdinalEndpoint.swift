import Foundation
import MyelonStatistics

/// An outcome of ordered categories, such as the AIS grade, compared by proportional odds.
///
/// Whitehead 1993, doi:10.1002/sim.4780122404. With θ the logarithm of the common odds ratio, A treated for each control and p̄_k the
/// mean probability of category k over both arms, the information in N people is A N (1 - Σ p̄_k³) / (3 (A + 1)²).
public struct OrdinalEndpoint: Sendable, Hashable {
  /// How the categories are analysed.
  public enum Analysis: String, Sendable, Hashable, Codable, CaseIterable {
    /// Whitehead's score test, the Wilcoxon test with ties; its power is that of the formula.
    case score
    /// Maximum likelihood with the baseline as a covariate if there is one; the formula does not count on what that gains.
    case proportionalOdds
  }

  /// Probabilities of the categories in the control arm, from worst to best; they sum to 1.
  public var controlProbabilities: [Double]
  /// Odds of being above any cut under treatment over those under control; above 1 is better.
  public var oddsRatio: Double
  /// How the categories are analysed.
  public var analysis: Analysis

  /// Describes an endpoint.
  ///
  /// - Parameters:
  ///   - controlProbabilities: probabilities in the control arm, from worst to best.
  ///   - oddsRatio: common odds ratio, above 1 is better.
  ///   - analysis: how the categories are analysed.
  public init(controlProbabilities: [Double], oddsRatio: Double, analysis: Analysis = .score) {
    self.analysis = analysis
    self.controlProbabilities = controlProbabilities
    self.oddsRatio = oddsRatio
  }

  /// Probabilities of the categories in the treated arm.
  public var treatedProbabilities: [Double] {
    var cumulative = 0.0
    var previous = 0.0
    return controlProbabilities.map { share in
      cumulative += share
      let shifted = cumulative / (cumulative + oddsRatio * max(0, 1 - cumulative))
      defer { previous = shifted }
      return shifted - previous
    }
  }

  /// Σ p̄_k³ over the mean probabilities of both arms.
  ///
  /// - Parameter sizes: people in each arm, for the weights.
  /// - Returns: the sum.
  public func cubes(_ sizes: GroupSizes) -> Double {
    zip(controlProbabilities, treatedProbabilities).reduce(0) { sum, pair in
      let mean = (sizes.control * pair.0 + sizes.treated * pair.1) / sizes.total
      return sum + mean * mean * mean
    }
  }

  /// The log odds ratio over its standard error.
  func drift(_ sizes: GroupSizes) -> Double {
    let information = sizes.treated * sizes.control / sizes.total / 3 * (1 - cubes(sizes))
    return log(oddsRatio) * information.squareRoot()
  }

  /// Power by Whitehead's information.
  func power(_ sizes: GroupSizes, _ test: EfficacyTest) -> Double { test.normalPower(mean: drift(sizes)) }

  /// What is wrong with the endpoint; nothing if it can be used.
  func findings() -> [EfficacyError] {
    var findings = EfficacyError.positive(oddsRatio, "oddsRatio")
    if oddsRatio == 1 {
      findings.append(.outOfRange(cell: "oddsRatio", allowed: "different from 1", found: 1))
    }
    findings += EfficacyError.count(controlProbabilities.count, 2...50, "controlProbabilities, categories")
    for (index, value) in controlProbabilities.enumerated() where !(value >= 0 && value < 1) {
      findings.append(
        .outOfRange(
          cell: "controlProbabilities, category \(index + 1)", allowed: "0 or more and below 1", found: value)
      )
    }
    let sum = controlProbabilities.reduce(0, +)
    if !(abs(sum - 1) < 1e-6) {
      findings.append(
        .outOfRange(cell: "controlProbabilities, sum", allowed: "1 (within 0.000001)", found: sum))
    }
    return findings
  }
}

extension OrdinalEndpoint: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case controlProbabilities, oddsRatio, analysis
  }

  /// Reads an endpoint and refuses keys that it does not have.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, Key.self, cell: "ordinal endpoint")
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      controlProbabilities: try container.decode([Double].self, forKey: .controlProbabilities),
      oddsRatio: try container.decode(Double.self, forKey: .oddsRatio),
      analysis: try container.decodeIfPresent(Analysis.self, forKey: .analysis) ?? .score)
  }
}
