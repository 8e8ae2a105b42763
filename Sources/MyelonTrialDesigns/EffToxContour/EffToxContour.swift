import Foundation

/// The trade-off between efficacy and toxicity in EffTox: curves of equal utility around the ideal point.
///
///     u = 1 - (((1 - πE)/(1 - πE0))^p + (πT/πT1)^p)^(1/p)
///
/// u is 0 on the curve through (πE0, 0), a rate of efficacy that would be enough without toxicity, (1, πT1), a rate of toxicity that would be
/// acceptable with certain efficacy, and a third point (πE*, πT*) that is as good, which fixes p. u is 1 at the ideal point (1, 0). Thall & Cook
/// 2004, doi:10.1111/j.0006-341X.2004.00218.x; this form: Cook 2006, "Efficacy-toxicity trade-offs based on L^p norms".
public struct EffToxContour: Codable, Sendable, Hashable {
  /// Efficacy that would be enough without toxicity, πE0.
  public let efficacyWithoutToxicity: Double
  /// Toxicity that would be acceptable with certain efficacy, πT1.
  public let toxicityWithCertainEfficacy: Double
  /// Efficacy of the third point, πE*.
  public let efficacy: Double
  /// Toxicity of the third point, πT*.
  public let toxicity: Double
  /// The exponent p: 1 for straight lines, above for curves that bulge towards the ideal point's opposite.
  public let exponent: Double

  /// Fits the curve to three points of equal utility.
  ///
  /// - Parameters:
  ///   - efficacyWithoutToxicity: πE0 in (0, 1).
  ///   - toxicityWithCertainEfficacy: πT1 in (0, 1).
  ///   - efficacy: πE* of the third point, above πE0.
  ///   - toxicity: πT* of the third point, below πT1.
  /// - Throws: `TrialDesignError` naming the point.
  public init(
    efficacyWithoutToxicity: Double, toxicityWithCertainEfficacy: Double, efficacy: Double, toxicity: Double
  ) throws(TrialDesignError) {
    var findings = TrialDesignError.probability(efficacyWithoutToxicity, "efficacyWithoutToxicity")
    findings += TrialDesignError.probability(toxicityWithCertainEfficacy, "toxicityWithCertainEfficacy")
    if !(efficacy > efficacyWithoutToxicity && efficacy < 1) {
      findings.append(
        .outOfRange(
          cell: "efficacy of the third point", allowed: "above efficacyWithoutToxicity and below 1",
          found: efficacy))
    }
    if !(toxicity > 0 && toxicity < toxicityWithCertainEfficacy) {
      findings.append(
        .outOfRange(
          cell: "toxicity of the third point", allowed: "above 0 and below toxicityWithCertainEfficacy",
          found: toxicity))
    }
    try TrialDesignError.require(findings)
    self.efficacyWithoutToxicity = efficacyWithoutToxicity
    self.toxicityWithCertainEfficacy = toxicityWithCertainEfficacy
    self.efficacy = efficacy
    self.toxicity = toxicity
    let a = log((1 - efficacy) / (1 - efficacyWithoutToxicity))
    let b = log(toxicity / toxicityWithCertainEfficacy)
    // exp(p a) + exp(p b) falls from 2 to 0 as p rises, because a and b are negative.
    var low = 0.0
    var high = 1.0
    while exp(high * a) + exp(high * b) > 1 { high *= 2 }
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { break }
      if exp(middle * a) + exp(middle * b) > 1 { low = middle } else { high = middle }
    }
    exponent = (low + high) / 2
  }

  /// Utility of rates of efficacy and toxicity.
  ///
  /// - Parameters:
  ///   - efficacy: rate of efficacy in [0, 1].
  ///   - toxicity: rate of toxicity in [0, 1].
  /// - Returns: the utility, at most 1, and 0 on the fitted curve.
  public func utility(efficacy: Double, toxicity: Double) -> Double {
    let a = pow((1 - efficacy) / (1 - efficacyWithoutToxicity), exponent)
    let b = pow(toxicity / toxicityWithCertainEfficacy, exponent)
    return 1 - pow(a + b, 1 / exponent)
  }

  /// The toxicity that gives a utility at a rate of efficacy: one point of a curve of equal utility.
  ///
  /// - Parameters:
  ///   - utility: the utility, below 1.
  ///   - efficacy: rate of efficacy in [0, 1].
  /// - Returns: the toxicity in [0, 1]; nil if the curve does not reach there.
  public func toxicity(utility: Double, efficacy: Double) -> Double? {
    let rest = pow(1 - utility, exponent) - pow((1 - efficacy) / (1 - efficacyWithoutToxicity), exponent)
    guard utility <= 1, rest >= 0 else { return nil }
    let toxicity = toxicityWithCertainEfficacy * pow(rest, 1 / exponent)
    return toxicity <= 1 ? toxicity : nil
  }
}

extension EffToxContour {
  private enum Key: String, CodingKey {
    case efficacyWithoutToxicity, toxicityWithCertainEfficacy, efficacy, toxicity
  }

  /// Reads the three points; the exponent follows from them.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    try self.init(
      efficacyWithoutToxicity: try container.decode(Double.self, forKey: .efficacyWithoutToxicity),
      toxicityWithCertainEfficacy: try container.decode(Double.self, forKey: .toxicityWithCertainEfficacy),
      efficacy: try container.decode(Double.self, forKey: .efficacy),
      toxicity: try container.decode(Double.self, forKey: .toxicity))
  }

  /// Writes the three points.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(efficacyWithoutToxicity, forKey: .efficacyWithoutToxicity)
    try container.encode(toxicityWithCertainEfficacy, forKey: .toxicityWithCertainEfficacy)
    try container.encode(efficacy, forKey: .efficacy)
    try container.encode(toxicity, forKey: .toxicity)
  }
}
