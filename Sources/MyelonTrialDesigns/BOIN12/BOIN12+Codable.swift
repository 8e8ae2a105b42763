extension BOIN12 {
  private enum Key: String, CodingKey {
    case plan, toxicityLimit, efficacyLimit, utility, toxicityCutoff, efficacyCutoff, comparisonPatients
    case explorationPatients
  }

  /// Reads a design; all but the plan may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      plan: try container.decode(EscalationPlan.self, forKey: .plan),
      toxicityLimit: try container.value(.toxicityLimit, missing: 0.35),
      efficacyLimit: try container.value(.efficacyLimit, missing: 0.25),
      utility: try container.value(.utility, missing: OutcomeUtility()),
      toxicityCutoff: try container.value(.toxicityCutoff, missing: 0.95),
      efficacyCutoff: try container.value(.efficacyCutoff, missing: 0.9),
      comparisonPatients: try container.value(.comparisonPatients, missing: 6),
      explorationPatients: try container.value(.explorationPatients, missing: 9))
  }
}
