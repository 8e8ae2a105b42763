/// A design made ready for many decisions: boundaries looked up, likelihoods tabulated.
public protocol DoseEngine: Sendable {
  /// The frame of the trial.
  var plan: EscalationPlan { get }

  /// Whether decisions use patients whose window is not over; otherwise the trial waits for them.
  var usesPendingPatients: Bool { get }

  /// Whether a decision depends on nothing but counts and the current dose, so that trials can be enumerated.
  var dependsOnCountsOnly: Bool { get }

  /// The decision in a state.
  ///
  /// - Parameter state: the trial so far.
  /// - Returns: what to do.
  func decision(_ state: DoseState) -> DoseDecision

  /// The dose selected if the trial ends in a state.
  ///
  /// - Parameter state: the trial so far.
  /// - Returns: the dose, nil for none.
  func selectedDose(_ state: DoseState) -> Int?

  /// Whether a dose may take further patients beside the cohorts, by what was seen there and just above.
  ///
  /// - Parameters:
  ///   - dose: the dose, below the current one.
  ///   - state: the trial so far, without pending patients.
  /// - Returns: whether it is safe enough.
  func allowsBackfill(at dose: Int, _ state: DoseState) -> Bool
}

extension DoseEngine {
  /// By default nothing is said about pending patients.
  public var usesPendingPatients: Bool { false }
  /// By default decisions depend on more than counts.
  public var dependsOnCountsOnly: Bool { false }

  /// Decisions common to all designs: the beginning, the end, and the wait for results.
  ///
  /// - Parameter state: the trial so far.
  /// - Returns: a decision, or nil if the design itself has to decide.
  func commonDecision(_ state: DoseState) -> DoseDecision? {
    guard let current = state.current else { return DoseDecision(.treat(plan.startingDose), .start) }
    if !usesPendingPatients, state.pendingInCohorts(at: current) > 0 { return DoseDecision(.wait, .pending) }
    if state.escalationPatients >= plan.maximumPatients {
      guard state.pending.isEmpty else { return DoseDecision(.wait, .pending) }
      return DoseDecision(.stop(selected: selectedDose(state)), .maximumPatients)
    }
    return nil
  }
}
