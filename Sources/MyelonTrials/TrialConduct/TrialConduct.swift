import MyelonQuantities
import MyelonSimulation
import MyelonTrialDesigns

/// A running trial: its protocol and its data.
public struct TrialConduct: Sendable, Hashable {
  /// The protocol.
  public let trial: TrialProtocol
  /// The data so far.
  public let data: ConductData

  /// Puts a protocol and data together.
  ///
  /// - Parameters:
  ///   - trial: the protocol.
  ///   - data: the data so far, read for that protocol.
  public init(_ trial: TrialProtocol, _ data: ConductData) {
    self.trial = trial
    self.data = data
  }

  /// The stage that the trial is in: the one asked for, else the furthest one with people.
  ///
  /// - Parameter asked: the stage asked for; nil to find it from the data.
  /// - Returns: the stage and how it was found.
  /// - Throws: `ConductError.noStage` if the protocol does not have it.
  public func stage(asked: TrialStage? = nil) throws(ConductError) -> (stage: TrialStage, reason: String) {
    if let asked {
      guard trial.stages.contains(asked) else { throw .noStage(asked, known: trial.stages) }
      return (asked, "as asked for")
    }
    if let furthest = data.people.map(\.stage).max() {
      let count = data.people(in: furthest).count
      let how =
        data.namesStages
        ? "the column stage" : furthest == .randomised ? "the column arm" : "doses without arms"
      return (furthest, "the furthest one in the data, \(TrialNumber.people(count)) by \(how)")
    }
    if !data.cohorts.isEmpty { return (.doseFinding, "\(data.cohorts.count) cohorts in the data") }
    return (trial.stages.first ?? .doseFinding, "nobody is in the data: the first stage")
  }

  /// The next step.
  ///
  /// - Parameters:
  ///   - asked: the stage; nil to find it from the data.
  ///   - person: level of each factor of allocation of the next person, for the randomised stage.
  /// - Returns: what to do, by which rule and why.
  /// - Throws: `ConductError`, `TrialDesignError` or `EfficacyError`.
  public func next(stage asked: TrialStage? = nil, person: [String: String] = [:]) throws -> ConductAdvice {
    let (stage, reason) = try self.stage(asked: asked)
    var advice: ConductAdvice
    switch stage {
    case .doseFinding:
      guard let part = trial.doseFinding else { throw ConductError.noStage(stage, known: trial.stages) }
      advice = try DoseConduct(part, data).advice()
      if advice.action == .stop, advice.dose != nil, let next = trial.stages.first(where: { $0 > stage }) {
        advice.notes.append(
          "The next stage is the \(next.title); enter its people with stage \(next.rawValue).")
      }
    case .expansion:
      guard let part = trial.expansion else { throw ConductError.noStage(stage, known: trial.stages) }
      advice = try ExpansionConduct(part, data).advice()
    case .randomised:
      guard let part = trial.randomised else { throw ConductError.noStage(stage, known: trial.stages) }
      advice = try RandomisedConduct(part, data).advice(person: person)
    }
    advice.stageReason = reason
    advice.doseName = advice.dose.map(trial.doseName)
    override(&advice, stage)
    return advice
  }

  /// A safety rule that has fired comes before any step of the stage.
  private func override(_ advice: inout ConductAdvice, _ stage: TrialStage) {
    let alarms = safetyChecks(stage).filter { $0.action != .goOn }
    guard let worst = alarms.first(where: { $0.action == .stop }) ?? alarms.first else { return }
    if advice.action != .stop {
      advice.notes.insert("Without the safety rule: \(advice.headline). \(advice.reason)", at: 0)
      advice.action = worst.action == .stop ? .stop : .wait
      advice.rule = "safety rule '\(worst.name)'"
      advice.reason =
        worst.sentence
        + (worst.action == .stop ? "" : " Nobody is treated until the safety board has looked at the cases.")
      advice.isSafety = true
      (advice.dose, advice.doseName, advice.people, advice.arm) = (nil, nil, nil, nil)
      (advice.probabilities, advice.notBefore, advice.until, advice.daysUntil) = (nil, nil, nil, nil)
      advice.backfillDose = nil
    }
    for alarm in alarms where alarm != worst || !advice.isSafety {
      advice.notes.append(
        "The safety rule '\(alarm.name)' asks to \(alarm.action.rawValue): \(alarm.sentence)")
    }
  }

  /// Whether the trial goes on.
  ///
  /// - Parameter asked: the stage; nil to find it from the data.
  /// - Returns: continue, pause or stop, with every rule that was looked at.
  /// - Throws: `ConductError`, `TrialDesignError` or `EfficacyError`.
  public func monitor(stage asked: TrialStage? = nil) throws -> MonitoringReport {
    let (stage, reason) = try self.stage(asked: asked)
    var checks = safetyChecks(stage)
    switch stage {
    case .doseFinding:
      guard let part = trial.doseFinding else { throw ConductError.noStage(stage, known: trial.stages) }
      checks.append(try doseFinding(DoseConduct(part, data)))
    case .expansion:
      guard let part = trial.expansion else { throw ConductError.noStage(stage, known: trial.stages) }
      checks += try ExpansionConduct(part, data).checks()
    case .randomised:
      guard let part = trial.randomised else { throw ConductError.noStage(stage, known: trial.stages) }
      checks += try RandomisedConduct(part, data).checks()
    }
    return MonitoringReport(stage: stage, stageReason: reason, checks: checks, notes: notes(stage))
  }

  private func doseFinding(_ conduct: DoseConduct) throws(TrialDesignError) -> MonitoringCheck {
    let advice = try conduct.advice()
    let rule = DoseRule(rawValue: DocumentNames.code(advice.rule))
    let isStop = advice.action == .stop
    let treated = conduct.data.patients
    return MonitoringCheck(
      name: "dose-finding rule", people: treated.count, events: treated.count { $0.toxicity },
      action: isStop ? .stop : .goOn, isPlannedEnd: isStop && rule?.isSafetyStop != true,
      sentence: "\(advice.headline). \(advice.reason)")
  }

  // MARK: - Safety

  /// The safety rules of a stage with their numbers.
  ///
  /// - Parameter stage: the stage.
  /// - Returns: the checks.
  public func safetyChecks(_ stage: TrialStage) -> [MonitoringCheck] {
    trial.safety.filter { $0.stages.contains(stage) }.map { rule in
      let known = data.people.filter { rule.group == .everybody || $0.isTreated }
        .compactMap { $0.events[rule.event] }
      let events = known.count { $0 }
      let isFired = !known.isEmpty && rule.fires(events: events, people: known.count)
      let boundary = rule.boundary(people: known.count)
      var value: Double?
      var limit: Double?
      var sentence = "\(events) of \(TrialNumber.people(known.count)) with the event"
      switch rule.condition {
      case .count(let count):
        limit = Double(count)
        sentence += "; fires at \(count)."
      case .rate(let rate):
        let probability = rate.probability(events: events, people: known.count)
        (value, limit) = (probability, rate.cutoff)
        sentence +=
          "; Pr(rate > \(rate.limit.shortestText)) = \(TrialNumber.decimal(probability)), "
          + "\(isFired ? "above" : "limit") \(rate.cutoff.shortestText); "
          + (boundary.map { "fires at \($0) of \(known.count)." } ?? "no number fires among so few.")
      }
      return MonitoringCheck(
        name: "\(rule.name) (\(rule.action.rawValue))", people: known.count, events: events, value: value,
        limit: limit, firesAt: boundary,
        action: isFired ? (rule.action == .stop ? .stop : .pause) : .goOn, sentence: sentence)
    }
  }

  private func notes(_ stage: TrialStage) -> [String] {
    var notes: [String] = []
    for event in trial.events
    where !data.people.isEmpty && !data.people.contains(where: { $0.events[event] != nil }) {
      notes.append("nothing is known of \(event): its rules could not be looked at")
    }
    return notes
  }
}
