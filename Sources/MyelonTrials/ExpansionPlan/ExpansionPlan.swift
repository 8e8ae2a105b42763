import MyelonTrialDesigns

/// The rules of an expansion, solved.
public enum ExpansionPlan: Sendable, Hashable {
  /// Bayesian monitoring, patient by patient.
  case monitor(BayesianMonitorPlan)
  /// Simon's two stages.
  case twoStage(SimonPlan)

  /// Most people of the stage.
  public var maximumPeople: Int {
    switch self {
    case .monitor(let plan): plan.monitor.maximumPatients
    case .twoStage(let plan): plan.patients
    }
  }

  /// Response rate that a therapy without effect has; nil if the rules do not look at responses.
  public var nullResponse: Double? {
    switch self {
    case .monitor(let plan): plan.monitor.success?.limit ?? plan.monitor.futility?.limit
    case .twoStage(let plan): plan.design.nullRate
    }
  }

  /// Whether the rules look at responses.
  public var needsResponses: Bool { nullResponse != nil }

  /// Rate of toxicity that the rules hold against; nil if they do not look at it.
  public var toxicityLimit: Double? {
    if case .monitor(let plan) = self { plan.monitor.toxicity?.limit } else { nil }
  }
}
