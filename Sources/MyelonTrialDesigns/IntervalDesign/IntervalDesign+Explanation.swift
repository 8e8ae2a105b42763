extension IntervalDesign {
  /// Puts a decision into a sentence.
  ///
  /// - Parameters:
  ///   - decision: the decision.
  ///   - state: the state that it was taken in.
  ///   - engine: the engine that took it.
  /// - Returns: what was seen, against what it was held, what follows.
  public func explanation(of decision: DoseDecision, in state: DoseState, engine: IntervalEngine) -> String {
    let dose = state.current ?? plan.startingDose
    let n = state.tally.patients(at: dose)
    let seen = Wording.seen(at: dose, state)
    let up = "\(seen); up to \(engine.table.escalateAtMost(n).map(String.init) ?? "none") of \(n) lead up"
    let down = engine.table.deEscalateAtLeast(n).map { "\($0) or more lead down" } ?? "none lead down"
    switch decision.rule {
    case .escalate: return up + ": go up to dose \(dose + 1)."
    case .highestDose: return up + ", but dose \(dose) is the highest: stay."
    case .nextEliminated: return up + ", but dose \(dose + 1) is eliminated: stay."
    case .stay: return "\(up), \(down): stay."
    case .deEscalate: return "\(seen); \(down) of \(n): go down to dose \(dose - 1)."
    case .lowestDose: return "\(seen); \(down) of \(n), but dose 1 is the lowest and not eliminated: stay."
    case .enoughAtDose:
      return "\(seen); the trial would stay there and has the \(plan.enoughAtDose ?? 0) patients asked for."
    case .eliminated, .lowestEliminated, .extraSafe: return safety(decision, state)
    default: return seen + "."
    }
  }

  private func safety(_ decision: DoseDecision, _ state: DoseState) -> String {
    let dose = decision.rule == .eliminated ? decision.eliminatedFrom ?? 1 : 1
    let probability = OverdoseControl.probability(
      above: target, patients: state.tally.patients(at: dose), toxicities: state.tally.toxicities(at: dose))
    let held =
      "\(Wording.seen(at: dose, state)); the probability that its rate exceeds \(target) is "
      + Wording.decimal(probability)
    switch decision.rule {
    case .eliminated:
      return "\(held), above \(overdose.cutoff): eliminate dose \(dose) and above, go to dose \(dose - 1)."
    case .lowestEliminated: return "\(held), above \(overdose.cutoff): even the lowest dose is too toxic."
    default:
      let limit = Wording.decimal(overdose.cutoff - (overdose.extraSafeOffset ?? 0))
      return "\(held), above \(limit): the stricter rule for the lowest dose stops the trial."
    }
  }
}
