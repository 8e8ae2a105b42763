extension ContinualReassessment {
  private enum Key: String, CodingKey {
    case plan, target, skeleton, model, intercept, priorDeviation, estimator, firstStage, neverSkips
    case isCoherent, timeToEvent, overdoseCutoff
  }

  /// Reads a design; all but plan, target and skeleton may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func optional<Value: Decodable>(_ key: Key, _ missing: Value) throws -> Value {
      try container.decodeIfPresent(Value.self, forKey: key) ?? missing
    }
    self.init(
      plan: try container.decode(EscalationPlan.self, forKey: .plan),
      target: try container.decode(Double.self, forKey: .target),
      skeleton: try container.decode([Double].self, forKey: .skeleton),
      model: try optional(.model, .power), intercept: try optional(.intercept, 3),
      priorDeviation: try optional(.priorDeviation, 1.34.squareRoot()),
      estimator: try optional(.estimator, .plugIn),
      firstStage: try container.decodeIfPresent([Int].self, forKey: .firstStage),
      neverSkips: try optional(.neverSkips, true), isCoherent: try optional(.isCoherent, true),
      timeToEvent: try optional(.timeToEvent, false),
      overdoseCutoff: try container.decodeIfPresent(Double.self, forKey: .overdoseCutoff))
  }
}
