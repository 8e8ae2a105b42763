import Foundation
import MyelonTrialDesigns
import Testing

@Suite("Operating characteristics: laws and simulation")
struct CharacteristicsPropertyTests {
  private let truth = [0.08, 0.2, 0.35, 0.5]

  private func checkLaws(_ found: OperatingCharacteristics) {
    #expect(abs(found.selection.reduce(found.noSelection, +) - 1) < 1e-12)
    // Wald: patients join a dose before their results, so toxicities are the rate times the patients.
    for dose in found.toxicity.indices {
      #expect(abs(found.toxicities[dose] - found.toxicity[dose] * found.patients[dose]) < 1e-12)
    }
    #expect(found.safetyStop <= found.earlyStop + 1e-12)
  }

  @Test("Probabilities sum to one and toxicities are rates times patients")
  func laws() throws {
    let plan = EscalationPlan(doses: 4, startingDose: 2, maximumPatients: 23, enoughAtDose: 12)
    checkLaws(try BOIN(plan: plan, target: 0.25).exactCharacteristics(toxicity: truth))
    checkLaws(
      try KeyboardDesign(plan: plan, target: 0.25, ends: .perWidth).exactCharacteristics(toxicity: truth))
    checkLaws(try ToxicityIntervalDesign(plan: plan, target: 0.25).exactCharacteristics(toxicity: truth))
    for variant in ThreePlusThreeVariant.allCases {
      let design = ThreePlusThree(doses: 4, startingDose: 2, variant: variant)
      checkLaws(try design.exactCharacteristics(toxicity: truth))
    }
  }

  @Test("3+3 with a single dose has its closed form")
  func singleDose() throws {
    for p in [0.0, 0.1, 0.37, 1.0] {
      let q = 1 - p
      let found = try ThreePlusThree(doses: 1).exactCharacteristics(toxicity: [p])
      // No selection: two or more of three, or one of three and at least one of three more.
      let two = 3 * p * p * q + p * p * p
      let expected = two + 3 * p * q * q * (1 - q * q * q)
      #expect(abs(found.noSelection - expected) < 1e-14)
      #expect(abs(found.totalPatients - (3 + 3 * 3 * p * q * q)) < 1e-14)
    }
  }

  @Test("Harmless doses end at the top, certain toxicity ends the trial")
  func extremes() throws {
    let design = BOIN(plan: EscalationPlan(doses: 4, maximumPatients: 24), target: 0.3)
    let safe = try design.exactCharacteristics(toxicity: [0, 0, 0, 0])
    #expect(safe.selection == [0, 0, 0, 1])
    #expect(safe.patients == [3, 3, 3, 15])
    let toxic = try design.exactCharacteristics(toxicity: [1, 1, 1, 1])
    #expect(toxic.noSelection == 1)
    #expect(toxic.patients == [3, 0, 0, 0])
    #expect(toxic.safetyStop == 1)
  }

  @Test("Simulation agrees with enumeration within its error")
  func simulation() throws {
    let plan = EscalationPlan(doses: 4, maximumPatients: 24, enoughAtDose: 12)
    let trials = 20_000
    func compare<Design: DoseFindingDesign>(_ design: Design) throws {
      let exact = try design.exactCharacteristics(toxicity: truth)
      let found = try design.simulatedCharacteristics(
        DoseScenario(toxicity: truth), trials: trials, seed: 5, threads: 2)
      for dose in truth.indices {
        let p = exact.selection[dose]
        #expect(abs(found.selection[dose] - p) < 4.5 * (p * (1 - p) / Double(trials)).squareRoot())
        #expect(abs(found.patients[dose] - exact.patients[dose]) < 4.5 * found.patientError[dose])
      }
      let p = exact.earlyStop
      #expect(abs(found.earlyStop - p) < 4.5 * (p * (1 - p) / Double(trials)).squareRoot())
    }
    try compare(BOIN(plan: plan, target: 0.3))
    try compare(KeyboardDesign(plan: plan, target: 0.3))
    try compare(ThreePlusThree(doses: 4, variant: .sixAtSelected))
  }

  /// get.oc of the R packages BOIN (10,000 trials) and Keyboard (2,000), with their Monte-Carlo error.
  @Test(
    "R's simulations agree with enumeration", .enabled(if: TrialFacts.arePresent, "\(TrialFacts.absence)"))
  func packages() throws {
    var worst = 0.0
    for row in try TrialFacts.rows("oc_boin_keyboard.csv") {
      func number(_ name: String) -> Double { row[name].flatMap(Double.init) ?? .nan }
      let p = TrialFacts.numbers(row["p"])
      let size = Int(number("cohortsize"))
      let plan = EscalationPlan(
        doses: p.count, cohortSize: size, maximumPatients: size * Int(number("ncohort")),
        enoughAtDose: Int(number("n_earlystop")))
      let overdose = OverdoseControl(extraSafeOffset: row["extrasafe"] == "TRUE" ? 0.05 : nil)
      let exact =
        row["design"] == "BOIN"
        ? try BOIN(plan: plan, target: number("target"), overdose: overdose).exactCharacteristics(toxicity: p)
        : try KeyboardDesign(plan: plan, target: number("target"), overdose: overdose).exactCharacteristics(
          toxicity: p)
      for (found, percent) in zip(exact.selection, TrialFacts.numbers(row["selpct"])) {
        // At least one trial's worth, so that rare selections do not divide by nothing.
        let error = max((found * (1 - found) / number("ntrial")).squareRoot(), 1 / number("ntrial"))
        worst = max(worst, abs(found - percent / 100) / error)
      }
    }
    print("R's simulations: largest distance in standard errors", worst)
    #expect(worst < 4)
  }

  @Test("Any number of threads gives the same bits")
  func threads() throws {
    let truth = DoseScenario(toxicity: truth, efficacy: [0.2, 0.4, 0.5, 0.5])
    let plan = EscalationPlan(doses: 4, maximumPatients: 18)
    let reassessment = ContinualReassessment(
      plan: plan, target: 0.3, skeleton: [0.1, 0.2, 0.3, 0.4], timeToEvent: true)
    let calendar = TrialCalendar(
      window: 120, arrivalInterval: 20, sentinelGap: 28, waiting: .waits, backfill: BackfillRule())
    let one = try reassessment.simulatedConduct(truth, calendar: calendar, trials: 100, seed: 9, threads: 1)
    #expect(
      one == (try reassessment.simulatedConduct(truth, calendar: calendar, trials: 100, seed: 9, threads: 3)))
    #expect(
      one != (try reassessment.simulatedConduct(truth, calendar: calendar, trials: 100, seed: 10, threads: 3))
    )
    let design = BOIN12(plan: plan)
    let two = try design.simulatedCharacteristics(truth, trials: 500, seed: 2, threads: 1)
    #expect(two == (try design.simulatedCharacteristics(truth, trials: 500, seed: 2, threads: 4)))
  }

  @Test(
    "The exact way is refused where decisions need more than counts, and where there is too much to count")
  func refused() throws {
    let design = ContinualReassessment(
      plan: EscalationPlan(doses: 4), target: 0.3, skeleton: [0.1, 0.2, 0.3, 0.4])
    #expect(throws: TrialDesignError.self) { try design.exactCharacteristics(toxicity: truth) }
    let large = BOIN(plan: EscalationPlan(doses: 4), target: 0.3)
    // 9 states after two cohorts, 25 after three.
    #expect(throws: TrialDesignError.tooLarge(cell: "states of the trial", limit: 20, found: 25)) {
      try large.exactCharacteristics(toxicity: truth, stateLimit: 20)
    }
  }
}
