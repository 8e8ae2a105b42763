/// Runs BOIN12, with probabilities tabulated for all counts that can occur.
public struct BOIN12Engine: DoseEngine {
  private let design: BOIN12
  private let low: Double
  private let high: Double
  /// Whether y toxicities among n patients are safe enough, and e efficacies enough, by n (n + 1) / 2 + count.
  private let safe: [Bool]
  private let effective: [Bool]

  init(design: BOIN12, reach: Int) {
    self.design = design
    low = design.boundaries.escalationBoundary
    high = design.boundaries.deEscalationBoundary
    var safe: [Bool] = []
    var effective: [Bool] = []
    for n in 0...reach {
      for count in 0...n {
        safe.append(design.isSafe(patients: n, toxicities: count))
        effective.append(design.isEffective(patients: n, efficacies: count))
      }
    }
    self.safe = safe
    self.effective = effective
  }

  /// The frame of the trial.
  public var plan: EscalationPlan { design.plan }

  /// Desirability of a dose in a state.
  func desirability(_ dose: Int, _ state: DoseState) -> Double {
    design.desirability(
      patients: state.tally.patients(at: dose), toxicities: state.tally.toxicities(at: dose),
      efficacies: state.tally.efficacies(at: dose))
  }

  /// Whether a dose may be given: it and all below are safe enough, and it is effective enough.
  func isAdmissible(_ dose: Int, _ state: DoseState) -> Bool {
    for lower in 1...dose where !isSafe(lower, state) { return false }
    let n = state.tally.patients(at: dose)
    let e = state.tally.efficacies(at: dose)
    return effective[IntervalTable.index(n, e)]
  }

  private func isSafe(_ dose: Int, _ state: DoseState) -> Bool {
    let n = state.tally.patients(at: dose)
    let y = state.tally.toxicities(at: dose)
    return safe[IntervalTable.index(n, y)]
  }

  /// The decision in a state.
  ///
  /// - Parameter state: the trial so far.
  /// - Returns: what to do.
  public func decision(_ state: DoseState) -> DoseDecision {
    if let common = commonDecision(state) { return common }
    let dose = state.current ?? plan.startingDose
    let n = state.tally.patients(at: dose)
    let rate = Double(state.tally.toxicities(at: dose)) / Double(n)
    if !isSafe(1, state) { return DoseDecision(.stop(selected: nil), .lowestEliminated, eliminatedFrom: 1) }
    if let enough = plan.enoughAtDose, n >= enough {
      return DoseDecision(.stop(selected: selectedDose(state)), .enoughAtDose)
    }
    if rate >= high {
      return dose == 1 ? DoseDecision(.treat(1), .lowestDose) : down(from: dose, state)
    }
    let isUntried = dose < plan.doses && state.tally.patients(at: dose + 1) == 0
    if n >= design.explorationPatients, isUntried { return DoseDecision(.treat(dose + 1), .exploration) }
    let top = rate > low && n >= design.comparisonPatients ? dose : min(plan.doses, dose + 1)
    var best: Int?
    var highest = -Double.infinity
    for candidate in max(1, dose - 1)...top where isAdmissible(candidate, state) {
      let worth = desirability(candidate, state)
      // Equal counts give equal desirability up to rounding; the higher dose then.
      if worth > highest - 1e-12 {
        highest = max(highest, worth)
        best = candidate
      }
    }
    guard let best else { return DoseDecision(.stop(selected: nil), .noneAdmissible) }
    return DoseDecision(.treat(best), .desirability)
  }

  /// Goes down to the next dose that may be given.
  private func down(from dose: Int, _ state: DoseState) -> DoseDecision {
    for lower in stride(from: dose - 1, through: 1, by: -1) where isAdmissible(lower, state) {
      return DoseDecision(.treat(lower), .deEscalate)
    }
    return isAdmissible(dose, state)
      ? DoseDecision(.treat(dose), .nextEliminated) : DoseDecision(.stop(selected: nil), .noneAdmissible)
  }

  /// The dose selected if the trial ends in a state.
  ///
  /// Among admissible treated doses up to the one whose isotonic rate of toxicity is nearest to the limit, the one with the highest posterior
  /// mean utility.
  ///
  /// - Parameter state: the trial so far.
  /// - Returns: the dose, nil for none.
  public func selectedDose(_ state: DoseState) -> Int? {
    var top = 0
    while top < plan.doses, isSafe(top + 1, state) { top += 1 }
    guard
      let tolerated = IsotonicEstimate(state.tally, limit: top).nearest(to: design.toxicityLimit)
    else { return nil }
    var best: Int?
    var highest = -Double.infinity
    for dose in 1...tolerated where state.tally.patients(at: dose) > 0 && isAdmissible(dose, state) {
      let n = Double(state.tally.patients(at: dose))
      let x = design.events(
        patients: state.tally.patients(at: dose), toxicities: state.tally.toxicities(at: dose),
        efficacies: state.tally.efficacies(at: dose))
      let worth = (1 + x) / (2 + n)
      if worth > highest {
        highest = worth
        best = dose
      }
    }
    return best
  }

  /// Whether a dose may take further patients: it is admissible.
  ///
  /// - Parameters:
  ///   - dose: the dose, below the current one.
  ///   - state: the trial so far.
  /// - Returns: whether it is safe and effective enough.
  public func allowsBackfill(at dose: Int, _ state: DoseState) -> Bool { isAdmissible(dose, state) }
}
