/// A rule that finds a dose in cohorts of patients.
///
/// A design is a small value that can be stored and compared. `engine()` makes it ready for simulation.
public protocol DoseFindingDesign: Codable, Sendable, Hashable {
  /// What makes decisions fast.
  associatedtype Engine: DoseEngine

  /// Name for tables and messages.
  var name: String { get }

  /// The frame of the trial.
  var plan: EscalationPlan { get }

  /// Everything that is wrong with the design; nothing if it can be used.
  func findings() -> [TrialDesignError]

  /// The design made ready for many decisions.
  ///
  /// - Parameter reach: largest number of patients that one dose may get.
  /// - Returns: an engine.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  func engine(reach: Int) throws(TrialDesignError) -> Engine

  /// The table for the clinic.
  ///
  /// - Returns: rows and columns as text.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  func decisionTable() throws(TrialDesignError) -> DesignTable

  /// Puts a decision into a sentence.
  ///
  /// - Parameters:
  ///   - decision: the decision.
  ///   - state: the state that it was taken in.
  ///   - engine: the engine that took it.
  /// - Returns: what was seen, against what it was held, what follows.
  func explanation(of decision: DoseDecision, in state: DoseState, engine: Engine) -> String

  /// The dose selected from data, with estimates and reason.
  ///
  /// - Parameter state: the trial at its end.
  /// - Returns: the selection.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  func selection(after state: DoseState) throws(TrialDesignError) -> DoseSelection
}

extension DoseFindingDesign {
  /// Throws everything that is wrong with the design.
  public func validate() throws(TrialDesignError) { try TrialDesignError.require(findings()) }

  /// The design made ready for as many patients as planned.
  ///
  /// - Returns: an engine.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func engine() throws(TrialDesignError) -> Engine {
    try validate()
    return try engine(reach: plan.maximumPatients)
  }

  /// The design made ready for at least as many patients as a dose has in a state.
  func engine(for state: DoseState) throws(TrialDesignError) -> Engine {
    try validate()
    return try engine(reach: max(plan.maximumPatients, Int(state.tally.treated.max())))
  }

  /// The next step after what has been observed.
  ///
  /// - Parameter data: patients so far.
  /// - Returns: what to do, by which rule and why.
  /// - Throws: `TrialDesignError` naming the cell of the design or of the data.
  public func recommendation(after data: DoseData) throws(TrialDesignError) -> DoseRecommendation {
    try validate()
    let state = try data.state(doses: plan.doses, cohortSize: plan.cohortSize)
    let engine = try engine(for: state)
    return recommendation(
      in: engine.usesPendingPatients ? state : state.withoutPendingBackfill(), engine: engine)
  }

  /// The next step in a state.
  ///
  /// - Parameters:
  ///   - state: the trial so far.
  ///   - engine: the design made ready.
  /// - Returns: what to do, by which rule and why.
  public func recommendation(in state: DoseState, engine: Engine) -> DoseRecommendation {
    let decision = engine.decision(state)
    return DoseRecommendation(
      decision: decision,
      reason: commonExplanation(of: decision, in: state)
        ?? explanation(of: decision, in: state, engine: engine))
  }

  /// The dose selected from data.
  ///
  /// - Parameter data: all patients.
  /// - Returns: the selection with estimates and reason.
  /// - Throws: `TrialDesignError` naming the cell of the design or of the data.
  public func selection(after data: DoseData) throws(TrialDesignError) -> DoseSelection {
    try selection(after: try data.state(doses: plan.doses, cohortSize: plan.cohortSize))
  }

  /// Sentences of the decisions that all designs share.
  private func commonExplanation(of decision: DoseDecision, in state: DoseState) -> String? {
    switch decision.rule {
    case .start:
      return "Nobody has been treated yet: the trial begins at dose \(plan.startingDose)."
    case .maximumPatients:
      return "All \(plan.maximumPatients) planned patients have been treated and observed."
    case .pending:
      let dose = state.current ?? plan.startingDose
      let waiting = state.pendingCount(at: dose)
      return waiting > 0
        ? "Results of \(waiting) of \(state.tally.patients(at: dose)) patients at dose \(dose) are outstanding."
        : "Results of \(state.pending.count) patients at other doses are outstanding."
    default:
      return nil
    }
  }
}
