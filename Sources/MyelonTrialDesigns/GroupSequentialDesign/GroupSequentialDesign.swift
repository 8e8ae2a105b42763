import MyelonStatistics

/// A trial with looks at the data before its end, and bounds that keep the chance of a false success.
///
/// Jennison & Turnbull 2000, "Group Sequential Methods with Applications to Clinical Trials". Any estimate whose
/// standardised statistic has independent increments in information (means, ANCOVA, mixed models, log odds ratios) can
/// be monitored with it.
public struct GroupSequentialDesign: Sendable, Hashable {
  /// Shares of the full information at the looks, rising, the last one 1.
  public var informationFractions: [Double]
  /// How bounds for success are chosen.
  public var efficacy: EfficacyBoundary
  /// How bounds for futility are chosen; nil for none.
  public var futility: FutilityBoundary?
  /// Probability of a false success: of one side, or of both sides of a two-sided test together.
  public var significance: Double
  /// Whether either direction counts as success.
  public var isTwoSided: Bool
  /// Wanted probability of success in the direction of larger Z.
  public var power: Double

  /// Most looks a design may have.
  public static let maximumLooks = 50

  /// Describes a design.
  ///
  /// - Parameters:
  ///   - informationFractions: shares of the full information at the looks.
  ///   - efficacy: how bounds for success are chosen.
  ///   - futility: how bounds for futility are chosen.
  ///   - significance: probability of a false success.
  ///   - isTwoSided: whether either direction counts.
  ///   - power: wanted probability of success.
  public init(
    informationFractions: [Double], efficacy: EfficacyBoundary = .spending(.obrienFleming),
    futility: FutilityBoundary? = nil, significance: Double = 0.025, isTwoSided: Bool = false,
    power: Double = 0.8
  ) {
    self.informationFractions = informationFractions
    self.efficacy = efficacy
    self.futility = futility
    self.significance = significance
    self.isTwoSided = isTwoSided
    self.power = power
  }

  /// A design with equally spaced looks.
  ///
  /// - Parameters:
  ///   - looks: number of looks.
  ///   - efficacy: how bounds for success are chosen.
  ///   - futility: how bounds for futility are chosen.
  ///   - significance: probability of a false success.
  ///   - isTwoSided: whether either direction counts.
  ///   - power: wanted probability of success.
  public init(
    looks: Int, efficacy: EfficacyBoundary = .spending(.obrienFleming), futility: FutilityBoundary? = nil,
    significance: Double = 0.025, isTwoSided: Bool = false, power: Double = 0.8
  ) {
    let count = max(0, looks)
    self.init(
      informationFractions: (0..<count).map { Double($0 + 1) / Double(count) }, efficacy: efficacy,
      futility: futility, significance: significance, isTwoSided: isTwoSided, power: power)
  }

  /// Significance level of one side.
  public var oneSidedSignificance: Double { isTwoSided ? significance / 2 : significance }

  /// Throws if the design cannot be used; all findings together.
  ///
  /// - Throws: `EfficacyError` naming the field.
  public func validate() throws(EfficacyError) { try EfficacyError.require(findings()) }

  /// What is wrong with the design; nothing if it can be used.
  public func findings() -> [EfficacyError] {
    var findings = fractionFindings()
    findings += EfficacyError.between(significance, 0, isTwoSided ? 1 : 0.5, "significance")
    findings += EfficacyError.probability(power, "power")
    if power <= oneSidedSignificance {
      findings.append(
        .outOfRange(
          cell: "power", allowed: "above the significance level of one side, \(oneSidedSignificance)",
          found: power))
    }
    findings += efficacyFindings() + futilityFindings()
    return findings
  }

  private func fractionFindings() -> [EfficacyError] {
    let cell = "informationFractions"
    var findings = EfficacyError.count(
      informationFractions.count, 1...Self.maximumLooks, "\(cell), number of looks")
    var previous = 0.0
    for (look, value) in informationFractions.enumerated() {
      // Looks closer than this have no separate meaning and would need an endlessly fine grid.
      if !(value >= previous + 1e-3) {
        findings.append(
          .notIncreasing(
            cell: "\(cell), look \(look + 1) (steps of at least 0.001)", previous: previous, found: value))
      }
      previous = value
    }
    if let last = informationFractions.last, last != 1 {
      findings.append(.outOfRange(cell: "\(cell), last look", allowed: "1", found: last))
    }
    return findings
  }

  private func efficacyFindings() -> [EfficacyError] {
    switch efficacy {
    case .obrienFleming, .pocock: return []
    case .wangTsiatis(let shape):
      return abs(shape) <= 2
        ? [] : [.outOfRange(cell: "efficacy, wangTsiatis", allowed: "-2 to 2", found: shape)]
    case .spending(let function): return function.findings("efficacy")
    case .given(let bounds):
      return Self.boundFindings(bounds, count: informationFractions.count, "efficacy")
    }
  }

  private func futilityFindings() -> [EfficacyError] {
    guard let futility else { return [] }
    if isTwoSided {
      return [
        .incompatible(
          cell: "futility", because: "bounds for futility need a one-sided test: set isTwoSided to false")
      ]
    }
    switch futility {
    case .spending(let function, let isBinding):
      guard isBinding, case .given = efficacy else { return function.findings("futility") }
      return [
        .incompatible(
          cell: "futility", because: "binding bounds would change bounds for success that are given")
      ]
    case .given(let bounds):
      return Self.boundFindings(bounds, count: max(0, informationFractions.count - 1), "futility")
    }
  }

  private static func boundFindings(_ bounds: [Double], count: Int, _ cell: String) -> [EfficacyError] {
    guard bounds.count == count else {
      return [.wrongLength(cell: cell, required: count, found: bounds.count)]
    }
    return bounds.enumerated().flatMap { look, bound in
      abs(bound) <= 20
        ? []
        : [EfficacyError.outOfRange(cell: "\(cell), look \(look + 1)", allowed: "-20 to 20", found: bound)]
    }
  }
}

extension GroupSequentialDesign: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case informationFractions, looks, efficacy, futility, significance, isTwoSided, power
  }

  /// Reads a design; `looks: 3` may stand for equally spaced `informationFractions`, the rest may be missing.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, Key.self, cell: "group-sequential design")
    let container = try decoder.container(keyedBy: Key.self)
    let looks = try container.decodeIfPresent(Int.self, forKey: .looks) ?? 1
    guard 1...Self.maximumLooks ~= looks else {
      throw EfficacyError.outOfRange(
        cell: "looks", allowed: "1 to \(Self.maximumLooks)", found: Double(looks))
    }
    self.init(looks: looks)
    informationFractions =
      try container.decodeIfPresent([Double].self, forKey: .informationFractions) ?? informationFractions
    efficacy = try container.decodeIfPresent(EfficacyBoundary.self, forKey: .efficacy) ?? efficacy
    futility = try container.decodeIfPresent(FutilityBoundary.self, forKey: .futility)
    significance = try container.decodeIfPresent(Double.self, forKey: .significance) ?? significance
    isTwoSided = try container.decodeIfPresent(Bool.self, forKey: .isTwoSided) ?? isTwoSided
    power = try container.decodeIfPresent(Double.self, forKey: .power) ?? power
  }

  /// Writes a design.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(informationFractions, forKey: .informationFractions)
    try container.encode(efficacy, forKey: .efficacy)
    try container.encodeIfPresent(futility, forKey: .futility)
    try container.encode(significance, forKey: .significance)
    try container.encode(isTwoSided, forKey: .isTwoSided)
    try container.encode(power, forKey: .power)
  }
}
