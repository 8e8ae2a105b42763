import Foundation
import MyelonStatistics

extension GroupSequentialPlan {
  /// What the true effect is taken to be when looking ahead.
  public enum Outlook: Sendable, Hashable, Codable {
    /// No effect.
    case null
    /// The effect the trial was planned for.
    case planned
    /// The effect estimated so far.
    case currentTrend
    /// A drift: the true effect over its standard error at full information.
    case drift(Double)
  }

  /// Probability of success at the end, given an interim result.
  ///
  /// Jennison & Turnbull 2000, chapter 10: from (look, z) on, the remaining looks are a sequential trial of their own with the
  /// remaining information. Bounds for futility are ignored; success is on the side of larger Z.
  ///
  /// - Parameters:
  ///   - look: the look that has been made, from 1; not the last.
  ///   - statistic: Z at that look.
  ///   - outlook: what the true effect is taken to be.
  /// - Returns: a probability.
  /// - Throws: `EfficacyError` if the look is not an interim one or Z is not finite.
  public func conditionalPower(look: Int, statistic: Double, outlook: Outlook = .planned)
    throws(EfficacyError) -> Double
  {
    try check(look: look, statistic: statistic, last: informationFractions.count - 1)
    let now = informationFractions[look - 1]
    let drift: Double
    switch outlook {
    case .null: drift = 0
    case .planned: drift = self.drift
    case .currentTrend: drift = statistic / now.squareRoot()
    case .drift(let value): drift = value
    }
    return conditionalPower(look: look, statistic: statistic, drift: drift)
  }

  /// Conditional power averaged over what the data say of the effect, with a flat prior.
  ///
  /// Spiegelhalter, Freedman & Blackburn 1986, doi:10.1016/0197-2456(86)90003-6: drift given Z is normal with mean Z / √t and variance 1 / t.
  ///
  /// - Parameters:
  ///   - look: the look that has been made, from 1; not the last.
  ///   - statistic: Z at that look.
  /// - Returns: a probability.
  /// - Throws: `EfficacyError` if the look is not an interim one or Z is not finite.
  public func predictivePower(look: Int, statistic: Double) throws(EfficacyError) -> Double {
    try check(look: look, statistic: statistic, last: informationFractions.count - 1)
    let now = informationFractions[look - 1]
    let mean = statistic / now.squareRoot()
    let deviation = 1 / now.squareRoot()
    var sum = 0.0
    let rule = GaussLegendre(count: 64)
    for (node, weight) in zip(rule.nodes, rule.weights) {
      let z = 8 * node
      sum +=
        8 * weight * NormalDistribution.standard.density(z)
        * conditionalPower(look: look, statistic: statistic, drift: mean + deviation * z)
    }
    return sum
  }

  private func conditionalPower(look: Int, statistic: Double, drift: Double) -> Double {
    let now = informationFractions[look - 1]
    let left = 1 - now
    let score = statistic * now.squareRoot()
    let later = informationFractions[look...]
    let upper = zip(later, successBounds[look...]).map { t, bound in
      (bound * t.squareRoot() - score) / (t - now).squareRoot()
    }
    let lower = zip(later, successBounds[look...]).map { t, bound in
      design.isTwoSided ? (-bound * t.squareRoot() - score) / (t - now).squareRoot() : -.infinity
    }
    return StageProbabilities(
      fractions: later.map { ($0 - now) / left }, upper: upper, lower: lower,
      drift: drift * left.squareRoot()
    ).totalSuccess
  }

  /// Whether to go on after a look, with the reason.
  ///
  /// - Parameters:
  ///   - look: the look that has been made, from 1.
  ///   - statistic: Z at that look, larger being better.
  /// - Returns: the advice.
  /// - Throws: `EfficacyError` if the look does not exist or Z is not finite.
  public func recommendation(look: Int, statistic: Double) throws(EfficacyError) -> MonitoringAdvice {
    try check(look: look, statistic: statistic, last: informationFractions.count)
    let z = Wording.decimal(statistic, 4)
    let bound = Wording.decimal(successBounds[look - 1], 4)
    let isLast = look == informationFractions.count
    if statistic >= successBounds[look - 1] {
      return MonitoringAdvice(
        .stopForSuccess, reason: "look \(look): Z \(z) is at or above the bound for success, \(bound)")
    }
    if design.isTwoSided, statistic <= -successBounds[look - 1] {
      return MonitoringAdvice(
        .stopForHarm, reason: "look \(look): Z \(z) is at or below the lower bound, -\(bound)")
    }
    if isLast {
      return MonitoringAdvice(
        .endWithoutSuccess, reason: "last look: Z \(z) is below the bound for success, \(bound)")
    }
    let power = Wording.percent(
      try conditionalPower(look: look, statistic: statistic, outlook: .currentTrend))
    if let futility = futilityBounds?[look - 1], statistic < futility {
      let limit = Wording.decimal(futility, 4)
      return MonitoringAdvice(
        .stopForFutility,
        reason: "look \(look): Z \(z) is below the bound for futility, \(limit); "
          + "conditional power at the current trend \(power)")
    }
    return MonitoringAdvice(
      .goOn,
      reason: "look \(look): Z \(z) is within the bounds (success at \(bound)); "
        + "conditional power at the current trend \(power)")
  }

  func check(look: Int, statistic: Double, last: Int) throws(EfficacyError) {
    guard last >= 1 else {
      throw .incompatible(cell: "look", because: "a design with a single look has no interim look")
    }
    var findings = EfficacyError.count(look, 1...last, "look")
    findings += EfficacyError.finite(statistic, "look \(look), Z")
    try EfficacyError.require(findings)
  }
}
