import MyelonSimulation
import MyelonTherapies

/// What each component of an arm contributed: the full protocol against copies of it without one component.
///
/// A contribution is the outcome of the full protocol minus that without the component. Contributions add up to
/// the full effect only when components act independently.
public struct ComponentTable: Sendable, Hashable, Codable {
  /// Name of the arm with the full protocol.
  public let arm: String
  /// Name of the untreated arm, or nil.
  public let untreated: String?
  /// The copies, in the scenario's order.
  public let copies: [Copy]
  /// Components of the full protocol of which no copy tells what they contributed.
  public let missing: [String]
  /// One row a measure.
  public let rows: [Row]

  /// A copy of the arm without one component.
  public struct Copy: Sendable, Hashable, Codable {
    /// Name of the copy.
    public let arm: String
    /// Component that was left out.
    public let removed: String
    /// Other components that the copy lacks too, because they hang on it.
    public let alsoRemoved: [String]
  }

  /// The tables of all arms that have copies.
  public static func all(of record: RunRecord, comparison: ArmComparison) -> [ComponentTable] {
    record.scenario.arms.compactMap { arm in
      guard let full = comparison[arm.name] else { return nil }
      let copies = record.scenario.arms.filter { $0.componentOf == arm.name && comparison[$0.name] != nil }
      guard !copies.isEmpty else { return nil }
      return ComponentTable(full, plan: arm, copies: copies, comparison: comparison)
    }
  }

  private init(
    _ full: ArmOutcomes, plan: Scenario.Arm, copies: [Scenario.Arm], comparison: ArmComparison
  ) {
    arm = full.name
    let reference = comparison.untreated(for: full)
    untreated = reference?.name
    let names = plan.therapies.interventions.map(\.name)
    self.copies = copies.map { copy in
      let kept = Set(copy.therapies.interventions.map(\.name))
      let removed = copy.removed ?? copy.name
      return Copy(
        arm: copy.name, removed: removed,
        alsoRemoved: names.filter { !kept.contains($0) && $0 != removed })
    }
    let told = Set(copies.compactMap(\.removed))
    let missing = names.filter { !told.contains($0) }
    self.missing = missing
    let outcomes = copies.compactMap { comparison[$0.name] }
    rows = comparison.measures.compactMap { measure in
      guard let value = full.values[measure.id] else { return nil }
      return Row(
        measure, full: value, untreated: reference?.values[measure.id],
        without: outcomes.map { $0.values[measure.id] }, isComplete: missing.isEmpty)
    }
  }
}
