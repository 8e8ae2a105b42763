/// Runs a table of verdicts: the conduct that BOIN, keyboard and mTPI-2 share.
///
/// In order: stop if the lowest dose is eliminated or the stricter rule fires; leave an eliminated dose; stop if the decision is to
/// stay and the dose has enough patients; go up, stay or go down by the table, never to an eliminated dose and never
/// beyond the ends. A trial that is full stops without asking the table; the selection then judges safety.
public struct IntervalEngine: DoseEngine {
  /// The frame of the trial.
  public let plan: EscalationPlan
  /// Verdicts.
  public let table: IntervalTable
  /// Rate of toxicity that is aimed at.
  public let target: Double
  /// Isotonic estimates of a selected dose must be below this; infinite if there is no bound.
  public let selectionBound: Double

  /// Whether a decision depends on nothing but counts and the current dose: yes.
  public var dependsOnCountsOnly: Bool { true }

  /// Lowest dose that is eliminated by its counts.
  ///
  /// - Parameter tally: counts.
  /// - Returns: the dose; nil if none is.
  @inline(__always)
  func eliminatedFrom(_ tally: DoseTally) -> Int? {
    for dose in 0..<plan.doses where tally.treated[dose] > 0 {
      let cell = IntervalTable.index(Int(tally.treated[dose]), Int(tally.toxic[dose]))
      if table.verdicts[cell] == .eliminate { return dose + 1 }
    }
    return nil
  }

  private func stopsAtLowest(_ tally: DoseTally) -> Bool {
    table.stopsAtLowest[IntervalTable.index(Int(tally.treated[0]), Int(tally.toxic[0]))]
  }

  /// The decision in a state.
  ///
  /// - Parameter state: the trial so far.
  /// - Returns: what to do.
  public func decision(_ state: DoseState) -> DoseDecision {
    if let common = commonDecision(state) { return common }
    let current = state.current ?? plan.startingDose
    let n = state.tally.patients(at: current)
    let verdict = table[patients: n, toxicities: state.tally.toxicities(at: current)]
    return step(verdict, state)
  }

  /// What a verdict on the current dose means for the trial.
  func step(_ verdict: IntervalVerdict, _ state: DoseState) -> DoseDecision {
    let current = state.current ?? plan.startingDose
    let eliminated = eliminatedFrom(state.tally)
    if eliminated == 1 { return DoseDecision(.stop(selected: nil), .lowestEliminated, eliminatedFrom: 1) }
    if stopsAtLowest(state.tally) {
      return DoseDecision(.stop(selected: nil), .extraSafe, eliminatedFrom: eliminated)
    }
    if let eliminated, current >= eliminated {
      return DoseDecision(.treat(eliminated - 1), .eliminated, eliminatedFrom: eliminated)
    }
    let (dose, rule) = move(verdict, from: current, eliminated: eliminated)
    if dose == current, let enough = plan.enoughAtDose, state.tally.patients(at: current) >= enough {
      return DoseDecision(.stop(selected: selectedDose(state)), .enoughAtDose, eliminatedFrom: eliminated)
    }
    return DoseDecision(.treat(dose), rule, eliminatedFrom: eliminated)
  }

  private func move(_ verdict: IntervalVerdict, from current: Int, eliminated: Int?) -> (Int, DoseRule) {
    switch verdict {
    case .escalate:
      if current == plan.doses { return (current, .highestDose) }
      if eliminated == current + 1 { return (current, .nextEliminated) }
      return (current + 1, .escalate)
    case .stay: return (current, .stay)
    case .deEscalate, .eliminate: return current == 1 ? (1, .lowestDose) : (current - 1, .deEscalate)
    }
  }

  /// The dose selected if the trial ends in a state.
  ///
  /// - Parameter state: the trial so far.
  /// - Returns: the dose, nil for none.
  public func selectedDose(_ state: DoseState) -> Int? {
    let eliminated = eliminatedFrom(state.tally) ?? plan.doses + 1
    if eliminated == 1 || stopsAtLowest(state.tally) { return nil }
    return IsotonicEstimate(state.tally, limit: eliminated - 1).nearest(to: target, below: selectionBound)
  }

  /// Whether a dose may take further patients: it is not eliminated, and its counts, or those of it and the dose above
  /// together, do not call for going down.
  ///
  /// Zhao, Yuan, Korn & Freidlin 2024, doi:10.1158/1078-0432.CCR-23-2585: a dose is closed while both call for it.
  ///
  /// - Parameters:
  ///   - dose: the dose, below the current one.
  ///   - state: the trial so far.
  /// - Returns: whether it is safe enough.
  public func allowsBackfill(at dose: Int, _ state: DoseState) -> Bool {
    if let eliminated = eliminatedFrom(state.tally), dose >= eliminated { return false }
    if stopsAtLowest(state.tally) { return false }
    let n = state.tally.patients(at: dose)
    let y = state.tally.toxicities(at: dose)
    if table[patients: n, toxicities: y].rawValue < IntervalVerdict.deEscalate.rawValue { return true }
    guard dose < plan.doses else { return false }
    let pooled = n + state.tally.patients(at: dose + 1)
    guard pooled <= table.maximumPatients else { return false }
    let toxic = y + state.tally.toxicities(at: dose + 1)
    return table[patients: pooled, toxicities: toxic].rawValue < IntervalVerdict.deEscalate.rawValue
  }
}
