/// How large a trial must be and what it leads to.
public struct EfficacySize: Sendable, Hashable, Encodable {
  /// The trial.
  public let design: EfficacyDesign
  /// People analysed in each arm, whole numbers.
  public let sizes: GroupSizes
  /// People that a trial without interim looks would need, in fractions.
  public let fixedTotal: Double
  /// Power with these whole numbers.
  public let power: Double
  /// Bounds of the interim looks; nil without any.
  public let plan: GroupSequentialPlan?

  /// People analysed in both arms.
  public var total: Int { Int(sizes.total) }

  /// People to enrol so that as many are left for analysis.
  public var enrolled: Int {
    func inflated(_ count: Double) -> Double { (count / (1 - design.dropout) - 1e-9).rounded(.up) }
    return Int(inflated(sizes.treated) + inflated(sizes.control))
  }

  /// Mean of Z at full information with the planned effect; nil without interim looks.
  public var drift: Double? {
    plan.map { design.effectiveDrift(sizes, $0, fixedTotal: fixedTotal) }
  }

  /// People analysed at each look, in fractions; one entry without interim looks.
  public var lookTotals: [Double] {
    guard let plan else { return [sizes.total] }
    return plan.informationFractions.map { $0 * sizes.total }
  }

  /// Mean number of people analysed without and with the planned effect; both the total without interim looks.
  public var expectedTotals: (null: Double, alternative: Double) {
    guard let plan else { return (sizes.total, sizes.total) }
    return (
      plan.null.expectedInformation * sizes.total, plan.alternative.expectedInformation * sizes.total
    )
  }

  /// The size and its meaning as a table.
  public var table: DesignTable {
    let test = design.test
    var notes = [
      design.endpoint.label,
      "level \(test.significance) \(test.isTwoSided ? "two-sided" : "one-sided"), wanted power \(design.power)",
      "without interim looks \(Wording.decimal(fixedTotal, 2)) people would be needed",
    ]
    if plan != nil {
      let expected = expectedTotals
      notes.append(
        "on average \(Wording.decimal(expected.null, 1)) people are analysed without effect, "
          + "\(Wording.decimal(expected.alternative, 1)) with the planned effect")
    }
    var rows = [
      ["treated", Wording.decimal(sizes.treated, 0)], ["control", Wording.decimal(sizes.control, 0)],
      ["both arms", "\(total)"], ["to enrol (dropout \(Wording.percent(design.dropout)))", "\(enrolled)"],
      ["power", Wording.decimal(power, 4)],
    ]
    if design.isSingleArm { rows.remove(at: 1) }
    return DesignTable(title: "Sample size", columns: ["", "people"], rows: rows, notes: notes)
  }
}

extension EfficacySize: Decodable {
  private enum StoredKey: String, CodingKey {
    case design
  }

  /// Reads the trial and computes its size again, so that both always fit.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: StoredKey.self)
    self = try container.decode(EfficacyDesign.self, forKey: .design).size()
  }
}
