import MyelonStatistics

/// What an analysis says of the effect of a treatment.
public struct EffectResult: Sendable, Hashable, Codable {
  /// What was estimated, with its scale.
  public let name: String
  /// The effect, positive for a benefit, with its interval.
  public let estimate: Estimate
  /// The statistic of the test.
  public let statistic: Double
  /// Degrees of freedom of a t test; nil for other tests.
  public let degreesOfFreedom: Double?
  /// Two-sided p-value.
  public let pValue: Double
  /// One-sided p-value: probability of as much benefit without effect.
  public let benefitPValue: Double
  /// People analysed.
  public let people: Int

  /// The normal score of the one-sided p-value: the Z that group-sequential bounds are compared with.
  public var z: Double {
    let normal = NormalDistribution.standard
    return benefitPValue <= 0.5
      ? normal.upperQuantile(benefitPValue) : -normal.upperQuantile(1 - benefitPValue)
  }

  /// Whether a test succeeds.
  ///
  /// - Parameter test: level and sides; a two-sided test succeeds in either direction.
  /// - Returns: whether the p-value is at most the level.
  public func isSignificant(_ test: EfficacyTest) -> Bool {
    (test.isTwoSided ? pValue : benefitPValue) <= test.significance
  }

  /// The result as a sentence.
  public var sentence: String {
    let freedom = degreesOfFreedom.map { ", \(Wording.decimal($0, 1)) degrees of freedom" } ?? ""
    return "\(name): \(Wording.decimal(estimate.value)) (\(Wording.decimal(estimate.low)) to "
      + "\(Wording.decimal(estimate.high))), two-sided p \(Wording.decimal(pValue, 4)), "
      + "one-sided p \(Wording.decimal(benefitPValue, 4)), statistic \(Wording.decimal(statistic))\(freedom), "
      + "\(people) people"
  }
}
