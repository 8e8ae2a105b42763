/// Runs TITE-BOIN.
public struct TimeToEventBOINEngine: DoseEngine {
  /// BOIN without patients under observation.
  public let interval: IntervalEngine
  /// Rate of toxicity that is aimed at.
  public let target: Double
  /// λe.
  public let escalationBoundary: Double
  /// λd.
  public let deEscalationBoundary: Double
  /// Share of patients at the dose under observation above which nobody is treated.
  public let largestPendingShare: Double

  /// The frame of the trial.
  public var plan: EscalationPlan { interval.plan }

  /// Whether decisions use patients whose window is not over: yes.
  public var usesPendingPatients: Bool { true }

  /// Odds of toxicity by which outstanding follow-up counts.
  private func odds(patients: Int, toxicities: Int, pending: Int) -> Double {
    let rate = (Double(toxicities) + target / 2) / Double(patients - pending + 1)
    // With every patient toxic or pending the rate may reach 1; then nothing bounds what is expected.
    return rate < 1 ? rate / (1 - rate) : .infinity
  }

  /// The expected rate of toxicity, p̂.
  ///
  /// - Parameters:
  ///   - patients: patients at the dose.
  ///   - toxicities: toxicities seen.
  ///   - pending: patients under observation.
  ///   - followUp: their total follow-up in windows.
  /// - Returns: the rate, at most 1.
  public func expectedRate(patients: Int, toxicities: Int, pending: Int, followUp: Double) -> Double {
    guard pending > 0 else { return Double(toxicities) / Double(patients) }
    let odds = odds(patients: patients, toxicities: toxicities, pending: pending)
    // Nobody can have more than one toxicity.
    let expected = min(Double(pending), odds * (Double(pending) - followUp))
    return (Double(toxicities) + expected) / Double(patients)
  }

  /// Follow-up from which the dose goes up, and up to which it goes down.
  ///
  /// - Parameters:
  ///   - patients: patients at the dose.
  ///   - toxicities: toxicities seen.
  ///   - pending: patients under observation.
  /// - Returns: both limits in windows; outside of 0 to `pending` they are never or always met.
  public func followUpLimits(patients: Int, toxicities: Int, pending: Int) -> (up: Double, down: Double) {
    let n = Double(patients)
    let s = Double(toxicities)
    guard pending > 0 else {
      return (
        s <= escalationBoundary * n ? -.infinity : .infinity,
        s >= deEscalationBoundary * n ? .infinity : -.infinity
      )
    }
    let odds = odds(patients: patients, toxicities: toxicities, pending: pending)
    let c = Double(pending)
    return (c - (escalationBoundary * n - s) / odds, c - (deEscalationBoundary * n - s) / odds)
  }

  /// Whether too many patients at the dose are under observation.
  func suspends(patients: Int, pending: Int) -> Bool {
    Double(pending) > largestPendingShare * Double(patients)
  }

  /// The decision in a state.
  ///
  /// - Parameter state: the trial so far.
  /// - Returns: what to do.
  public func decision(_ state: DoseState) -> DoseDecision {
    if let common = commonDecision(state) { return common }
    let dose = state.current ?? plan.startingDose
    let n = state.tally.patients(at: dose)
    let s = state.tally.toxicities(at: dose)
    let pending = state.pendingCount(at: dose)
    let complete = interval.table[patients: n, toxicities: s]
    var verdict = complete
    if pending > 0, complete.rawValue < IntervalVerdict.deEscalate.rawValue {
      var followUp = 0.0
      for patient in state.pending where patient.dose == dose { followUp += patient.fraction }
      let rate = expectedRate(patients: n, toxicities: s, pending: pending, followUp: followUp)
      verdict =
        rate <= escalationBoundary ? .escalate : (rate >= deEscalationBoundary ? .deEscalate : .stay)
      let safe = interval.step(verdict, state)
      if safe.rule != .lowestEliminated, safe.rule != .extraSafe, suspends(patients: n, pending: pending) {
        return DoseDecision(.wait, .pending, eliminatedFrom: safe.eliminatedFrom)
      }
    }
    let decision = interval.step(verdict, state)
    // A dose is selected when everybody has been observed.
    if decision.rule == .enoughAtDose, !state.pending.isEmpty {
      return DoseDecision(.wait, .pending, eliminatedFrom: decision.eliminatedFrom)
    }
    return decision
  }

  /// The dose selected if the trial ends in a state, as BOIN does.
  ///
  /// - Parameter state: the trial so far.
  /// - Returns: the dose, nil for none.
  public func selectedDose(_ state: DoseState) -> Int? { interval.selectedDose(state) }

  /// Whether a dose may take further patients, as in BOIN.
  ///
  /// - Parameters:
  ///   - dose: the dose, below the current one.
  ///   - state: the trial so far.
  /// - Returns: whether it is safe enough.
  public func allowsBackfill(at dose: Int, _ state: DoseState) -> Bool {
    interval.allowsBackfill(at: dose, state)
  }
}
