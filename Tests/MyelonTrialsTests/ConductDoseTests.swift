import MyelonTrialDesigns
import Testing

@testable import MyelonTrials

@Suite("The next step of a dose finding")
struct ConductDoseTests {
  private func advice(_ text: String, _ csv: String, today: String? = nil) throws -> ConductAdvice {
    let trial = try ProtocolTexts.read(text)
    return try TrialConduct(trial, ProtocolTexts.data(csv, trial, today: today)).next()
  }

  @Test("A full cohort leads to the design's decision, in words")
  func full() throws {
    let found = try advice(ProtocolTexts.boin, "dose,toxicity\n1,0\n1,0\n1,0\n")
    #expect(found.action == .treat && found.dose == 2 && found.people == 3 && found.rule == "escalate")
    #expect(found.reason == "Dose 1: 0 toxicities among 3 patients; up to 0 of 3 lead up: go up to dose 2.")
    #expect(found.headline == "TREAT the next 3 people at dose 2 (b)")
    #expect(found.stage == .doseFinding && found.stageReason.contains("3 people"))
  }

  @Test("A cohort with places left is completed")
  func open() throws {
    let found = try advice(ProtocolTexts.boin, "dose,toxicity\n1,0\n1,0\n1,0\n2,1\n")
    #expect(
      found.action == .treat && found.dose == 2 && found.people == 2 && found.rule == "cohort-incomplete")
    let next = try advice(ProtocolTexts.boin, "dose,toxicity\n1,0\n1,0\n1,0\n2,1\n2,0\n2,0\n2,0\n")
    #expect(next.dose == 2 && next.people == 2)
  }

  @Test("A cohort whose harmless rest would still lead down is closed")
  func closed() throws {
    // 2 of 2 at dose 2: with a third patient without toxicity 2 of 3, which leads down.
    let found = try advice(ProtocolTexts.boin, "dose,toxicity\n1,0\n1,0\n1,0\n2,1\n2,1\n")
    #expect(found.action == .treat && found.dose == 1, "\(found)")
    #expect(found.notes.contains { $0.contains("closed with 2 of 3") })
    let small = try TrialProtocol.read(path: ProtocolTexts.examples + "/thoracic-three-plus-three.yaml")
    let data = try ProtocolTexts.data("dose,toxicity\n1,0\n1,0\n1,0\n2,1\n2,1\n", small)
    let stop = try TrialConduct(small, data).next()
    #expect(stop.action == .stop && stop.dose == 1 && stop.doseName == "dose 1 (1 million cells)", "\(stop)")
  }

  @Test("Outstanding results are waited for by designs that need them, with the day")
  func waits() throws {
    let text = ProtocolTexts.late.replacing("tite-boin", with: "boin")
    let csv = "person,dose,enrolled,toxicity\na,1,2027-01-01,0\nb,1,2027-01-21,0\nc,1,2027-01-26,\n"
    let found = try advice(text, csv, today: "2027-04-20")
    // 2027-01-26 and 100 days.
    #expect(
      found.action == .wait && found.until?.description == "2027-05-06" && found.daysUntil == 16, "\(found)")
    #expect(found.due.map(\.person) == ["b", "c"] && found.due.map(\.days) == [11, 16])
    #expect(
      found.notes.contains {
        $0.contains("If nobody has a toxicity before then: Treat the next patients at dose 2")
      })
    let unknown = try advice(text.replacing(#/  calendar:.*/#, with: ""), "dose,toxicity\n1,0\n1,0\n1,\n")
    #expect(unknown.action == .wait && unknown.until == nil && unknown.headline == "WAIT for results")
  }

  @Test("TITE-BOIN suspends until fewer than half are watched, and otherwise goes on")
  func late() throws {
    let csv = "person,dose,enrolled,toxicity\na,1,0,0\nb,1,20,0\nc,1,25,0\n"
    let waiting = try advice(ProtocolTexts.late, csv, today: "30")
    #expect(
      waiting.action == .wait && waiting.until?.description == "day 120" && waiting.daysUntil == 90,
      "\(waiting)")
    let going = try advice(ProtocolTexts.late, csv, today: "121")
    #expect(going.action == .treat && going.dose == 2, "\(going)")
  }

  @Test("Gaps between patients tell the first day of the next")
  func gaps() throws {
    let first = try advice(ProtocolTexts.late, "person,dose,enrolled,toxicity\na,1,0,\n", today: "3")
    #expect(first.action == .treat && first.notBefore?.description == "day 20" && first.people == 2)
    let second = try advice(
      ProtocolTexts.late, "person,dose,enrolled,toxicity\na,1,0,\nb,1,20,\n", today: "21")
    #expect(second.notBefore?.description == "day 25")
    let later = try advice(
      ProtocolTexts.late, "person,dose,enrolled,toxicity\na,1,0,\nb,1,20,\n", today: "25")
    #expect(later.notBefore == nil)
  }

  @Test("A safety rule that has fired comes first")
  func safety() throws {
    let text =
      ProtocolTexts.boin + "\nsafety:\n  - {name: deaths, event: death, count: 1, action: pause}\n"
      + "  - {name: deaths, event: death, count: 2, action: stop}\n"
    let one = try advice(text, "dose,toxicity,death\n1,0,0\n1,0,1\n1,0,0\n")
    #expect(
      one.action == .wait && one.isSafety && one.headline == "PAUSE enrolment for safety" && one.dose == nil)
    #expect(one.notes.first?.contains("Without the safety rule: TREAT the next 3 people at dose 2") == true)
    let two = try advice(text, "dose,toxicity,death\n1,0,1\n1,0,1\n1,0,0\n")
    #expect(two.action == .stop && two.headline == "STOP enrolment for safety")
  }

  @Test("Stages are found from the data or as asked for, and others are refused")
  func stages() throws {
    let trial = try TrialProtocol.read(path: ProtocolTexts.examples + "/cervical-progenitors.yaml")
    let none = TrialConduct(trial, ConductData(people: []))
    #expect(try none.stage().stage == .doseFinding)
    #expect(try none.stage(asked: .randomised).stage == .randomised)
    let small = try ProtocolTexts.read(ProtocolTexts.boin)
    #expect(throws: ConductError.noStage(.randomised, known: [.doseFinding])) {
      try TrialConduct(small, ConductData(people: [])).next(stage: .randomised)
    }
  }

  private static let designs = [
    "boin\n  target: 0.25\n  PLAN", "keyboard\n  target: 0.25\n  PLAN", "mtpi\n  target: 0.25\n  PLAN",
    "mtpi-2\n  target: 0.25\n  PLAN", "tite-boin\n  target: 0.25\n  PLAN\n  CALENDAR",
    "boin\n  target: 0.25\n  PLAN\n  CALENDAR",
    "crm\n  target: 0.25\n  skeleton: [0.1, 0.2, 0.3]\n  overdose-cutoff: 0.9\n  PLAN", "boin12\n  PLAN",
    "three-plus-three",
  ]

  private func trial(_ design: String) throws -> TrialProtocol {
    try ProtocolTexts.read(
      "myelon-protocol: 1\nname: x\ndoses: [a, b, c]\ndose-finding:\n  design: "
        + design.replacing("PLAN", with: "plan: {cohort-size: 3, maximum-patients: 18}")
        .replacing(
          "CALENDAR", with: "calendar: {window: 90, arrival-interval: 15, backfill: {requires-efficacy: no}}")
        + "\n")
  }

  /// A random course that need not follow the design.
  private func course(_ trial: TrialProtocol, _ random: inout TestRandom) throws -> ConductData {
    var csv = "person,dose,toxicity,efficacy,enrolled\n"
    var dose = 1
    let count = random.below(20)
    for person in 0..<count {
      if person % 3 == 0 { dose = max(1, min(3, dose + random.below(3) - 1)) }
      let toxicity = random.share() < 0.35 ? "1" : person * 10 + 90 > count * 10 ? "" : "0"
      csv += "p\(person),\(dose),\(toxicity),\(random.below(2)),\(person * 10)\n"
    }
    return try ProtocolTexts.data(csv, trial, today: "\(count * 10)")
  }

  @Test("An eliminated dose is never given, whatever the data", arguments: designs)
  func neverEliminated(_ design: String) throws {
    let trial = try trial(design)
    let stage = try #require(trial.doseFinding)
    var random = TestRandom(seed: 42)
    var eliminations = 0
    for _ in 0..<150 {
      let conduct = try DoseConduct(stage, course(trial, &random))
      let advice = try conduct.advice()
      if let eliminated = advice.eliminatedFrom, let dose = advice.dose {
        #expect(dose < eliminated, "\(advice)")
        eliminations += 1
      }
      // Counted again from the data: known and, for designs that watch, also pending patients are in the denominator.
      guard stage.choice.target == 0.25, case .treat = advice.action, let dose = advice.dose else { continue }
      if case .reassessment = stage.choice { continue }
      let state = try conduct.data.state(doses: 3, cohortSize: 3)
      for lower in 1...dose where state.tally.patients(at: lower) >= 3 {
        let probability = OverdoseControl.probability(
          above: 0.25, patients: state.tally.patients(at: lower),
          toxicities: state.tally.toxicities(at: lower))
        #expect(probability <= 0.95, "dose \(dose) though dose \(lower) is eliminated: \(advice)")
      }
      if let backfill = advice.backfillDose { #expect(backfill < 3) }
    }
    if design.hasPrefix("boin\n") || design.hasPrefix("tite") { #expect(eliminations > 5) }
  }

  @Test("With full cohorts and nothing outstanding, the advice is the design's own", arguments: designs)
  func direct(_ design: String) throws {
    let trial = try trial(design)
    let stage = try #require(trial.doseFinding)
    var random = TestRandom(seed: 7)
    for _ in 0..<60 {
      var cohorts: [DoseCohort] = []
      var dose = 1
      for _ in 0..<random.below(6) {
        cohorts.append(
          DoseCohort(dose: dose, patients: 3, toxicities: random.below(3), efficacies: random.below(4)))
        dose = max(1, min(3, dose + random.below(3) - 1))
      }
      let conduct = try DoseConduct(stage, ConductData(people: [], cohorts: cohorts))
      #expect(conduct.openPlaces == 0)
      let advice = try conduct.advice()
      let own = try stage.design.recommendation(after: try DoseData(cohorts: cohorts))
      #expect(advice.reason == own.reason)
      switch own.decision.action {
      case .treat(let dose): #expect(advice.action == .treat && advice.dose == dose)
      case .wait: #expect(advice.action == .wait)
      case .stop(let dose): #expect(advice.action == .stop && advice.dose == dose)
      }
    }
  }

  @Test(
    "Following the advice person by person has the design's exact characteristics",
    arguments: ["boin\n  target: 0.25", "keyboard\n  target: 0.25", "mtpi\n  target: 0.3"])
  func followed(_ design: String) throws {
    // Without elimination and closing, so that cohorts are whole as in the enumeration.
    let trial = try ProtocolTexts.read(
      "myelon-protocol: 1\nname: x\ndoses: [a, b, c]\ndose-finding:\n  design: \(design)\n"
        + "  plan: {cohort-size: 2, maximum-patients: 8, enough-at-dose: 6}\n  overdose: {cutoff: 1}\n"
        + "  calendar: {window: 10, arrival-interval: 1, closes-unsafe-cohorts: no}\n")
    let stage = try #require(trial.doseFinding)
    let truth = [0.1, 0.3, 0.5]
    var selection = [0.0, 0.0, 0.0]
    var none = 0.0
    var patients = [0.0, 0.0, 0.0]
    func follow(_ people: [ConductPerson], _ mass: Double) throws {
      let advice = try DoseConduct(stage, ConductData(people: people)).advice()
      guard advice.action == .treat, let dose = advice.dose else {
        #expect(advice.action == .stop)
        if let dose = advice.dose { selection[dose - 1] += mass } else { none += mass }
        for person in people { patients[(person.dose ?? 1) - 1] += mass }
        return
      }
      for toxicity in [true, false] {
        var person = ConductPerson()
        person.dose = dose
        person.toxicity = toxicity
        try follow(people + [person], mass * (toxicity ? truth[dose - 1] : 1 - truth[dose - 1]))
      }
    }
    try follow([], 1)
    let exact = try stage.design.exactCharacteristics(toxicity: truth)
    for dose in 0..<3 {
      #expect(abs(selection[dose] - exact.selection[dose]) < 1e-12)
      #expect(abs(patients[dose] - exact.patients[dose]) < 1e-12)
    }
    #expect(abs(none - exact.noSelection) < 1e-12)
  }
}
