/// Runs a 3+3 design.
public struct ThreePlusThreeEngine: DoseEngine {
  /// The frame of the trial.
  public let plan: EscalationPlan
  /// What happens when a dose is too toxic.
  public let variant: ThreePlusThreeVariant

  /// Whether a decision depends on nothing but counts and the current dose: yes.
  public var dependsOnCountsOnly: Bool { true }

  /// The decision in a state.
  ///
  /// - Parameter state: the trial so far.
  /// - Returns: what to do.
  public func decision(_ state: DoseState) -> DoseDecision {
    guard let dose = state.current else { return DoseDecision(.treat(plan.startingDose), .start) }
    if state.pendingInCohorts(at: dose) > 0 { return DoseDecision(.wait, .pending) }
    let patients = state.tally.patients(at: dose)
    let isTooToxic = state.tally.toxicities(at: dose) >= 2
    if patients < 6, patients != 3, !isTooToxic { return DoseDecision(.treat(dose), .cohortIncomplete) }
    return isTooToxic ? below(dose, state) : above(dose, state)
  }

  private func below(_ dose: Int, _ state: DoseState) -> DoseDecision {
    guard dose > 1 else { return DoseDecision(.stop(selected: nil), .noneTolerated) }
    let isFull = state.tally.patients(at: dose - 1) >= 6
    // A dose that nobody has had cannot be selected as it is.
    let isTreated = state.tally.patients(at: dose - 1) > 0
    if isFull || (variant == .noDeEscalation && isTreated) {
      return DoseDecision(.stop(selected: dose - 1), .toleratedBelow)
    }
    return DoseDecision(.treat(dose - 1), .deEscalate)
  }

  private func above(_ dose: Int, _ state: DoseState) -> DoseDecision {
    let patients = state.tally.patients(at: dose)
    if patients < 6, state.tally.toxicities(at: dose) == 1 { return DoseDecision(.treat(dose), .stay) }
    let isHighest = dose == plan.doses
    if !isHighest, state.tally.patients(at: dose + 1) == 0 {
      return DoseDecision(.treat(dose + 1), .escalate)
    }
    let accepts: Bool
    switch variant {
    case .noDeEscalation: accepts = true
    case .sixAtSelected: accepts = patients >= 6
    case .sixBelowToxic: accepts = patients >= 6 || isHighest
    }
    return accepts ? DoseDecision(.stop(selected: dose), .accepted) : DoseDecision(.treat(dose), .stay)
  }

  /// The highest dose with three or more patients and at most one toxicity, below any dose that is too toxic.
  ///
  /// - Parameter state: the trial so far.
  /// - Returns: the dose, nil for none.
  public func selectedDose(_ state: DoseState) -> Int? {
    var selected: Int?
    for dose in 1...plan.doses {
      if state.tally.toxicities(at: dose) >= 2 { break }
      if state.tally.patients(at: dose) >= 3 { selected = dose }
    }
    return selected
  }

  /// Whether a dose may take further patients: at most one in six had a toxicity there.
  ///
  /// - Parameters:
  ///   - dose: the dose, below the current one.
  ///   - state: the trial so far.
  /// - Returns: whether it is safe enough.
  public func allowsBackfill(at dose: Int, _ state: DoseState) -> Bool {
    state.tally.toxicities(at: dose) * 6 <= max(6, state.tally.patients(at: dose))
  }
}
