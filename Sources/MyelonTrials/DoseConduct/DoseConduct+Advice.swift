import MyelonQuantities
import MyelonSimulation
import MyelonTrialDesigns

extension DoseConduct {
  /// The next step.
  ///
  /// While a cohort has places left, the next people get its dose, unless what is known eliminates the dose or, with
  /// `closes-unsafe-cohorts`, even a harmless rest of the cohort would lead down or end the trial.
  ///
  /// - Returns: the advice, doses without their names.
  /// - Throws: `TrialDesignError` naming the cell.
  public func advice() throws(TrialDesignError) -> ConductAdvice {
    let recommended = try stage.design.recommendation(after: data)
    var advice: ConductAdvice
    if openPlaces > 0, let current = current {
      advice = try openCohort(recommended, dose: current)
    } else {
      advice = try self.advice(recommended)
    }
    advice.due = due
    if let selection = try? stage.design.selection(after: data), !data.patients.isEmpty {
      advice.toxicityEstimates = selection.toxicityEstimates
    }
    try addBackfill(&advice)
    return advice
  }

  /// The dose of the latest cohort.
  private var current: Int? { data.patients.last { !$0.isBackfill }?.dose }

  // MARK: - Open cohorts

  private func openCohort(_ recommended: DoseRecommendation, dose: Int) throws(TrialDesignError)
    -> ConductAdvice
  {
    // The first stage of a reassessment design is a list of patients, not of cohorts.
    if recommended.decision.rule == .firstStage { return try advice(recommended) }
    let isWatching = stage.choice.usesPendingPatients
    let now = isWatching ? recommended : try stage.design.recommendation(after: known)
    let isEliminated = now.decision.eliminatedFrom.map { $0 <= dose } ?? false
    if now.decision.rule.isSafetyStop || isEliminated { return try closed(now, dose: dose) }
    if stage.calendar?.closesUnsafeCohorts ?? true {
      let rest = try stage.design.recommendation(after: harmlessRest(dose))
      if Self.leaves(rest.decision, dose) { return try closed(rest, dose: dose) }
    }
    let count = latestCohort
    var advice = ConductAdvice(
      stage: .doseFinding, action: .treat, rule: DocumentNames.file(DoseRule.cohortIncomplete.rawValue),
      reason:
        "\(count) of \(count + openPlaces) patients of the cohort at dose \(dose) have been treated: complete it."
    )
    advice.dose = dose
    advice.people = openPlaces
    advice.eliminatedFrom = now.decision.eliminatedFrom
    applyGaps(&advice, isOpenCohort: true)
    return advice
  }

  /// A cohort that is closed before it is full.
  private func closed(_ decided: DoseRecommendation, dose: Int) throws(TrialDesignError) -> ConductAdvice {
    var advice = try self.advice(decided)
    advice.notes.append(
      "The cohort at dose \(dose) is closed with \(latestCohort) of \(latestCohort + openPlaces) patients: "
        + "what is known is against treating more there now.")
    return advice
  }

  private static func leaves(_ decision: DoseDecision, _ dose: Int) -> Bool {
    switch decision.action {
    case .treat(let next): next < dose
    case .stop: decision.rule.isSafetyStop || decision.rule == .toleratedBelow
    case .wait: false
    }
  }

  /// What is known, with the rest of the latest cohort harmless.
  private func harmlessRest(_ dose: Int) -> DoseData {
    let cohort = data.patients.last { !$0.isBackfill }?.cohort
    let rest = (0..<openPlaces).map { _ in DosePatient(dose: dose, toxicity: false, cohort: cohort) }
    return DoseData(patients: known.patients + rest, window: data.window)
  }

  /// Patients of the latest cohort.
  private var latestCohort: Int {
    let cohort = data.patients.last { !$0.isBackfill }?.cohort
    return data.patients.count { !$0.isBackfill && $0.cohort == cohort }
  }

  // MARK: - Decisions

  private func advice(_ recommended: DoseRecommendation) throws(TrialDesignError) -> ConductAdvice {
    let decision = recommended.decision
    var advice = ConductAdvice(
      stage: .doseFinding, action: .wait, rule: DocumentNames.file(decision.rule.rawValue),
      reason: recommended.reason)
    advice.eliminatedFrom = decision.eliminatedFrom
    switch decision.action {
    case .treat(let dose):
      advice.action = .treat
      advice.dose = dose
      let treated = data.patients.count { !$0.isBackfill }
      advice.people = Self.size(stage.choice.plan, after: treated)
      applyGaps(&advice, isOpenCohort: false)
    case .wait: try addEndOfWait(&advice)
    case .stop(let dose):
      advice.action = .stop
      advice.dose = dose
      if let selection = try? stage.design.selection(after: data) { advice.notes.append(selection.reason) }
    }
    return advice
  }

  /// When the wait ends if nobody has a toxicity before, and what would follow.
  private func addEndOfWait(_ advice: inout ConductAdvice) throws(TrialDesignError) {
    let outstanding = due
    guard stage.calendar != nil else {
      advice.notes.append("The protocol has no calendar, so that the day of these results is not known.")
      return
    }
    for result in outstanding {
      let next = try stage.design.recommendation(after: later(result.days))
      if case .wait = next.decision.action { continue }
      advice.daysUntil = result.days
      advice.until = result.day
      advice.notes.append("If nobody has a toxicity before then: \(next.description)")
      return
    }
  }

  /// The first day on which the gaps between patients allow the next one.
  private func applyGaps(_ advice: inout ConductAdvice, isOpenCohort: Bool) {
    guard let calendar = stage.calendar, let dose = advice.dose else { return }
    var earliest: ConductDay?
    func wait(for person: ConductPerson, _ gap: Double) {
      guard gap > 0, let day = person.enrolled?.adding(gap) else { return }
      earliest = earliest.map { max($0, day) } ?? day
    }
    if isOpenCohort, let last = people.last(where: { !$0.isBackfill }) {
      wait(for: last, calendar.patientGap)
    }
    let there = people.filter { $0.dose == dose }
    if there.count == 1, let first = there.first {
      wait(for: first, calendar.sentinelGap)
      if calendar.sentinelGap > 0 {
        advice.notes.append(
          "\(first.name) was the first ever at dose \(dose): the second follows after "
            + "\(calendar.sentinelGap.shortestText) days.")
      }
    }
    guard let earliest else { return }
    if let today, today >= earliest { return }
    advice.notBefore = earliest
  }

  // MARK: - Backfill

  private func addBackfill(_ advice: inout ConductAdvice) throws(TrialDesignError) {
    guard let rule = stage.calendar?.backfill, let current, current > 1, advice.action != .stop else {
      return
    }
    let plan = stage.choice.plan
    let state = try known.state(doses: plan.doses, cohortSize: plan.cohortSize)
    let all = try data.state(doses: plan.doses, cohortSize: plan.cohortSize)
    let most = (1...plan.doses).map { all.tally.patients(at: $0) }.max() ?? 0
    let engine: any DoseEngine = try stage.design.engine(reach: max(plan.maximumPatients, most))
    var hasEfficacy = !rule.requiresEfficacy
    for dose in 1..<current {
      if !engine.allowsBackfill(at: dose, state) { break }
      hasEfficacy = hasEfficacy || all.tally.efficacies(at: dose) > 0
      let count = all.tally.patients(at: dose)
      guard hasEfficacy, count > 0, count < rule.largestAtDose else { continue }
      advice.backfillDose = dose
      if rule.assignment == .lowest { break }
    }
    if let dose = advice.backfillDose {
      advice.notes.append(
        "People whom the cohorts cannot take may be treated at dose \(dose) (column backfill: 1), up to "
          + "\(rule.largestAtDose) there.")
    }
  }
}
