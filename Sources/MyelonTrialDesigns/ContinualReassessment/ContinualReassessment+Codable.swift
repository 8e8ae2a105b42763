extension ContinualReassessment {
  private enum Key: String, CodingKey {
    case plan, target, skeleton, model, intercept, priorDeviation, estimator, firstStage, neverSkips
    case isCoherent, timeToEvent, overdoseCutoff
  }

  /// Reads a design; all but plan, target and skeleton may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      plan: try container.decode(EscalationPlan.self, forKey: .plan),
      target: try container.decode(Double.self, forKey: .target),
      skeleton: try container.decode([Double].self, forKey: .skeleton),
      model: try container.value(.model, missing: .power),
      intercept: try container.value(.intercept, missing: 3),
      priorDeviation: try container.value(.priorDeviation, missing: 1.34.squareRoot()),
      estimator: try container.value(.estimator, missing: .plugIn),
      firstStage: try container.decodeIfPresent([Int].self, forKey: .firstStage),
      neverSkips: try container.value(.neverSkips, missing: true),
      isCoherent: try container.value(.isCoherent, missing: true),
      timeToEvent: try container.value(.timeToEvent, missing: false),
      overdoseCutoff: try container.decodeIfPresent(Double.self, forKey: .overdoseCutoff))
  }
}
