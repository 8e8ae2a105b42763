import MyelonSimulation
import MyelonTrialDesigns
import Testing

@testable import MyelonTrials

@Suite("Reading protocol files")
struct ProtocolReadingTests {
  @Test("The worked example says what stands in it")
  func example() throws {
    let trial = try TrialProtocol.read(path: ProtocolTexts.examples + "/cervical-progenitors.yaml")
    #expect(trial.stages == [.doseFinding, .expansion, .randomised])
    #expect(trial.doses.map(\.arm) == ["low", "middle", "high"])
    #expect(trial.doseName(2) == "dose 2 (10 million cells)")
    #expect(trial.eligibility.inclusion.count == 4 && trial.eligibility.exclusion.count == 1)
    #expect(
      trial.eligibility.inclusion[1].criterion.text == "ais in {A, B}"
        && trial.eligibility.inclusion[1].because?.hasPrefix("complete") == true)
    #expect(trial.unmodelled.map(\.list) == ["exclusion"])
    let finding = try #require(trial.doseFinding)
    guard case .timeToEventBOIN(let design) = finding.choice else {
      Issue.record("not TITE-BOIN")
      return
    }
    #expect(design.plan.doses == 3 && design.plan.enoughAtDose == 9 && design.design.target == 0.2)
    #expect(finding.calendar?.window == 90 && finding.calendar?.closesUnsafeCohorts == true)
    #expect(finding.calendar?.backfill == BackfillRule(largestAtDose: 9, requiresEfficacy: false))
    #expect(finding.scenarios.count == 4)
    let randomised = try #require(trial.randomised)
    #expect(randomised.levelShares == [[0.5, 0.5], [0.7, 0.3]] && randomised.shares == [0, 1, 0.5])
    #expect(trial.events == ["serious-event", "death"])
    #expect(trial.attrition == Attrition(dropout: 0.1, missedVisits: 0.05, visitWindow: 14))
  }

  @Test(
    "Every design can be written",
    arguments: [
      "three-plus-three\n  variant: six-at-selected", "boin\n  target: 0.2\n  PLAN",
      "keyboard\n  target: 0.2\n  PLAN", "mtpi-2\n  target: 0.2\n  PLAN", "mtpi\n  target: 0.2\n  PLAN",
      "crm\n  target: 0.2\n  skeleton: [0.05, 0.1, 0.2]\n  PLAN",
      "crm\n  target: 0.2\n  skeleton: {half-width: 0.05, guess: 2}\n  PLAN",
      "tite-crm\n  target: 0.2\n  skeleton: [0.05, 0.1, 0.2]\n  PLAN\n  calendar: {window: 6 months, arrival-interval: 2 weeks}",
      "tite-boin\n  target: 0.2\n  largest-pending-share: 0.6\n  PLAN\n  calendar: {window: 90, arrival-interval: 14}",
      "boin12\n  PLAN",
      "table\n  target: 0.3\n  plan: {cohort-size: 1, maximum-patients: 2}\n  table: |\n    toxicities,1,2\n    0,E,E\n    1,D,S\n    2,,D\n",
    ])
  func designs(_ text: String) throws {
    let plan = "plan: {cohort-size: 3, maximum-patients: 12}"
    let trial = try ProtocolTexts.read(
      "myelon-protocol: 1\nname: x\ndoses: [a, b, c]\ndose-finding:\n  design: "
        + text.replacing("PLAN", with: plan) + "\n")
    let stage = try #require(trial.doseFinding)
    #expect(stage.choice.plan.doses == 3)
    #expect(stage.design.findings().isEmpty)
    #expect(try !stage.design.decisionTable().rows.isEmpty)
    let start = try DoseConduct(stage, ConductData(people: [])).advice()
    #expect(start.action == .treat && start.dose == 1)
    if text.hasPrefix("tite-crm") {
      #expect(stage.calendar?.window == 182.625 && stage.calendar?.arrivalInterval == 14)
      #expect(stage.choice.usesPendingPatients)
    }
  }

  @Test(
    "What is wrong is told with line and, where there is one, the nearest name",
    arguments: [
      ("target: 30 %", "target: 130 %", "6: dose-finding.target: must be between 0 and 1"),
      ("target: 30 %", "tarjet: 30 %", "6: dose-finding.tarjet: this key is not known"),
      ("target: 30 %", "tarjet: 30 %", "did you mean 'target'?"),
      (
        "design: boin", "design: bion",
        "5: dose-finding.design: a dose-finding design is required; found 'bion'"
      ),
      ("design: boin", "design: bion", "did you mean 'boin'?"),
      (
        "cohort-size: 3", "cohort-size: three", "7: dose-finding.plan.cohort-size: a whole number is required"
      ),
      ("cohort-size: 3", "cohort-siz: 3", "7: dose-finding.plan.cohort-siz: this key is not known"),
      ("cohort-size: 3", "cohort-size: 0", "7: dose-finding.plan.cohort-size: must be 1 to 30"),
      ("45 %, 60 %", "45 %", "9: dose-finding.assumptions[0].toxicity"),
      ("60 %]", "160 %]", "9: dose-finding.assumptions[0].toxicity"),
      ("[a, b, c, d, e]", "[a, b, a, d, e]", "3: doses[2]: two doses have the same name"),
      (
        "[a, b, c, d, e]", "[a, b, 7, d, e]", "3: doses[2]: the name is a number that is not that of the dose"
      ),
      ("doses: [a, b, c, d, e]", "note: 1", "3: note: this key is not known"),
      ("doses: [a, b, c, d, e]", "description: none", "1: doses: this key must be given"),
      (
        "myelon-protocol: 1", "myelon-protocol: 2", "1: myelon-protocol: this version of Myelon does not read"
      ),
      (
        "maximum-patients: 30}", "maximum-patients: 30, doses: 4}",
        "7: dose-finding.plan.doses: another number"
      ),
      (
        "  assumptions:", "  simulation: {trials: 3}\n  assumptions:",
        "8: dose-finding.simulation.trials: out of range"
      ),
    ])
  func faults(_ old: String, _ new: String, _ expected: String) {
    let text = ProtocolTexts.boin.replacing(old, with: new)
    #expect(text != ProtocolTexts.boin)
    let findings = ProtocolTexts.findings(text)
    #expect(findings.contains { $0.contains("protocol.yaml:") && $0.contains(expected) }, "\(findings)")
  }

  @Test(
    "Faults of the later stages are told too",
    arguments: [
      ("difference: 6", "difference: 0", "6: randomised.design.endpoint.continuous.difference"),
      ("looks: 2", "looks: 200", "looks: must be 1 to 50"),
      ("obrien-fleming", "obrian-fleming", "must be one of obrien-fleming, pocock"),
      (
        "outcome: {measure: motor-score, day: 365}", "outcome: {measure: x, day: 365, as: ordinal}",
        "4: randomised.outcome.as"
      ),
      (
        "outcome: {measure: motor-score, day: 365}", "outcome: {measure: x, days: [1, 2]}",
        "another number of visits"
      ),
      (
        "outcome: {measure: motor-score, day: 365}", "outcome: {measure: x}",
        "randomised.outcome.day: this key must be given"
      ),
      ("levels: [A, B]", "levels: [A]", "different levels: must be 2 to 1000"),
      ("levels: [A, B]", "levels: [A, A]", "name a level twice"),
      ("  simulation: {trials: 50}", "  population: {ais: {A: 50 %, B: 60 %}}", "sum to 100 %"),
      ("  simulation: {trials: 50}", "  adaptive: {maximum-people: 20}", "needs responders"),
      ("  simulation: {trials: 50}", "  arms: {control: a, treated: a}", "different names"),
      ("power", "power", ""),
    ])
  func laterFaults(_ old: String, _ new: String, _ expected: String) {
    let findings = ProtocolTexts.findings(ProtocolTexts.randomised.replacing(old, with: new))
    #expect(expected.isEmpty ? findings.isEmpty : findings.contains { $0.contains(expected) }, "\(findings)")
  }

  @Test(
    "Faults of expansion, safety and losses are told too",
    arguments: [
      ("limit: 0.2", "limit: 1.2", "6: expansion.monitor.toxicity.limit"),
      ("    toxicity:", "    side: 1\n    toxicity:", "must be one of maximum-patients"),
      (
        "  monitor:", "  two-stage: {null-rate: 0.1, alternative-rate: 0.3}\n  monitor:",
        "exactly one of monitor and two-stage"
      ),
      ("count: 1,", "count: 0,", "9: safety[0].count: out of range"),
      ("count: 1,", "", "9: safety[0]: exactly one of rule and count is required"),
      ("action: pause", "action: paus", "did you mean 'pause'?"),
      ("limit: 30 %", "limit: 300 %", "10: safety[1].rule.limit"),
      ("event: death", "event: dose", "has a meaning of its own"),
      ("safety:", "attrition: {dropout: 200 % per year}\nsafety:", "attrition.dropout: out of range"),
      ("safety:", "attrition: {dropout: often}\nsafety:", "attrition.dropout: a share"),
    ])
  func safetyFaults(_ old: String, _ new: String, _ expected: String) {
    let findings = ProtocolTexts.findings(ProtocolTexts.expansion.replacing(old, with: new))
    #expect(findings.contains { $0.contains(expected) }, "\(findings)")
  }

  @Test("All faults are told at once, in the order of lines")
  func together() {
    let text = ProtocolTexts.boin.replacing("target: 30 %", with: "target: 2")
      .replacing("[5 %, 15 %", with: "[5 %, 150 %").replacing("name: boin", with: "nam: boin")
    let findings = ProtocolTexts.findings(text)
    #expect(findings.count >= 3, "\(findings)")
    let lines = findings.compactMap { Int($0.split(separator: ":")[1]) }
    #expect(lines == lines.sorted() && Set(lines).isSuperset(of: [2, 6, 9]), "\(findings)")
  }

  @Test("TITE designs without a calendar and unknown stages are refused")
  func incomplete() {
    let text = ProtocolTexts.boin.replacing("design: boin", with: "design: tite-boin")
    #expect(
      ProtocolTexts.findings(text).contains { $0.contains("dose-finding.calendar: this key must be given") })
    #expect(
      ProtocolTexts.findings("myelon-protocol: 1\nname: x\n").contains { $0.contains("at least one stage") })
    #expect(ProtocolTexts.findings("").count == 1)
    #expect(
      ProtocolTexts.findings("myelon-protocol: 1\nname: x\nrandomized: {}\n").contains {
        $0.contains("randomised")
      })
  }

  @Test("Broken protocols never crash and are always told", arguments: 0..<6)
  func fuzz(_ seed: UInt64) throws {
    var random = TestRandom(seed: seed)
    let texts = [
      ProtocolTexts.boin, ProtocolTexts.late, ProtocolTexts.expansion, ProtocolTexts.randomised,
    ]
    let junk = [
      "{", "]", "-1", "1e308", "nan", "[]", "~", ": ", "0", "999", "\"", "boin", "x: y", "&a", "*a", "50 %",
    ]
    for _ in 0..<60 {
      var scalars = Array(texts[random.below(texts.count)])
      for _ in 0...random.below(3) {
        let place = random.below(scalars.count)
        switch random.below(3) {
        case 0: scalars.removeSubrange(place..<min(scalars.count, place + 1 + random.below(12)))
        case 1: scalars.insert(contentsOf: Array(junk[random.below(junk.count)]), at: place)
        default: scalars[place] = ["0", "9", "-", ".", "x", "\n", " "][random.below(7)]
        }
      }
      let text = String(scalars)
      do throws(ScenarioError) {
        _ = try TrialProtocol.read(text: text, name: "fuzz.yaml")
      } catch {
        #expect(!error.findings.isEmpty)
        #expect(error.findings.allSatisfy { !$0.description.isEmpty })
      }
    }
  }
}
