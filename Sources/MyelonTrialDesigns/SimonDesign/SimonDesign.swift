import MyelonStatistics

/// A single-arm trial of responders in two stages that stops for futility after the first.
///
/// Simon 1989, doi:10.1016/0197-2456(89)90015-9: stop if at most r1 of n1 respond; at the end, success if more than r of n respond.
/// All probabilities are exact binomial sums.
public struct SimonDesign: Sendable, Hashable {
  /// What is minimised.
  public enum Criterion: String, Sendable, Hashable, Codable, CaseIterable {
    /// The mean number of patients without effect.
    case optimal
    /// The largest number of patients, then the mean number.
    case minimax
  }

  /// Response rate that is of no interest.
  public var nullRate: Double
  /// Response rate that should be found.
  public var alternativeRate: Double
  /// Probability of success at the null rate, at most.
  public var significance: Double
  /// Probability of success at the alternative rate, at least.
  public var power: Double
  /// What is minimised.
  public var criterion: Criterion
  /// Most patients a design may need.
  public var maximumPatients: Int

  /// Describes a design.
  ///
  /// - Parameters:
  ///   - nullRate: response rate that is of no interest.
  ///   - alternativeRate: response rate that should be found.
  ///   - significance: probability of success at the null rate, at most.
  ///   - power: probability of success at the alternative rate, at least.
  ///   - criterion: what is minimised.
  ///   - maximumPatients: most patients a design may need, 2 to 200.
  public init(
    nullRate: Double, alternativeRate: Double, significance: Double = 0.05, power: Double = 0.8,
    criterion: Criterion = .optimal, maximumPatients: Int = 100
  ) {
    self.nullRate = nullRate
    self.alternativeRate = alternativeRate
    self.significance = significance
    self.power = power
    self.criterion = criterion
    self.maximumPatients = maximumPatients
  }

  /// What is wrong with the design; nothing if it can be used.
  public func findings() -> [EfficacyError] {
    var findings =
      EfficacyError.probability(nullRate, "nullRate")
      + EfficacyError.probability(alternativeRate, "alternativeRate")
      + EfficacyError.probability(significance, "significance") + EfficacyError.probability(power, "power")
      + EfficacyError.count(maximumPatients, 2...200, "maximumPatients")
    if !(alternativeRate > nullRate) {
      findings.append(
        .notIncreasing(cell: "alternativeRate", previous: nullRate, found: alternativeRate))
    }
    return findings
  }

  /// Throws if the design cannot be used; all findings together.
  ///
  /// - Throws: `EfficacyError` naming the field.
  public func validate() throws(EfficacyError) { try EfficacyError.require(findings()) }

  /// Searches all two-stage designs up to the largest number of patients.
  ///
  /// - Returns: the best one; among equals the smaller, then the one with the shorter first stage.
  /// - Throws: `EfficacyError` if the design cannot be used or none within the limit has the level and the power.
  public func solve() throws(EfficacyError) -> SimonPlan {
    try validate()
    guard let best = try SimonSearch(self).best() else {
      throw .unreachable(
        cell: "two-stage design", required: "level \(significance) and power \(power)",
        searched: "up to \(maximumPatients) patients")
    }
    return best
  }
}

extension SimonDesign: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case nullRate, alternativeRate, significance, power, criterion, maximumPatients
  }

  /// Reads a design; only the rates are needed.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, Key.self, cell: "two-stage design")
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      nullRate: try container.decode(Double.self, forKey: .nullRate),
      alternativeRate: try container.decode(Double.self, forKey: .alternativeRate))
    significance = try container.decodeIfPresent(Double.self, forKey: .significance) ?? significance
    power = try container.decodeIfPresent(Double.self, forKey: .power) ?? power
    criterion = try container.decodeIfPresent(Criterion.self, forKey: .criterion) ?? criterion
    maximumPatients = try container.decodeIfPresent(Int.self, forKey: .maximumPatients) ?? maximumPatients
  }
}
