extension BOIN12 {
  private enum Key: String, CodingKey {
    case plan, toxicityLimit, efficacyLimit, utility, toxicityCutoff, efficacyCutoff, comparisonPatients
    case explorationPatients
  }

  /// Reads a design; all but the plan may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func optional<Value: Decodable>(_ key: Key, _ missing: Value) throws -> Value {
      try container.decodeIfPresent(Value.self, forKey: key) ?? missing
    }
    self.init(
      plan: try container.decode(EscalationPlan.self, forKey: .plan),
      toxicityLimit: try optional(.toxicityLimit, 0.35), efficacyLimit: try optional(.efficacyLimit, 0.25),
      utility: try optional(.utility, OutcomeUtility()),
      toxicityCutoff: try optional(.toxicityCutoff, 0.95),
      efficacyCutoff: try optional(.efficacyCutoff, 0.9),
      comparisonPatients: try optional(.comparisonPatients, 6),
      explorationPatients: try optional(.explorationPatients, 9))
  }
}
