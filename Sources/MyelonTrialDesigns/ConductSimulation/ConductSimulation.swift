import MyelonRandom

/// One trial in time: patients come, are treated, wait, are turned away, and results become known.
///
/// A cohort's patients are treated as they come, with the gaps asked for. When a cohort is full a decision is due: as soon as its
/// results are known if the design waits for them, else when the next patient comes. Rules of safety are looked at on each toxicity.
struct ConductSimulation<Engine: DoseEngine> {
  let engine: Engine
  let scenario: DoseScenario
  let calendar: TrialCalendar
  let seed: UInt64
  let trial: UInt32

  private(set) var patients: [ObservedPatient] = []
  private(set) var turnedAway = 0
  private(set) var waited = 0.0
  private(set) var end = 0.0
  private(set) var selected: Int?
  private(set) var rule = DoseRule.maximumPatients
  var current: Int?
  var openSlots = 0
  var cohortStart = 0
  var escalationPatients = 0
  var arrived = 0
  /// Latest time at which what had become known was looked at.
  var lastLooked = 0.0
  var treatedAt = [Int](repeating: 0, count: DoseTally.maximumDoses)

  init(engine: Engine, scenario: DoseScenario, calendar: TrialCalendar, seed: UInt64, trial: UInt32) {
    self.engine = engine
    self.scenario = scenario
    self.calendar = calendar
    self.seed = seed
    self.trial = trial
    patients.reserveCapacity(engine.plan.maximumPatients)
  }

  /// Runs the trial to its end.
  mutating func run() {
    var stream = RandomStream(seed: seed, entity: trial)
    var arrival = 0.0
    var free = 0.0
    while true {
      arrival +=
        calendar.arrivesAtRandom ? calendar.arrivalInterval * stream.exponential() : calendar.arrivalInterval
      arrived += 1
      // Patients who wait are served in order.
      var time = max(arrival, free)
      if stops(upTo: time) { return }
      while true {
        let outcome = attend(time)
        if outcome == .ended { return }
        if outcome == .treated {
          waited += time - arrival
          free = time
          break
        }
        // If nothing is to come that could change the answer, the design waits for ever.
        guard let next = nextEvent(after: time) else { return finish(time, .stop(selected: nil), .pending) }
        guard calendar.waiting == .waits else {
          // Who comes when the trial is full was never a candidate.
          if !isFull { turnedAway += 1 }
          break
        }
        time = next
        if stops(at: time) { return }
      }
    }
  }

  private enum Outcome {
    case treated, refused, ended
  }

  /// Tries to treat a patient at a time.
  private mutating func attend(_ time: Double) -> Outcome {
    if openSlots == 0, !isFull {
      let state = state(at: time)
      let decision = engine.decision(engine.usesPendingPatients ? state : state.withoutPendingBackfill())
      switch decision.action {
      case .treat(let dose): openCohort(dose)
      case .wait: break
      case .stop:
        finish(time, decision.action, decision.rule)
        return .ended
      }
    }
    if openSlots > 0, let current, gapsHaveElapsed(current, time) {
      treat(current, time, isBackfill: false)
      openSlots -= 1
      escalationPatients += 1
      return .treated
    }
    if let dose = backfillDose(at: time) {
      treat(dose, time, isBackfill: true)
      return .treated
    }
    return .refused
  }

  var isFull: Bool { escalationPatients >= engine.plan.maximumPatients }

  private mutating func openCohort(_ dose: Int) {
    current = dose
    openSlots = engine.plan.nextCohort(after: escalationPatients)
    cohortStart = patients.count
  }

  private func gapsHaveElapsed(_ dose: Int, _ time: Double) -> Bool {
    for (index, patient) in patients.enumerated().reversed() {
      if index >= cohortStart, !patient.isBackfill, time < patient.start + calendar.patientGap {
        return false
      }
      if treatedAt[dose - 1] == 1, patient.dose == dose {
        return time >= patient.start + calendar.sentinelGap
      }
    }
    return true
  }

  private mutating func treat(_ dose: Int, _ time: Double, isBackfill: Bool) {
    // Draws belong to the patient, not to what happened before.
    var stream = RandomStream(seed: seed, entity: trial, step: UInt32(arrived))
    let isToxic = stream.uniform() < scenario.toxicity[dose - 1]
    let isEffective = stream.uniform() < scenario.efficacy.map { $0[dose - 1] } ?? 0
    let isLate = stream.uniform() < calendar.lateShare
    let delay = calendar.window * (stream.uniform() + (isLate ? 1 : 0)) / 2
    treatedAt[dose - 1] += 1
    patients.append(
      ObservedPatient(
        dose: dose, start: time, toxicity: isToxic ? time + delay : .infinity, end: time + calendar.window,
        isEffective: isEffective, isBackfill: isBackfill))
  }

  mutating func finish(_ time: Double, _ action: DoseAction, _ rule: DoseRule) {
    end = time
    self.rule = rule
    if case .stop(let dose) = action { selected = dose }
  }
}
