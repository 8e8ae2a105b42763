extension ContinualReassessment {
  /// The doses of the first three cohorts for every result.
  ///
  /// A model has no table for all data; this one shows how it begins.
  ///
  /// - Returns: a row for each number of toxicities in the first cohort, a column for each in the second.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func decisionTable() throws(TrialDesignError) -> DesignTable {
    let engine = try engine()
    let size = plan.nextCohort(after: 0)
    let second = plan.nextCohort(after: size)
    var rows: [[String]] = []
    for toxicities in 0...size {
      var state = DoseState()
      state.add(dose: plan.startingDose, patients: size, toxicities: toxicities)
      var row = ["\(toxicities)/\(size) at dose \(plan.startingDose)", Self.text(engine.decision(state))]
      for more in 0...max(0, second) {
        guard case .treat(let dose) = engine.decision(state).action, second > 0 else {
          row.append("-")
          continue
        }
        var next = state
        next.add(dose: dose, patients: second, toxicities: more)
        row.append(Self.text(engine.decision(next)))
      }
      rows.append(row)
    }
    return DesignTable(
      title: "\(name): doses of the second and third cohort",
      columns: ["first cohort", "second cohort"] + (0...max(0, second)).map { "after \($0)/\(second)" },
      rows: rows,
      notes: [
        "target \(target); skeleton " + skeleton.map { Wording.decimal($0) }.joined(separator: " ")
          + "; \(model.rawValue) model, prior deviation \(Wording.decimal(priorDeviation))"
      ])
  }

  private static func text(_ decision: DoseDecision) -> String {
    switch decision.action {
    case .treat(let dose): "dose \(dose)"
    case .wait: "wait"
    case .stop(let dose?): "stop, dose \(dose)"
    case .stop(nil): "stop, none"
    }
  }

  /// Puts a decision into a sentence.
  ///
  /// - Parameters:
  ///   - decision: the decision.
  ///   - state: the state that it was taken in.
  ///   - engine: the engine that took it.
  /// - Returns: estimates, what they are held against and what follows.
  public func explanation(
    of decision: DoseDecision, in state: DoseState, engine: ContinualReassessmentEngine
  ) -> String {
    if decision.rule == .firstStage {
      return "No toxicity so far: the first stage goes on as written down, with patient "
        + "\(state.escalationPatients + 1)."
    }
    let estimate = engine.estimate(state)
    let rates = estimate.toxicity.enumerated().map { "dose \($0.offset + 1) \(Wording.decimal($0.element))" }
    var text =
      "Estimated rates: \(rates.joined(separator: ", ")); nearest to the target of \(target) is dose "
    text += "\(estimate.dose)"
    switch decision.rule {
    case .noSkipping: return text + ", but doses are not skipped."
    case .coherence:
      return text
        + ", but \(state.cohortToxicities) of the last \(state.cohortPatients) patients had toxicity: "
        + "do not go up."
    case .eliminated:
      return text + ", but the probability that its rate exceeds the target is above \(overdoseCutoff ?? 1)."
    case .lowestEliminated:
      return text + "; the probability that the rate of dose 1 exceeds the target is "
        + "\(Wording.decimal(estimate.overdose[0])), above \(overdoseCutoff ?? 1): stop."
    case .enoughAtDose: return text + ", which has the \(plan.enoughAtDose ?? 0) patients asked for."
    default: return text + "."
    }
  }
}
