extension ConductSimulation {
  /// What is known at a time.
  func state(at time: Double) -> DoseState {
    var state = DoseState()
    state.current = current
    state.escalationPatients = escalationPatients
    for (index, patient) in patients.enumerated() {
      let isToxic = patient.toxicity <= time
      let isOver = patient.end <= time
      state.tally.add(
        dose: patient.dose, patients: 1, toxicities: isToxic ? 1 : 0,
        efficacies: isOver && patient.isEffective ? 1 : 0)
      if !isToxic, !isOver {
        state.pending.append(
          PendingPatient(
            dose: patient.dose, fraction: (time - patient.start) / calendar.window,
            isBackfill: patient.isBackfill))
      }
      if index >= cohortStart, !patient.isBackfill {
        state.cohortPatients += 1
        if isToxic { state.cohortToxicities += 1 }
      }
    }
    return state
  }

  /// Plays what becomes known up to a time; true if the trial ends by it.
  mutating func stops(upTo time: Double) -> Bool {
    var last = patients.last?.start ?? 0
    // Nothing new is known before the latest event that was looked at.
    last = max(last, lastLooked)
    while let event = nextKnown(after: last), event <= time {
      last = event
      if stops(at: event) { return true }
    }
    lastLooked = max(lastLooked, last)
    return false
  }

  /// Looks at the trial when something becomes known; true if it ends then.
  mutating func stops(at time: Double) -> Bool {
    lastLooked = max(lastLooked, time)
    if openSlots > 0 {
      guard calendar.closesUnsafeCohorts, closesCohort(at: time) else { return false }
      openSlots = 0
    }
    guard current != nil else { return false }
    // A window that closes without toxicity stops no design that has looked at its patient all along, unless it is the last.
    if engine.usesPendingPatients, !patients.contains(where: { $0.toxicity == time }),
      patients.contains(where: { $0.known > time })
    {
      return false
    }
    let state = state(at: time)
    let decision = engine.decision(engine.usesPendingPatients ? state : state.withoutPendingBackfill())
    guard case .stop = decision.action else { return false }
    // A design that looks at pending patients is asked when patients come; in between only safety ends the trial.
    let isFinal = decision.rule == .maximumPatients || decision.rule == .enoughAtDose
    if engine.usesPendingPatients, !decision.rule.isSafetyStop, !isFinal { return false }
    finish(time, decision.action, decision.rule)
    return true
  }

  /// Whether the design would leave the dose of the open cohort even if the rest of it had no toxicity.
  func closesCohort(at time: Double) -> Bool {
    guard let current else { return false }
    var state = state(at: time).withoutPendingBackfill()
    state.pending = []
    state.tally.add(dose: current, patients: openSlots, toxicities: 0)
    let decision = engine.decision(state)
    switch decision.action {
    case .treat(let dose): return dose < current
    case .stop: return decision.rule.isSafetyStop || decision.rule == .toleratedBelow
    case .wait: return false
    }
  }

  /// First time after a given one at which a patient's toxicity becomes known or a gap ends.
  func nextEvent(after time: Double) -> Double? {
    var next = nextKnown(after: time) ?? .infinity
    for patient in patients {
      for gap in [calendar.patientGap, calendar.sentinelGap] where patient.start + gap > time {
        next = min(next, patient.start + gap)
      }
    }
    return next.isFinite ? next : nil
  }

  func nextKnown(after time: Double) -> Double? {
    var next = Double.infinity
    for patient in patients {
      if patient.toxicity > time, patient.toxicity < next { next = patient.toxicity }
      if patient.end > time, patient.end < next { next = patient.end }
    }
    return next.isFinite ? next : nil
  }

  /// The lower dose that takes a patient now; nil if none does.
  func backfillDose(at time: Double) -> Int? {
    guard let rule = calendar.backfill, let current, current > 1 else { return nil }
    let full = state(at: time)
    // A trial whose cohorts are all observed takes no more patients.
    if isFull, full.pendingInCohorts(at: current) == 0 { return nil }
    let state = full.withoutPending()
    var best: Int?
    var hasEfficacy = !rule.requiresEfficacy
    for dose in 1..<current {
      if !engine.allowsBackfill(at: dose, state) { break }
      hasEfficacy = hasEfficacy || full.tally.efficacies(at: dose) > 0
      guard hasEfficacy, treatedAt[dose - 1] > 0, treatedAt[dose - 1] < rule.largestAtDose else { continue }
      best = dose
      if rule.assignment == .lowest { break }
    }
    return best
  }
}
