import Foundation
import MyelonTrialDesigns
import Testing

@Suite("Bad input of dose finding")
struct BadInputTests {
  private let plan = EscalationPlan(doses: 3)

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing thrown"
    } catch {
      return String(describing: error)
    }
  }

  @Test("More toxicities than patients names dose and cohort")
  func tooManyToxicities() {
    let text = message {
      _ = try DoseData(cohorts: [
        DoseCohort(dose: 1, patients: 3, toxicities: 0), DoseCohort(dose: 3, patients: 3, toxicities: 4),
      ])
    }
    #expect(text == "dose 3, cohort 2: 4 toxicities among 3 patients: correct one of the two")
    #expect(
      message { _ = try DoseTally(patients: [3, 3], toxicities: [0, 5]) }
        == "dose 2: 5 toxicities among 3 patients: correct one of the two")
  }

  @Test("Unknown doses and negative follow-up name the patient")
  func patients() {
    let design = BOIN(plan: plan, target: 0.3)
    let unknown = DoseData(patients: [DosePatient(dose: 4, toxicity: false, identifier: "P-07")])
    #expect(
      message { _ = try design.recommendation(after: unknown) }
        == "patient P-07: the design has doses 1 to 3; found dose 4")
    let early = DoseData(patients: [DosePatient(dose: 1, toxicity: false, followUp: -2)], window: 30)
    #expect(
      message { _ = try design.recommendation(after: early) }
        == "patient 1, follow-up in days: must be finite and at least 0; found -2")
    let open = DoseData(patients: [DosePatient(dose: 1, toxicity: false, followUp: 2)])
    #expect(message { _ = try design.recommendation(after: open) }.contains("together with the window"))
    let nan = DoseData(patients: [DosePatient(dose: 1, toxicity: false, followUp: .nan)], window: 30)
    #expect(message { _ = try design.recommendation(after: nan) }.contains("patient 1, follow-up in days"))
    let crowd = DoseData(
      patients: [DosePatient](repeating: DosePatient(dose: 1, toxicity: false), count: 256))
    #expect(message { _ = try design.recommendation(after: crowd) }.contains("at most 255"))
  }

  @Test("Designs report every finding at once")
  func designs() {
    var design = BOIN(plan: EscalationPlan(doses: 0, cohortSize: 0, maximumPatients: 0), target: 1.5)
    #expect(design.findings().count >= 5)
    design = BOIN(plan: plan, target: 0.3, lowRate: 0.4, highRate: 0.2)
    #expect(message { try design.validate() }.split(separator: "\n").count == 2)
    let crm = ContinualReassessment(plan: plan, target: 0.3, skeleton: [0.1, 0.3, 0.2])
    #expect(
      message { try crm.validate() }
        == "skeleton, dose 3: must be above the one before, 0.3; found 0.2: sort or correct it")
    let short = ContinualReassessment(plan: plan, target: 0.3, skeleton: [0.1, 0.3])
    #expect(message { try short.validate() } == "skeleton: 3 values are needed; found 2: give one for each")
    let one = ContinualReassessment(plan: plan, target: 0.3, skeleton: [0.1, 0.3, 1])
    #expect(message { try one.validate() }.contains("skeleton, dose 3: must be between 0 and 1"))
    let steep = ContinualReassessment(
      plan: plan, target: 0.3, skeleton: [0.1, 0.3, 0.6], model: .logistic, intercept: 0)
    #expect(message { try steep.validate() }.contains("skeleton, dose 3"))
    let stage = ContinualReassessment(
      plan: plan, target: 0.3, skeleton: [0.1, 0.2, 0.3], firstStage: [1, 2, 1, 7])
    #expect(stage.findings().count == 2)
    let keys = KeyboardDesign(plan: plan, target: 0.3, lowerMargin: 0.4, upperMargin: .nan)
    #expect(keys.findings().count == 2)
    let utility = OutcomeUtility(effectiveToxic: 80)
    #expect(BOIN12(plan: plan, utility: utility).findings().count == 1)
    #expect(throws: TrialDesignError.self) {
      try EffToxContour(
        efficacyWithoutToxicity: 0.5, toxicityWithCertainEfficacy: 0.6, efficacy: 0.4, toxicity: 0.7)
    }
  }

  @Test("Truths and calendars are checked")
  func scenarios() {
    let design = BOIN(plan: plan, target: 0.3)
    #expect(
      message { _ = try design.exactCharacteristics(toxicity: [0.1, 1.2, 0.3]) }
        == "true rate of toxicity, dose 2: must be between 0 and 1, both excluded; found 1.2")
    #expect(message { _ = try design.exactCharacteristics(toxicity: [0.1]) }.contains("3 values are needed"))
    let truth = DoseScenario(toxicity: [0.1, 0.2, 0.3])
    for calendar in [
      TrialCalendar(window: 0, arrivalInterval: 10), TrialCalendar(window: 90, arrivalInterval: -1),
      TrialCalendar(window: .infinity, arrivalInterval: 10),
      TrialCalendar(window: 90, arrivalInterval: 10, lateShare: 2),
      TrialCalendar(window: 90, arrivalInterval: 1e-6),
      TrialCalendar(window: 90, arrivalInterval: 10, backfill: BackfillRule(largestAtDose: 250)),
    ] {
      #expect(throws: TrialDesignError.self) {
        try design.simulatedConduct(truth, calendar: calendar, trials: 10, seed: 1)
      }
    }
    #expect(throws: TrialDesignError.self) { try design.simulatedCharacteristics(truth, trials: 0, seed: 1) }
  }

  @Test("A file names row and column of everything that cannot be read")
  func files() throws {
    let text = message {
      _ = try DoseData(csv: "dose,toxicity,follow_up\n1,0,\n2,maybe,30\nx,1,abc\n", window: 90)
    }
    #expect(
      text.split(separator: "\n").map(String.init) == [
        "row 3, column toxicity: must be 0 or 1; found \"maybe\"",
        "row 4, column dose: must be a whole number; found \"x\"",
        "row 4, column follow_up: must be a number; found \"abc\"",
      ])
    #expect(message { _ = try DoseData(csv: "dose,toxic\n1,0\n") }.contains("row 1, column 2"))
    #expect(message { _ = try DoseData(csv: "") }.contains("row 1"))
    let data = try DoseData(
      csv: "# comment\npatient, dose, toxicity, cohort, follow_up\r\nA,1,no,1,\r\n\nB,2,yes,2,12.5\n",
      window: 90)
    #expect(data.patients.count == 2)
    #expect(
      data.patients[1] == DosePatient(dose: 2, toxicity: true, followUp: 12.5, cohort: 2, identifier: "B"))
  }

  @Test("Own tables must be complete and may not get milder with more toxicities")
  func tables() throws {
    let table = BOIN(plan: plan, target: 0.3).table(upTo: 12)
    #expect(try IntervalTable(csv: table.grid(title: "").csv) == table)
    #expect(
      message { _ = try IntervalTable(csv: "toxicities,1,2\n0,E,E\n1,X,S\n2,,D\n") }.contains(
        "row 3, column 2"))
    #expect(
      message { _ = try IntervalTable(csv: "toxicities,1\n0,D\n1,E\n") }.contains("1 patients, 1 toxicities"))
    let design = TableDesign(plan: plan, table: table, target: 0.3)
    #expect(
      message { try design.validate() } == "table, columns: 30 values are needed; found 12: give one for each"
    )
  }
}
