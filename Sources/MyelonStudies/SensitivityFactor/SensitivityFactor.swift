import MyelonQuantities
import MyelonStatistics

/// What a sensitivity study varies as one: a parameter with all that is known of it, or a group.
public struct SensitivityFactor: Sendable, Hashable, Codable {
  /// A number that varies.
  public struct Member: Sendable, Hashable, Codable {
    /// Identifier.
    public let id: String
    /// Symbol in the equations; nil for a number of the scenario.
    public let symbol: String?
    /// Unit of values and range.
    public let unit: String
    /// How values are spread over the range.
    public let scale: StudyParameter.Scale
    /// Lowest value.
    public let lowest: Double
    /// Highest value.
    public let highest: Double
    /// The value of a run outside any study, or nil.
    public let usual: Double?
    /// What the number means, in one sentence.
    public let meaning: String
    /// `measured`, `derived`, `fitted` or `assumed`; nil for a number of the scenario.
    public let evidence: String?
    /// The source or the reason; nil for a number of the scenario.
    public let source: String?
  }

  /// Identifier of the parameter, or name of the group.
  public let name: String
  /// The parameter, or those of the group.
  public let members: [Member]

  /// The parameter, nil for a group.
  public var parameter: Member? { members.count == 1 && members[0].id == name ? members[0] : nil }

  /// The factors of a plan.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - table: the model's parameters, for symbols and evidence; what is not in it has neither.
  /// - Returns: one factor for each index of the plan's design.
  public static func list(_ plan: SensitivityPlan, table: ParameterTable) -> [SensitivityFactor] {
    zip(plan.factors.names, plan.factors.members).map { name, members in
      SensitivityFactor(
        name: name,
        members: members.map { member(plan.parameters[$0], table.parameter(plan.parameters[$0].name)) }
      )
    }
  }

  private static func member(_ varied: StudyParameter, _ known: Parameter?) -> Member {
    Member(
      id: varied.name, symbol: known?.symbol, unit: varied.unit, scale: varied.scale,
      lowest: varied.range.lowerBound, highest: varied.range.upperBound, usual: varied.usual,
      meaning: varied.meaning, evidence: known?.evidence.kind, source: known?.evidence.text)
  }
}
