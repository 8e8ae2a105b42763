/// A trial that asks whether a treatment works: endpoint, arms, error probabilities and looks.
public struct EfficacyDesign: Sendable, Hashable {
  /// What is measured, with the effect that should be found.
  public var endpoint: EfficacyEndpoint
  /// Whether all people are treated and compared with a fixed number.
  public var isSingleArm: Bool
  /// Treated people for each control.
  public var allocationRatio: Double
  /// Level and sides of the test.
  public var test: EfficacyTest
  /// Wanted probability of success at the effect; success in the direction of the effect if there are interim looks.
  public var power: Double
  /// Share of people lost before analysis.
  public var dropout: Double
  /// Interim looks, nil for none; their level, sides and power are taken from the trial.
  public var interim: GroupSequentialDesign?

  /// Describes a trial.
  ///
  /// - Parameters:
  ///   - endpoint: what is measured, with the effect that should be found.
  ///   - isSingleArm: whether all people are treated.
  ///   - allocationRatio: treated people for each control.
  ///   - test: level and sides.
  ///   - power: wanted probability of success.
  ///   - dropout: share of people lost before analysis.
  ///   - interim: interim looks.
  public init(
    endpoint: EfficacyEndpoint, isSingleArm: Bool = false, allocationRatio: Double = 1,
    test: EfficacyTest = EfficacyTest(), power: Double = 0.8, dropout: Double = 0,
    interim: GroupSequentialDesign? = nil
  ) {
    self.endpoint = endpoint
    self.isSingleArm = isSingleArm
    self.allocationRatio = allocationRatio
    self.test = test
    self.power = power
    self.dropout = dropout
    self.interim = interim
  }

  /// The interim looks with level, sides and power of the trial.
  public var sequential: GroupSequentialDesign? {
    guard var design = interim else { return nil }
    design.significance = test.significance
    design.isTwoSided = test.isTwoSided
    design.power = power
    return design
  }

  /// Throws if the trial cannot be planned; all findings together.
  ///
  /// - Throws: `EfficacyError` naming the field.
  public func validate() throws(EfficacyError) { try EfficacyError.require(findings()) }

  /// What is wrong with the trial; nothing if it can be planned.
  public func findings() -> [EfficacyError] {
    var findings = endpoint.findings(isSingleArm: isSingleArm) + test.findings()
    findings += EfficacyError.probability(power, "power")
    if power <= test.significance {
      findings.append(
        .outOfRange(
          cell: "power", allowed: "above the significance level, \(test.significance)", found: power))
    }
    findings += EfficacyError.between(allocationRatio, 0.01, 100, "allocationRatio")
    if !(dropout >= 0 && dropout < 1) {
      findings.append(.outOfRange(cell: "dropout", allowed: "0 or more and below 1", found: dropout))
    }
    if let sequential { findings += sequential.findings() }
    if findings.isEmpty, !test.isTwoSided || sequential != nil,
      let drift = try? endpoint.drift(GroupSizes(treated: 100, control: isSingleArm ? 0 : 100)), drift < 0
    {
      findings.append(
        .incompatible(
          cell: "endpoint", because: "the effect must be a benefit for a one-sided test or interim looks"))
    }
    return findings
  }

  /// Sizes with so many controls (or people in a single arm), the other arm rounded up.
  func sizes(_ count: Int) -> GroupSizes {
    guard !isSingleArm else { return GroupSizes(treated: Double(count)) }
    // Products such as 0.1 * 30 must not be rounded up for a last digit.
    let treated = (allocationRatio * Double(count) - 1e-9).rounded(.up)
    return GroupSizes(treated: max(1, treated), control: Double(count))
  }

  /// Sizes of a total that need not be whole.
  func sizes(total: Double) -> GroupSizes {
    guard !isSingleArm else { return GroupSizes(treated: total) }
    let control = total / (1 + allocationRatio)
    return GroupSizes(treated: total - control, control: control)
  }
}

extension EfficacyDesign: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case endpoint, isSingleArm, allocationRatio, significance, isTwoSided, power, dropout, interim
  }

  /// Reads a trial; only the endpoint is needed.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, Key.self, cell: "efficacy design")
    let container = try decoder.container(keyedBy: Key.self)
    self.init(endpoint: try container.decode(EfficacyEndpoint.self, forKey: .endpoint))
    isSingleArm = try container.decodeIfPresent(Bool.self, forKey: .isSingleArm) ?? isSingleArm
    allocationRatio = try container.decodeIfPresent(Double.self, forKey: .allocationRatio) ?? allocationRatio
    test.significance = try container.decodeIfPresent(Double.self, forKey: .significance) ?? test.significance
    test.isTwoSided = try container.decodeIfPresent(Bool.self, forKey: .isTwoSided) ?? test.isTwoSided
    power = try container.decodeIfPresent(Double.self, forKey: .power) ?? power
    dropout = try container.decodeIfPresent(Double.self, forKey: .dropout) ?? dropout
    interim = try container.decodeIfPresent(GroupSequentialDesign.self, forKey: .interim)
  }

  /// Writes what `init(from:)` reads.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(endpoint, forKey: .endpoint)
    try container.encode(isSingleArm, forKey: .isSingleArm)
    try container.encode(allocationRatio, forKey: .allocationRatio)
    try container.encode(test.significance, forKey: .significance)
    try container.encode(test.isTwoSided, forKey: .isTwoSided)
    try container.encode(power, forKey: .power)
    try container.encode(dropout, forKey: .dropout)
    try container.encodeIfPresent(interim, forKey: .interim)
  }
}
