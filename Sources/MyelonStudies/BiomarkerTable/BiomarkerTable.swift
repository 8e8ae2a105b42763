import MyelonStatistics

/// The benefit of one arm over another by strata of a biomarker.
public struct BiomarkerTable: Sendable, Hashable, Codable {
  /// Where a biomarker's values come from.
  public enum Origin: String, Sendable, Hashable, Codable {
    /// The first visit in the arm that is set against.
    case firstVisit
    /// A parameter that varies between members.
    case parameter
  }

  /// Name of the biomarker.
  public let biomarker: String
  /// Its unit.
  public let biomarkerUnit: String
  /// What it means.
  public let meaning: String
  /// Where its values come from.
  public let origin: Origin
  /// Whether the strata are terciles of the members; if not, the cut points were given, or each value of a code is a
  /// stratum.
  public let areTerciles: Bool
  /// Values that separate the strata, ascending.
  public let cuts: [Double]
  /// Share of the weight of members whose biomarker is another in the arm that is judged; 0 for parameters.
  ///
  /// A treatment that begins before the first visit has then changed it, so that it is no baseline any more.
  public let alteredShare: Double
  /// The arm that is judged.
  public let arm: String
  /// The arm that it is set against.
  public let against: String
  /// What was measured.
  public let outcome: String
  /// Unit of outcome, margin and benefit.
  public let unit: String
  /// Day of the visit.
  public let day: Double
  /// Margin by which an arm must differ.
  public let margin: Double
  /// Confidence with which the intervals of all strata hold together.
  public let confidence: Double
  /// Members that have the biomarker, and the outcome in both arms.
  public let coverage: MemberCoverage
  /// The strata, from low to high values.
  public let strata: [BiomarkerStratum]
  /// What may be read off.
  public let rule: SelectionRule
}

extension BiomarkerTable {
  /// Puts the members into strata and sums up each.
  init(
    _ marker: BiomarkerValues, _ pair: ForecastComparison.Pair, outcome: StudyOutcome, day: Double,
    margin: ForecastMargin, benefits: [Double], table: ForecastTable, settings: ForecastSettings
  ) throws(ForecastError) {
    biomarker = marker.name
    biomarkerUnit = marker.unit
    meaning = marker.meaning
    origin = marker.origin
    areTerciles = marker.areTerciles
    cuts = marker.cuts
    alteredShare = marker.alteredShare
    arm = pair.arm
    against = pair.against
    self.outcome = margin.outcome
    unit = outcome.unit
    self.day = day
    self.margin = margin.value
    confidence = settings.confidence
    let known = zip(benefits, marker.values).map { !$0.isNaN && !$1.isNaN }
    coverage = MemberCoverage(known: known, weights: table.weights)
    strata = try Self.strata(marker, benefits: benefits, known: known, margin: margin.value, table, settings)
    rule = SelectionRule(
      strata,
      about: SelectionRule.Subject(
        arm: arm, against: against, outcome: self.outcome, unit: unit, margin: margin.value,
        biomarker: biomarker, confidence: confidence))
  }

  private static func strata(
    _ marker: BiomarkerValues, benefits: [Double], known: [Bool], margin: Double, _ table: ForecastTable,
    _ settings: ForecastSettings
  ) throws(ForecastError) -> [BiomarkerStratum] {
    let ends: [Double?] = [nil] + marker.cuts.map { $0 } + [nil]
    let total = zip(known, table.weights).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
    // Bonferroni: each misses with its part of what all may miss with.
    let single = 1 - (1 - settings.confidence) / Double(ends.count - 1)
    var found: [BiomarkerStratum] = []
    for (from, to) in zip(ends, ends.dropFirst()) {
      let bounds = BiomarkerStratum(
        from: from, to: to, label: "", members: 0, share: 0, effectiveSize: 0, benefit: nil, better: nil,
        worse: nil)
      let own = known.indices.map { known[$0] && bounds.contains(marker.values[$0]) }
      let coverage = MemberCoverage(known: own, weights: table.weights)
      let inside = own.indices.map { own[$0] ? benefits[$0] : .nan }
      var benefit: Estimate?
      if let sample = try table.sample(inside) {
        benefit = try ForecastTable.mean(sample, confidence: single)
      }
      let shares = try BenefitShares(inside, margin: margin, table: table, confidence: settings.confidence)
      let weight = zip(own, table.weights).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
      found.append(
        BiomarkerStratum(
          from: from, to: to, label: BiomarkerStratum.label(from: from, to: to, of: marker),
          members: coverage.known, share: total > 0 ? weight / total : 0,
          effectiveSize: coverage.effectiveSize, benefit: benefit, better: shares.better,
          worse: shares.worse))
    }
    return found
  }
}
