import Foundation
import MyelonTrialDesigns
import Testing

@Suite("Recommendations and tables")
struct RecommendationTests {
  private let boin = BOIN(plan: EscalationPlan(doses: 3, maximumPatients: 18), target: 0.3)

  private func data(_ cohorts: [(Int, Int, Int)]) throws -> DoseData {
    try DoseData(cohorts: cohorts.map { DoseCohort(dose: $0.0, patients: $0.1, toxicities: $0.2) })
  }

  private func next(_ design: some DoseFindingDesign, _ cohorts: [(Int, Int, Int)]) throws
    -> DoseRecommendation
  {
    try design.recommendation(after: data(cohorts))
  }

  @Test("BOIN says what it does and why")
  func reasons() throws {
    #expect(try next(boin, []).decision == DoseDecision(.treat(1), .start))
    let up = try next(boin, [(1, 3, 0)])
    #expect(up.decision.action == .treat(2))
    #expect(up.reason == "Dose 1: 0 toxicities among 3 patients; up to 0 of 3 lead up: go up to dose 2.")
    #expect(try next(boin, [(1, 3, 1)]).decision.rule == .stay)
    #expect(try next(boin, [(1, 3, 2)]).decision.rule == .lowestDose)
    let out = try next(boin, [(1, 3, 0), (2, 3, 3)])
    #expect(out.decision == DoseDecision(.treat(1), .eliminated, eliminatedFrom: 2))
    #expect(out.reason.contains("exceeds 0.3 is 0.992, above 0.95"))
    #expect(try next(boin, [(1, 3, 0), (2, 3, 3), (1, 3, 0)]).decision.rule == .nextEliminated)
    #expect(try next(boin, [(1, 3, 3)]).decision.action == .stop(selected: nil))
    #expect(try next(boin, [(1, 3, 0), (2, 3, 0), (3, 12, 1)]).decision.rule == .maximumPatients)
    #expect(
      try next(boin, [(1, 3, 0), (2, 3, 0), (3, 3, 0)]).decision == DoseDecision(.treat(3), .highestDose))
    var early = boin
    early.plan.enoughAtDose = 6
    #expect(
      try next(early, [(1, 3, 0), (2, 3, 0), (3, 6, 2)]).decision
        == DoseDecision(.stop(selected: 3), .enoughAtDose))
    early.plan.enoughAtDose = nil
    // Pr(rate > 0.3) is 0.8497 after 4 of 9 and 0.874 after 3 of 6, against 0.85.
    early.overdose.extraSafeOffset = 0.1
    #expect(try next(early, [(1, 6, 3), (1, 3, 1)]).decision.rule == .lowestDose)
    #expect(try next(early, [(1, 3, 1), (1, 3, 2)]).decision.rule == .extraSafe)
  }

  @Test("A design that waits for results waits, and leaves pending added patients out")
  func pending() throws {
    var patients = [DosePatient](repeating: DosePatient(dose: 1, toxicity: false, cohort: 1), count: 3)
    patients[2].followUp = 40
    let waits = try boin.recommendation(after: DoseData(patients: patients, window: 90))
    #expect(waits.decision == DoseDecision(.wait, .pending))
    #expect(waits.reason == "Results of 1 of 3 patients at dose 1 are outstanding.")
    patients[2].followUp = 90
    patients.append(DosePatient(dose: 2, toxicity: true, cohort: 2))
    patients.append(DosePatient(dose: 1, toxicity: false, followUp: 10, isBackfill: true))
    #expect(
      try boin.recommendation(after: DoseData(patients: patients, window: 90)).decision.action == .treat(1))
  }

  @Test("3+3 follows its rules by hand")
  func threePlusThree() throws {
    let plain = ThreePlusThree(doses: 3)
    let six = ThreePlusThree(doses: 3, variant: .sixAtSelected)
    #expect(try next(plain, [(1, 2, 0)]).decision.rule == .cohortIncomplete)
    #expect(try next(plain, [(1, 3, 1)]).decision == DoseDecision(.treat(1), .stay))
    #expect(try next(plain, [(1, 3, 1), (1, 3, 0)]).decision == DoseDecision(.treat(2), .escalate))
    #expect(
      try next(plain, [(1, 3, 0), (2, 3, 2)]).decision == DoseDecision(.stop(selected: 1), .toleratedBelow))
    #expect(try next(six, [(1, 3, 0), (2, 3, 2)]).decision == DoseDecision(.treat(1), .deEscalate))
    #expect(
      try next(six, [(1, 3, 0), (2, 3, 2), (1, 3, 1)]).decision == DoseDecision(.stop(selected: 1), .accepted)
    )
    #expect(
      try next(six, [(1, 3, 0), (2, 3, 2), (1, 3, 2)]).decision
        == DoseDecision(.stop(selected: nil), .noneTolerated))
    #expect(try next(six, [(1, 3, 0), (2, 3, 0), (3, 3, 0)]).decision == DoseDecision(.treat(3), .stay))
    let top = ThreePlusThree(doses: 3, variant: .sixBelowToxic)
    #expect(
      try next(top, [(1, 3, 0), (2, 3, 0), (3, 3, 0)]).decision == DoseDecision(.stop(selected: 3), .accepted)
    )
  }

  @Test("CRM does not skip, is coherent, and keeps to its first stage")
  func reassessment() throws {
    var design = ContinualReassessment(
      plan: EscalationPlan(doses: 5), target: 0.3, skeleton: [0.05, 0.1, 0.3, 0.5, 0.7])
    #expect(try next(design, [(1, 3, 0)]).decision == DoseDecision(.treat(2), .noSkipping))
    design.neverSkips = false
    guard case .treat(let free) = try next(design, [(1, 3, 0)]).decision.action else {
      Issue.record("The trial goes on")
      return
    }
    #expect(free > 2)
    // Nine without toxicity at dose 2 let the model go up although the last patient had one.
    design.plan.cohortSize = 1
    let toxic: [(Int, Int, Int)] = [(2, 9, 0), (2, 1, 1)]
    #expect(try next(design, toxic).decision == DoseDecision(.treat(2), .coherence))
    design.isCoherent = false
    #expect(try next(design, toxic).decision.rule == .model)
    design.firstStage = [1, 2, 2, 3, 3, 3]
    #expect(try next(design, [(1, 1, 0), (2, 1, 0)]).decision == DoseDecision(.treat(2), .firstStage))
    #expect(try next(design, [(1, 1, 0), (2, 1, 1)]).decision.rule != .firstStage)
    design.overdoseCutoff = 0.9
    let stop = try next(design, [(1, 3, 3)])
    #expect(stop.decision.action == .stop(selected: nil))
    #expect(stop.reason.contains("dose 1 exceeds the target is"))
  }

  @Test("Tables print as text and as comma-separated values")
  func tables() throws {
    let table = try boin.decisionTable()
    #expect(table.rows[0].prefix(4) == ["escalate if toxicities <=", "0", "0", "0"])
    #expect(table.csv.hasPrefix("patients at the dose,1,2,3,"))
    #expect(table.text.contains("eliminate if toxicities >=    -  -  3"))
    #expect(DesignTable(title: "", columns: ["a,b", "c\"d"], rows: []).csv == "\"a,b\",\"c\"\"d\"\n")
    for text in [
      try ThreePlusThree(doses: 3).decisionTable().text, try BOIN12(plan: boin.plan).decisionTable().text,
      try TimeToEventBOIN(design: boin).decisionTable().text,
      try ContinualReassessment(plan: boin.plan, target: 0.3, skeleton: [0.1, 0.2, 0.3]).decisionTable().text,
      try KeyboardDesign(plan: boin.plan, target: 0.3).decisionTable().text,
      try TableDesign(plan: boin.plan, table: boin.table(upTo: 18), target: 0.3).decisionTable().text,
    ] {
      #expect(text.split(separator: "\n").count > 4)
    }
  }

  @Test("Designs are read with defaults and come back as they were")
  func coding() throws {
    let text = #"{"plan": {"doses": 4}, "target": 0.25}"#
    let read = try JSONDecoder().decode(BOIN.self, from: Data(text.utf8))
    #expect(read == BOIN(plan: EscalationPlan(doses: 4), target: 0.25))
    func returns<Value: Codable & Equatable>(_ value: Value) throws {
      #expect(try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value)) == value)
    }
    try returns(boin)
    try returns(TimeToEventBOIN(design: boin, largestPendingShare: 0.4))
    try returns(ThreePlusThree(doses: 4, variant: .sixBelowToxic))
    try returns(KeyboardDesign(plan: boin.plan, target: 0.2, ends: .perWidth))
    try returns(ToxicityIntervalDesign(plan: boin.plan, target: 0.2))
    try returns(BOIN12(plan: boin.plan, explorationPatients: 12))
    try returns(
      ContinualReassessment(plan: boin.plan, target: 0.3, skeleton: [0.1, 0.2, 0.3], firstStage: [1, 2, 3]))
    try returns(TableDesign(plan: boin.plan, table: boin.table(upTo: 18), target: 0.3))
    try returns(TrialCalendar(window: 90, arrivalInterval: 20, backfill: BackfillRule()))
    try returns(
      EffToxContour(
        efficacyWithoutToxicity: 0.5, toxicityWithCertainEfficacy: 0.65, efficacy: 0.7, toxicity: 0.25))
  }
}
