/// How much each combination of toxicity and efficacy is worth, from 0 to 100.
///
/// Utilities must be additive, effective and harmless + ineffective and toxic = ineffective and harmless + effective and toxic, so that counts of
/// toxicities and efficacies suffice and need not be crossed.
public struct OutcomeUtility: Codable, Sendable, Hashable {
  /// Efficacy without toxicity.
  public var effectiveHarmless: Double
  /// Neither.
  public var ineffectiveHarmless: Double
  /// Both.
  public var effectiveToxic: Double
  /// Toxicity without efficacy.
  public var ineffectiveToxic: Double

  /// Describes utilities; the defaults are those of the paper on BOIN12.
  ///
  /// - Parameters:
  ///   - effectiveHarmless: efficacy without toxicity.
  ///   - ineffectiveHarmless: neither.
  ///   - effectiveToxic: both.
  ///   - ineffectiveToxic: toxicity without efficacy.
  public init(
    effectiveHarmless: Double = 100, ineffectiveHarmless: Double = 40, effectiveToxic: Double = 60,
    ineffectiveToxic: Double = 0
  ) {
    self.effectiveHarmless = effectiveHarmless
    self.ineffectiveHarmless = ineffectiveHarmless
    self.effectiveToxic = effectiveToxic
    self.ineffectiveToxic = ineffectiveToxic
  }

  /// What is wrong with the utilities; nothing if they can be used.
  public func findings() -> [TrialDesignError] {
    var findings: [TrialDesignError] = []
    for (name, value) in [
      ("effectiveHarmless", effectiveHarmless), ("ineffectiveHarmless", ineffectiveHarmless),
      ("effectiveToxic", effectiveToxic), ("ineffectiveToxic", ineffectiveToxic),
    ] where !(0...100 ~= value) {
      findings.append(.outOfRange(cell: "utility, \(name)", allowed: "0 to 100", found: value))
    }
    let excess = effectiveHarmless + ineffectiveToxic - ineffectiveHarmless - effectiveToxic
    if abs(excess) > 1e-9 {
      findings.append(
        .outOfRange(
          cell: "utility, effectiveHarmless + ineffectiveToxic - ineffectiveHarmless - effectiveToxic",
          allowed: "0 (additive utilities)", found: excess))
    }
    if !(effectiveHarmless > ineffectiveToxic) {
      findings.append(
        .notIncreasing(
          cell: "utility, effectiveHarmless", previous: ineffectiveToxic, found: effectiveHarmless))
    }
    return findings
  }

  /// Mean utility, as a share of 100, for independent rates.
  ///
  /// - Parameters:
  ///   - toxicity: rate of toxicity.
  ///   - efficacy: rate of efficacy.
  /// - Returns: the utility from 0 to 1.
  public func mean(toxicity: Double, efficacy: Double) -> Double {
    (ineffectiveToxic + (ineffectiveHarmless - ineffectiveToxic) * (1 - toxicity)
      + (effectiveToxic - ineffectiveToxic) * efficacy) / 100
  }
}
