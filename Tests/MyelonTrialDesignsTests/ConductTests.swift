import Foundation
import MyelonStatistics
import MyelonTrialDesigns
import Testing

@Suite("Conduct in time")
struct ConductTests {
  let truth = DoseScenario(
    toxicity: [0.05, 0.12, 0.25, 0.4, 0.55], efficacy: [0.2, 0.4, 0.5, 0.6, 0.6])

  /// dfcrm 0.2, titesim, 200 trials: fixed accrual of 4 patients a window, uniform times, no skipping, no coherence.
  @Test("TITE-CRM agrees with dfcrm's simulation")
  func timeToEventReassessment() throws {
    let design = ContinualReassessment(
      plan: EscalationPlan(doses: 5, startingDose: 3, cohortSize: 1, maximumPatients: 24), target: 0.25,
      skeleton: [0.0839734913056243, 0.156741021142636, 0.25, 0.354500427615112, 0.460343111085307],
      isCoherent: false, timeToEvent: true)
    let calendar = TrialCalendar(window: 100, arrivalInterval: 25, arrivesAtRandom: false)
    let found = try design.simulatedConduct(truth, calendar: calendar, trials: 4000, seed: 3, threads: 2)
    for (a, b) in zip(found.characteristics.selection, [0.02, 0.215, 0.535, 0.215, 0.015]) {
      #expect(abs(a - b) < 4 * (b * (1 - b) * (1 / 200 + 1 / 4000)).squareRoot())
    }
    for (dose, b) in [2.19, 5.25, 9.69, 4.37, 2.52].enumerated() {
      // The reference has 200 trials and about the same deviation.
      #expect(
        abs(found.characteristics.patients[dose] - b) < 4 * found.characteristics.patientError[dose]
          * 21.0.squareRoot())
    }
    // The last patient comes after 24 intervals and is observed for a window at most.
    #expect((found.durationQuantiles.last ?? 0) <= 700)
  }

  @Test("BOIN in time has the exact characteristics of BOIN at once", arguments: WaitingPolicy.allCases)
  func reduction(_ waiting: WaitingPolicy) throws {
    let design = BOIN(plan: EscalationPlan(doses: 5, maximumPatients: 30), target: 0.25)
    let exact = try design.exactCharacteristics(toxicity: truth.toxicity)
    let calendar = TrialCalendar(
      window: 90, arrivalInterval: 20, patientGap: 7, sentinelGap: 30, waiting: waiting)
    let found = try design.simulatedConduct(truth, calendar: calendar, trials: 4000, seed: 11, threads: 2)
    for (a, b) in zip(found.characteristics.selection, exact.selection) {
      #expect(abs(a - b) < 4.5 * (b * (1 - b) / 4000).squareRoot())
    }
    for dose in 0..<5 {
      #expect(
        abs(found.characteristics.patients[dose] - exact.patients[dose])
          < 4.5 * found.characteristics.patientError[dose])
    }
    #expect((waiting == .waits) == (found.turnedAway == 0))
    #expect((waiting == .waits) == (found.wait > 0))
    // Deciding with patients under observation saves time and does not select worse by more than noise.
    let late = try TimeToEventBOIN(design: design).simulatedConduct(
      truth, calendar: calendar, trials: 4000, seed: 11, threads: 2)
    #expect(late.duration.high < found.duration.low)
    #expect(late.characteristics.selection[2] > exact.selection[2] - 0.03)
  }

  /// Patients come daily and wait; nobody has toxicity: three doses of three patients each.
  @Test("The duration of a trial without toxicity is what the calendar says")
  func duration() throws {
    let design = ThreePlusThree(doses: 3)
    let harmless = DoseScenario(toxicity: [0, 0, 0])
    func days(_ patientGap: Double, _ sentinelGap: Double) throws -> Double {
      let calendar = TrialCalendar(
        window: 100, arrivalInterval: 1, arrivesAtRandom: false, patientGap: patientGap,
        sentinelGap: sentinelGap,
        waiting: .waits)
      return try design.simulatedConduct(harmless, calendar: calendar, trials: 1, seed: 1).duration.value
    }
    #expect(try days(7, 0) == 1 + 3 * (14 + 100))
    #expect(try days(7, 30) == 1 + 3 * (37 + 100))
    #expect(try days(0, 30) == 1 + 3 * (30 + 100))
  }

  @Test("Late toxicities come late")
  func late() throws {
    // One cohort of one; the trial ends when its toxicity is known.
    let design = BOIN(plan: EscalationPlan(doses: 1, cohortSize: 1, maximumPatients: 1), target: 0.3)
    for (share, mean) in [(0.0, 25.0), (0.5, 50), (1, 75)] {
      let calendar = TrialCalendar(window: 100, arrivalInterval: 1, arrivesAtRandom: false, lateShare: share)
      let found = try design.simulatedConduct(
        DoseScenario(toxicity: [1]), calendar: calendar, trials: 4000, seed: 4)
      #expect(abs(found.duration.value - 1 - mean) < 4.5 * found.duration.standardError)
    }
  }

  @Test("Patients are added only below the current dose, up to the limit, and only where efficacy was seen")
  func backfill() throws {
    let design = BOIN(plan: EscalationPlan(doses: 3, maximumPatients: 18), target: 0.3)
    func run(_ efficacy: [Double]?, _ rule: BackfillRule) throws -> ConductCharacteristics {
      let calendar = TrialCalendar(window: 120, arrivalInterval: 10, backfill: rule)
      return try design.simulatedConduct(
        DoseScenario(toxicity: [0, 0, 0], efficacy: efficacy), calendar: calendar, trials: 400, seed: 8)
    }
    // Without toxicity cohorts of three go to doses 1, 2 and 3, and the rest to dose 3.
    let free = try run(nil, BackfillRule(largestAtDose: 8, requiresEfficacy: false))
    #expect(free.characteristics.patients[0] == 8)
    #expect(free.characteristics.patients[1] == 8)
    #expect(free.characteristics.patients[2] == 12)
    #expect(free.backfill == [5, 5, 0])
    #expect(try run([0, 0, 0], BackfillRule()).backfill == [0, 0, 0])
    #expect(try run([1, 1, 1], BackfillRule(largestAtDose: 8)).backfill == [5, 5, 0])
    // Efficacy at dose 2 alone opens dose 2 and not dose 1.
    #expect(try run([0, 1, 0], BackfillRule(largestAtDose: 8)).backfill == [0, 5, 0])
  }

  @Test("Closing a cohort for certain toxicity spares patients")
  func closing() throws {
    let design = BOIN(plan: EscalationPlan(doses: 2, cohortSize: 6, maximumPatients: 24), target: 0.2)
    let toxic = DoseScenario(toxicity: [0.7, 0.9])
    func patients(_ closes: Bool) throws -> Double {
      let calendar = TrialCalendar(window: 20, arrivalInterval: 30, closesUnsafeCohorts: closes)
      return try design.simulatedConduct(toxic, calendar: calendar, trials: 500, seed: 6).characteristics
        .totalPatients
    }
    #expect(try patients(true) < patients(false) - 0.5)
  }
}
