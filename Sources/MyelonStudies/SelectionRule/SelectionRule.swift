import MyelonStatistics

/// What may be read off a table of strata about who is to be chosen for a treatment.
public struct SelectionRule: Sendable, Hashable, Codable {
  /// What a table says.
  public enum Finding: String, Sendable, Hashable, Codable {
    /// Some strata gain more than others, by intervals that do not meet, and what they gain reaches the margin.
    case select
    /// Some strata gain more than others, but none shows a mean gain of the margin.
    case belowMargin
    /// The strata differ, but none shows a gain at all.
    case noGain
    /// The intervals of all strata meet.
    case overlapping
    /// Fewer than two strata hold enough members to be compared.
    case tooFew
    /// All members have the same value.
    case noVariation
  }

  /// What the table says.
  public let finding: Finding
  /// Numbers of the strata that gain more than those of `inferior`; empty where nothing separates.
  public let favoured: [Int]
  /// Numbers of the strata that gain less.
  public let inferior: [Int]
  /// Numbers of the strata of which the table tells neither, those too small included.
  public let undecided: [Int]
  /// The finding as plain text.
  public let text: String

  /// Fewest effective members of a stratum that is set against another.
  ///
  /// Assumed because of twenty members without a gain a share of 14 % who gain cannot be excluded (1 - 0.05^(1/20)), and
  /// fewer say nothing.
  public static let fewest = 20.0
}

extension SelectionRule {
  /// What a rule is about, for its text.
  struct Subject {
    let arm: String
    let against: String
    let outcome: String
    let unit: String
    let margin: Double
    let biomarker: String
    let confidence: Double
  }

  /// Reads a table.
  ///
  /// The stratum with the highest mean leads. Those whose interval ends below where its own begins are inferior; those
  /// whose interval begins above where all of the inferior end are favoured; the rest is undecided.
  init(_ strata: [BiomarkerStratum], about subject: Subject) {
    let large = strata.indices.filter {
      strata[$0].benefit != nil && strata[$0].effectiveSize >= Self.fewest
    }
    let means = large.compactMap { index in strata[index].benefit.map { (index, $0) } }
    let rest = { (decided: [Int]) in strata.indices.filter { !decided.contains($0) } }
    guard let leader = means.max(by: { $0.1.value < $1.1.value }), means.count >= 2 else {
      let finding: Finding = strata.filter { $0.members > 0 }.count < 2 ? .noVariation : .tooFew
      self.init(finding, [], [], rest([]), strata, subject)
      return
    }
    let inferior = means.filter { $0.1.high < leader.1.low }
    guard let ceiling = inferior.map(\.1.high).max() else {
      self.init(.overlapping, [], [], rest([]), strata, subject)
      return
    }
    let favoured = means.filter { $0.1.low > ceiling }
    let decided = (favoured + inferior).map(\.0)
    let finding: Finding =
      leader.1.low <= 0 ? .noGain : leader.1.value < subject.margin ? .belowMargin : .select
    self.init(finding, favoured.map(\.0), inferior.map(\.0), rest(decided), strata, subject)
  }

  private init(
    _ finding: Finding, _ favoured: [Int], _ inferior: [Int], _ undecided: [Int],
    _ strata: [BiomarkerStratum], _ subject: Subject
  ) {
    self.finding = finding
    self.favoured = favoured
    self.inferior = inferior
    self.undecided = undecided
    text = Self.text(finding, favoured, inferior, undecided, strata, subject)
  }

  private static func text(
    _ finding: Finding, _ favoured: [Int], _ inferior: [Int], _ undecided: [Int],
    _ strata: [BiomarkerStratum], _ subject: Subject
  ) -> String {
    func list(_ chosen: [Int], _ withNumbers: Bool) -> String {
      chosen.map { index in
        guard withNumbers, let benefit = strata[index].benefit else { return strata[index].label }
        return "\(strata[index].label) (mean benefit \(ForecastText.number(benefit.value)), "
          + "\(ForecastText.number(benefit.low)) to \(ForecastText.number(benefit.high)))"
      }.joined(separator: "; ")
    }
    let level = ForecastText.number(100 * subject.confidence)
    let marker = OutcomeTitle.inSentence(subject.biomarker)
    let what =
      "the benefit of '\(subject.arm)' over '\(subject.against)' in \(OutcomeTitle.inSentence(subject.outcome))"
    let differ =
      "In this ensemble \(what) is larger where \(marker) is \(list(favoured, true)) than where it is "
      + "\(list(inferior, true)); the intervals hold together at \(level) %."
    let open = undecided.isEmpty ? "" : " Nothing can be told of: \(list(undecided, false))."
    let margin = ForecastText.quantity(subject.margin, subject.unit)
    switch finding {
    case .select:
      let others = inferior.compactMap { strata[$0].benefit?.value }
      let isOrder = others.allSatisfy { $0 >= subject.margin }
      return
        "\(differ)\(open) By this table one would \(isOrder ? "first choose" : "choose") those with \(marker) "
        + list(favoured, false) + (isOrder ? "; the others reach the margin of \(margin) as well." : ".")
    case .belowMargin:
      return
        "\(differ)\(open) But the mean gain stays below the margin of \(margin) in every stratum that can be judged, so "
        + "that no rule can be read off."
    case .noGain:
      return "\(differ)\(open) But no stratum shows a gain, so that no rule can be read off."
    case .overlapping:
      return
        "No rule can be read off: the intervals of \(what) overlap in all strata of \(marker) that can be judged."
    case .tooFew:
      return
        "No rule can be read off: fewer than two strata of \(marker) hold \(ForecastText.number(fewest)) effective "
        + "members."
    case .noVariation:
      return "No rule can be read off: all members fall into one stratum of \(marker)."
    }
  }
}
