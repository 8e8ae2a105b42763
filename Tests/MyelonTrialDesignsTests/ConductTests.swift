import Foundation
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
    let start = Date()
    let found = try design.simulatedConduct(truth, calendar: calendar, trials: 4000, seed: 3, threads: 2)
    print(
      "TITE-CRM", Date().timeIntervalSince(start), found.characteristics.selection,
      found.characteristics.patients, found.duration)
    for (a, b) in zip(found.characteristics.selection, [0.02, 0.215, 0.535, 0.215, 0.015]) {
      #expect(abs(a - b) < 4 * (b * (1 - b) * (1 / 200 + 1 / 4000)).squareRoot())
    }
    print(found.table.text)
  }

  @Test("BOIN in time has the exact characteristics of BOIN at once")
  func reduction() throws {
    let design = BOIN(plan: EscalationPlan(doses: 5, maximumPatients: 30), target: 0.25)
    let exact = try design.exactCharacteristics(toxicity: truth.toxicity)
    for waiting in WaitingPolicy.allCases {
      let calendar = TrialCalendar(
        window: 90, arrivalInterval: 20, patientGap: 7, sentinelGap: 30, waiting: waiting)
      let found = try design.simulatedConduct(truth, calendar: calendar, trials: 5000, seed: 11, threads: 2)
      print(found.table.text)
      for (a, b) in zip(found.characteristics.selection, exact.selection) {
        #expect(abs(a - b) < 4 * (b * (1 - b) / 5000).squareRoot() + 1e-4)
      }
      let tite = try TimeToEventBOIN(design: design).simulatedConduct(
        truth, calendar: calendar, trials: 5000, seed: 11, threads: 2)
      print(tite.table.text)
      let filled = try TimeToEventBOIN(design: design).simulatedConduct(
        truth,
        calendar: TrialCalendar(
          window: 90, arrivalInterval: 20, patientGap: 7, sentinelGap: 30, waiting: waiting,
          backfill: BackfillRule()), trials: 5000, seed: 11, threads: 2)
      print(filled.table.text)
    }
  }
}
