import MyelonQuantities
import MyelonTrialDesigns

/// A running expansion: who is in it and what its rules say.
public struct ExpansionConduct: Sendable, Hashable {
  /// The stage.
  public let stage: ExpansionStage
  /// People in the order of enrolment.
  public let people: [ConductPerson]

  /// Puts the people of the stage together.
  ///
  /// - Parameters:
  ///   - stage: the stage.
  ///   - data: the data of the trial.
  public init(_ stage: ExpansionStage, _ data: ConductData) {
    self.stage = stage
    let own = data.people(in: .expansion)
    let dose = own.first { $0.dose != nil }?.dose
    people = data.people.filter { person in
      person.stage == .expansion
        || (stage.countsDoseFinding && person.stage == .doseFinding && dose != nil && person.dose == dose)
    }
  }

  /// Every rule of the stage with its numbers.
  ///
  /// A Bayesian monitor is looked at with the first people whose result is known, as many as the latest look has: more results than
  /// that wait for the next look.
  ///
  /// - Returns: the checks.
  /// - Throws: `EfficacyError` if the counts are impossible.
  public func checks() throws(EfficacyError) -> [MonitoringCheck] {
    switch stage.plan {
    case .twoStage(let plan): return [try twoStage(plan)]
    case .monitor(let plan):
      var checks: [MonitoringCheck] = []
      if plan.monitor.toxicity != nil { checks.append(toxicity(plan)) }
      if stage.plan.needsResponses { checks.append(responses(plan)) }
      return checks
    }
  }

  private func twoStage(_ plan: SimonPlan) throws(EfficacyError) -> MonitoringCheck {
    let known = Array(people.compactMap(\.response).prefix(plan.patients))
    let responses = known.count { $0 }
    let advice = try plan.recommendation(treated: known.count, responses: responses)
    return MonitoringCheck(
      name: "two-stage rule", people: known.count, events: responses, limit: Double(plan.finalLimit),
      firesAt: known.count == plan.firstPatients ? plan.firstLimit : nil,
      action: advice.action == .goOn ? .goOn : .stop,
      isPlannedEnd: advice.action == .endWithSuccess || advice.action == .stopForSuccess
        || advice.action == .endWithoutSuccess,
      sentence: "\(advice.reason).")
  }

  /// The latest look that is reached, and the first results up to it.
  private func latest(_ plan: BayesianMonitorPlan, _ known: [Bool]) -> (BayesianMonitorPlan.Row, [Bool])? {
    plan.rows.last { $0.patients <= known.count }.map { ($0, Array(known.prefix($0.patients))) }
  }

  private func toxicity(_ plan: BayesianMonitorPlan) -> MonitoringCheck {
    let known = people.compactMap(\.toxicity)
    guard let rule = plan.monitor.toxicity, let (row, first) = latest(plan, known) else {
      return early("toxicity", plan, known)
    }
    let events = first.count { $0 }
    let probability = rule.probability(events: events, people: first.count)
    let isFired = row.stopAtToxicities.map { events >= $0 } ?? false
    let limit = row.stopAtToxicities.map { "\($0) or more stop" } ?? "no number stops"
    return MonitoringCheck(
      name: "toxicity of the expansion", people: first.count, events: events, value: probability,
      limit: rule.cutoff, firesAt: row.stopAtToxicities, action: isFired ? .stop : .goOn,
      sentence: "\(events) of \(TrialNumber.people(first.count)) had a toxicity, \(limit); "
        + "Pr(rate > \(rule.limit.shortestText)) = \(TrialNumber.decimal(probability)), "
        + "\(isFired ? "above" : "not above") \(rule.cutoff.shortestText).\(later(known, first))")
  }

  private func responses(_ plan: BayesianMonitorPlan) -> MonitoringCheck {
    let known = people.compactMap(\.response)
    guard let (row, first) = latest(plan, known) else { return early("response", plan, known) }
    let events = first.count { $0 }
    let isLast = first.count == plan.monitor.maximumPatients
    let isFutile = row.stopAtResponses.map { events <= $0 } ?? false
    var sentence = "\(events) of \(TrialNumber.people(first.count)) responded"
    sentence += row.stopAtResponses.map { ", \($0) or fewer stop" } ?? ", no number stops"
    var value: Double?
    var limit: Double?
    if let rule = plan.monitor.futility {
      value = rule.probability(events: events, people: first.count)
      limit = rule.cutoff
      sentence +=
        "; Pr(rate < \(rule.limit.shortestText)) = \(TrialNumber.decimal(value ?? .nan)), cutoff "
        + rule.cutoff.shortestText
    }
    if let least = plan.monitor.leastPredictiveProbability, !isLast {
      let predicted = plan.monitor.predictiveProbability(responses: events, people: first.count)
      if value == nil { (value, limit) = (predicted, least) }
      sentence +=
        "; predictive probability of success \(TrialNumber.decimal(predicted)), at least \(least.shortestText) needed"
    }
    if isLast, !isFutile, plan.monitor.success != nil {
      let isSuccess = plan.successAtResponses.map { events >= $0 } ?? false
      sentence += isSuccess ? "; success" : "; no success"
      sentence += plan.successAtResponses.map { ", which takes \($0)" } ?? ", which is out of reach"
    }
    return MonitoringCheck(
      name: "responses of the expansion", people: first.count, events: events, value: value, limit: limit,
      firesAt: row.stopAtResponses, action: isFutile || isLast ? .stop : .goOn,
      isPlannedEnd: isLast && !isFutile, sentence: sentence + "." + later(known, first))
  }

  private func early(_ what: String, _ plan: BayesianMonitorPlan, _ known: [Bool]) -> MonitoringCheck {
    MonitoringCheck(
      name: "\(what == "response" ? "responses" : what) of the expansion", people: known.count,
      events: known.count { $0 },
      sentence: "\(what) known of \(TrialNumber.people(known.count)); the first look is at "
        + "\(plan.rows.first?.patients ?? plan.monitor.maximumPatients).")
  }

  private func later(_ known: [Bool], _ first: [Bool]) -> String {
    known.count == first.count ? "" : " \(known.count - first.count) later results wait for the next look."
  }

  /// The next step.
  ///
  /// - Returns: continue, wait or stop.
  /// - Throws: `EfficacyError` if the counts are impossible.
  public func advice() throws(EfficacyError) -> ConductAdvice {
    let checks = try checks()
    let seen = checks.map(\.sentence).joined(separator: " ")
    if let fired = checks.first(where: { $0.action == .stop && !$0.isPlannedEnd })
      ?? checks.first(where: { $0.action == .stop })
    {
      return ConductAdvice(
        stage: .expansion, action: .stop, rule: fired.name,
        reason: fired.sentence)
    }
    let left = stage.plan.maximumPeople - people.count
    let pending = people.count { stage.plan.needsResponses ? $0.response == nil : $0.toxicity == nil }
    guard left > 0 else {
      let isOver = pending == 0
      return ConductAdvice(
        stage: .expansion, action: isOver ? .stop : .wait,
        rule: isOver ? "stage complete" : "enrolment complete",
        reason: "All \(stage.plan.maximumPeople) people are in. \(seen)"
          + (isOver ? "" : " Results of \(pending) are outstanding."))
    }
    if case .twoStage(let plan) = stage.plan, people.count == plan.firstPatients, pending > 0 {
      return ConductAdvice(
        stage: .expansion, action: .wait, rule: "end of the first stage",
        reason:
          "The first stage of \(plan.firstPatients) is in; results of \(pending) are outstanding. \(seen)")
    }
    var advice = ConductAdvice(
      stage: .expansion, action: .goOn, rule: "no limit reached",
      reason: "\(people.count) of \(stage.plan.maximumPeople) people are in. \(seen)")
    advice.people = left
    advice.dose = people.first?.dose
    return advice
  }
}
