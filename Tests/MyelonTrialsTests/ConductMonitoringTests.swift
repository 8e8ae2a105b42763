import Foundation
import MyelonTrialDesigns
import Testing

@testable import MyelonTrials

@Suite("Monitoring and the later stages")
struct ConductMonitoringTests {
  private func conduct(_ text: String, _ csv: String, today: String? = nil) throws -> TrialConduct {
    let trial = try ProtocolTexts.read(text)
    return TrialConduct(trial, try ProtocolTexts.data(csv, trial, today: today))
  }

  @Test("The monitor's action is that of the plan asked directly", arguments: 0..<40)
  func direct(_ seed: UInt64) throws {
    var random = TestRandom(seed: seed)
    let text = ProtocolTexts.expansion.replacing(
      "toxicity: {limit: 0.2, cutoff: 0.9, prior-events: 0.4, prior-non-events: 1.6}",
      with: """
        toxicity: {limit: 0.2, cutoff: 0.9, prior-events: 0.4, prior-non-events: 1.6}
            futility: {limit: 0.3, cutoff: 0.8}
            success: {limit: 0.3, cutoff: 0.9}
        """
    ).replacing("{toxicity: 10 %}", with: "{toxicity: 10 %, response: 50 %}")
    let trial = try ProtocolTexts.read(text)
    let people = random.below(11)
    let toxicity = (0..<people).map { _ in random.share() < 0.2 }
    let response = (0..<people).map { _ in random.share() < 0.4 }
    let rows = (0..<people).map { "p\($0),\(toxicity[$0] ? 1 : 0),\(response[$0] ? 1 : 0)\n" }
    let data = try ProtocolTexts.data("person,toxicity,response\n" + rows.joined(), trial)
    let report = try TrialConduct(trial, data).monitor()
    guard case .monitor(let plan)? = trial.expansion?.plan else {
      Issue.record("no monitor")
      return
    }
    let advice = try plan.recommendation(
      patients: people, toxicities: toxicity.count { $0 }, responses: response.count { $0 })
    #expect(report.action == (advice.action == .goOn ? .goOn : .stop), "\(report) \(advice)")
    let isEnd = advice.action == .endWithSuccess || advice.action == .endWithoutSuccess
    #expect(report.isPlannedEnd == isEnd)
  }

  @Test("Each rule shows its numbers, and the strictest one decides")
  func safety() throws {
    let rows = (0..<6).map { "p\($0),0,\($0 < 4 ? 1 : 0),\($0 == 5 ? 1 : 0)\n" }.joined()
    let report = try conduct(ProtocolTexts.expansion, "person,toxicity,serious-event,death\n" + rows)
      .monitor()
    #expect(report.action == .stop && report.rule == "serious events (stop)" && !report.isPlannedEnd)
    let check = try #require(report.checks.first { $0.name == "serious events (stop)" })
    let rule = BetaBinomialRule(limit: 0.3, cutoff: 0.9)
    #expect(check.events == 4 && check.people == 6 && check.firesAt == rule.boundary(people: 6))
    #expect(check.value == rule.probability(events: 4, people: 6) && check.limit == 0.9)
    #expect(report.checks.first { $0.name == "deaths (pause)" }?.action == .pause)
    let mild = try conduct(ProtocolTexts.expansion, "person,toxicity,serious-event,death\na,0,0,1\n")
      .monitor()
    #expect(mild.action == .pause && mild.rule == "deaths (pause)")
    let none = try conduct(ProtocolTexts.expansion, "person,toxicity\na,0\n").monitor()
    #expect(none.action == .goOn && none.rule == nil && none.notes.count == 2)
    #expect(none.text.hasPrefix("CONTINUE\n") && none.text.contains("nothing is known of death"))
  }

  @Test("Controls do not count for rules on the treated")
  func groups() throws {
    let text =
      ProtocolTexts.randomised
      + "\nsafety:\n  - {name: t, event: death, count: 2, action: stop}\n"
      + "  - {name: e, event: death, count: 2, among: everybody, action: pause}\n"
    let csv = "person,arm,ais,death\na,control,A,1\nb,treated,A,1\n"
    let report = try conduct(text, csv).monitor()
    #expect(report.action == .pause && report.rule == "e (pause)")
    #expect(report.checks.first { $0.name == "t (stop)" }?.people == 1)
  }

  @Test("Two stages go on, wait for the first stage and stop for futility")
  func twoStage() throws {
    let text =
      "myelon-protocol: 1\nname: x\nexpansion:\n  two-stage: {null-rate: 0.1, alternative-rate: 0.3}\n"
    func rows(_ responses: [String]) -> String {
      "person,response\n" + responses.enumerated().map { "p\($0.offset),\($0.element)\n" }.joined()
    }
    let nine = Array(repeating: "0", count: 9)
    #expect(
      try conduct(text, rows(["1", "1"] + nine.prefix(7) + [""])).next().action == .wait
        || conduct(text, rows(["1", "1"] + nine.prefix(7) + [""])).next().action == .goOn)
    #expect(try conduct(text, rows(["1", "0"] + nine.prefix(7) + [""])).next().action == .wait)
    let stop = try conduct(text, rows(["1"] + nine)).next()
    #expect(stop.action == .stop && stop.reason.contains("1 of 10"))
    #expect(try conduct(text, rows(["1", "1"] + nine.prefix(8))).next().action == .goOn)
  }

  @Test("A gain over the baseline makes a responder")
  func gains() throws {
    let trial = try TrialProtocol.read(path: ProtocolTexts.examples + "/cervical-progenitors.yaml")
    let csv =
      "person,stage,dose,baseline,outcome@182\na,expansion,1,10,20\nb,expansion,1,10,19\nc,expansion,1,,\n"
    let people = try ProtocolTexts.data(csv, trial).people
    #expect(people.map(\.response) == [true, false, nil])
    #expect(
      ProtocolTexts.faults("person,stage,dose,outcome@182\na,expansion,1,20\n", trial).first?.contains(
        "column baseline: a baseline is required") == true)
    #expect(
      ProtocolTexts.faults("person,stage,dose,outcome@365\na,expansion,1,20\n", trial).first?.contains(
        "the expansion has no such outcome") == true)
    #expect(
      ProtocolTexts.faults("person,stage,dose\na,expansion,1\nb,expansion,2\n", trial).first?.contains(
        "the expansion is at dose 1 (row 2)") == true)
  }

  /// Data of a randomised trial with a given gain of the treated.
  private func randomised(_ count: Int, known: Int, gain: Double) -> String {
    var random = TestRandom(seed: 3)
    var csv = "person,arm,ais,baseline,outcome\n"
    for person in 0..<count {
      let base = 20 + 20 * (random.share() - 0.5)
      let outcome = base + (person % 2 == 1 ? gain : 0) + 16 * (random.share() + random.share() - 1)
      csv += "p\(person),\(person % 2 == 1 ? "treated" : "control"),\(person % 3 == 0 ? "A" : "B"),\(base),"
      csv += person < known ? "\(outcome)\n" : "\n"
    }
    return csv
  }

  @Test("An interim look is made with the planned people, whenever it is asked for")
  func looks() throws {
    let trial = try ProtocolTexts.read(ProtocolTexts.randomised)
    let total = try #require(trial.randomised).size.total
    let half = Int((0.5 * Double(total)).rounded())
    func report(_ known: Int, _ gain: Double) throws -> MonitoringReport {
      let data = try ProtocolTexts.data(randomised(total, known: known, gain: gain), trial)
      return try TrialConduct(trial, data).monitor()
    }
    let early = try report(half - 1, 0)
    #expect(early.action == .goOn && early.checks[0].sentence.contains("the first look is at \(half)"))
    let first = try report(half, 0)
    let later = try report(half + 5, 0)
    #expect(first.checks[0].value == later.checks[0].value && first.action == .goOn)
    #expect(later.checks[0].sentence.contains("5 later outcomes wait for the next look"))
    let strong = try report(half, 30)
    #expect(strong.action == .stop && !strong.isPlannedEnd)
    #expect(abs((strong.checks[0].limit ?? 0) - 2.96259) < 5e-6)
    let end = try report(total, 0)
    #expect(end.action == .stop && end.isPlannedEnd)
    // The same analysis, asked directly.
    let data = try ProtocolTexts.data(randomised(total, known: half, gain: 0), trial)
    let conduct = RandomisedConduct(try #require(trial.randomised), data)
    let result = try #require(trial.randomised).design.endpoint.analyse(
      conduct.trialData(Array(conduct.people.prefix(half))))
    #expect(first.checks[0].value == result.z)
  }

  @Test("The next person's arm is that of the allocation procedure, with its probability")
  func allocation() throws {
    let trial = try ProtocolTexts.read(ProtocolTexts.randomised)
    let stage = try #require(trial.randomised)
    var csv = "person,arm,ais\n"
    var history: [(levels: [String: String], arm: Int)] = []
    for person in 0..<24 {
      let level = person % 3 == 0 ? "A" : "B"
      let data = try ProtocolTexts.data(csv, trial)
      let advice = try TrialConduct(trial, data).next(stage: .randomised, person: ["AIS": level.lowercased()])
      let direct = try stage.allocation.next(["ais": level], after: history, seed: stage.allocationSeed)
      #expect(advice.action == .allocate && advice.arm == stage.allocation.arms.names[direct.arm])
      #expect(advice.probabilities == [0.5, 0.5])
      history.append((["ais": level], direct.arm))
      csv += "p\(person),\(advice.arm ?? ""),\(level)\n"
    }
    // Blocks of two or four within strata: never more than two apart in each.
    for level in ["A", "B"] {
      let arms = history.filter { $0.levels["ais"] == level }.map(\.arm)
      #expect(abs(arms.count { $0 == 0 } - arms.count { $0 == 1 }) <= 2)
    }
  }

  @Test("A person who is not described is asked for")
  func person() throws {
    let conduct = try conduct(ProtocolTexts.randomised, "person,arm,ais\n")
    #expect(throws: ConductError.person(required: "ais=A|B", found: "nothing")) {
      try conduct.next(stage: .randomised)
    }
    #expect(throws: ConductError.person(required: "ais as one of A, B", found: "'C'")) {
      try conduct.next(stage: .randomised, person: ["ais": "C"])
    }
    #expect(throws: ConductError.person(required: "one of the factors ais", found: "'sex'")) {
      try conduct.next(stage: .randomised, person: ["ais": "A", "sex": "f"])
    }
  }

  @Test("Adaptive allocation goes by the responders that are known")
  func adaptive() throws {
    let text = """
      myelon-protocol: 1
      name: adaptive
      randomised:
        outcome: {measure: walking, day: 180, as: responder}
        design: {endpoint: {responder: {control-rate: 0.2, treated-rate: 0.5}}}
        adaptive: {maximum-people: 40, burn-in: 4, exponent: 1}
        allocation: simple
        simulation: {trials: 20}
      """
    let trial = try ProtocolTexts.read(text)
    let csv = "person,arm,response\na,control,0\nb,treated,1\nc,control,0\nd,treated,1\ne,treated,\n"
    let advice = try TrialConduct(trial, ProtocolTexts.data(csv, trial)).next()
    let design = try #require(trial.randomised?.adaptive)
    let superiority = try design.superiority(treated: (2, 2), control: (0, 2))
    #expect(advice.probabilities?[1] == design.treatmentProbability(people: 5, superiority: superiority))
    #expect(advice.rule == "adaptive randomisation")
    let found = try #require(try ProtocolDesignReport(trial).randomised)
    #expect(found.adaptive.map(\.treatedRate) == [0.2, 0.5] && found.adaptive[0].method == .exact)
  }

  @Test("Ordered categories are read by their names")
  func ordinal() throws {
    let text = """
      myelon-protocol: 1
      name: ordinal
      randomised:
        outcome: {measure: ais, day: 365, as: ordinal, categories: [A, B, C, D]}
        design: {endpoint: {ordinal: {control-probabilities: [0.4, 0.2, 0.2, 0.2], odds-ratio: 3}}}
        allocation: simple
      """
    let trial = try ProtocolTexts.read(text)
    let data = try ProtocolTexts.data(
      "person,arm,outcome\na,control,A\nb,treated,d\nc,treated,missed\nd,control,\n", trial)
    #expect(data.people.map { $0.outcomes[0] } == [.value(0), .value(3), .missed, .outstanding])
    #expect(
      ProtocolTexts.faults("person,arm,outcome\na,control,E\n", trial).first?.contains(
        "a category, 'missed' or empty is required: A, B, C, D; found 'E'") == true)
  }

  @Test("Advice and reports are JSON and back")
  func json() throws {
    let conduct = try conduct(
      ProtocolTexts.late, "person,dose,enrolled,toxicity\na,1,2027-01-01,\n", today: "2027-01-05")
    let advice = try conduct.next()
    #expect(try JSONDecoder().decode(ConductAdvice.self, from: Data(TrialJSON.text(advice).utf8)) == advice)
    let report = try conduct.monitor()
    #expect(
      try JSONDecoder().decode(MonitoringReport.self, from: Data(TrialJSON.text(report).utf8)) == report)
  }

  @Test(
    "Looks at odd data end with advice or an error, never a crash",
    arguments: [
      ("continuous: {difference: 20, deviation: 10, baseline-correlation: 0.5}", "day: 1"),
      ("continuous: {difference: 20, deviation: 10, analysis: change}", "day: 1"),
      (
        "ordinal: {control-probabilities: [0.4, 0.4, 0.2], odds-ratio: 40, analysis: proportional-odds}",
        "day: 1"
      ),
      ("ordinal: {control-probabilities: [0.4, 0.4, 0.2], odds-ratio: 40}", "day: 1"),
      ("responder: {control-rate: 0.1, treated-rate: 0.9}", "day: 1"),
      (
        "repeated: {differences: [20, 20], covariance: {deviations: [10, 10, 10], correlation: {autoregressive: 0.5}}}",
        "days: [1, 2]"
      ),
    ])
  func oddData(_ endpoint: String, _ day: String) throws {
    let text = """
      myelon-protocol: 1
      name: odd
      randomised:
        outcome: {measure: x, \(day)}
        design: {endpoint: {\(endpoint)}, is-two-sided: no, significance: 0.025, interim: {looks: 2}}
        allocation: simple
      """
    guard let trial = try? ProtocolTexts.read(text) else {
      Issue.record("\(ProtocolTexts.findings(text))")
      return
    }
    let total = try #require(trial.randomised).size.total
    let visits = try #require(trial.randomised).outcome.days.count
    var random = TestRandom(seed: 9)
    var told = 0
    for round in 0..<120 {
      let people = (0..<(total + 2)).map { index in
        var person = ConductPerson()
        (person.row, person.name, person.stage) = (index + 2, "p\(index)", .randomised)
        person.isTreatedArm = round % 5 == 0 ? true : round % 7 == 0 ? false : random.below(2) == 0
        person.baseline = round % 11 == 0 ? nil : round % 2 == 0 ? 3 : Double(random.below(9))
        person.outcomes = (0..<visits).map { _ in
          [.outstanding, .missed, .value(0), .value(1)][max(0, random.below(round % 3 == 0 ? 4 : 12) % 4)]
        }
        return person
      }
      let conduct = TrialConduct(trial, ConductData(people: people))
      if let report = try? conduct.monitor() {
        told += 1
        #expect(!report.text.isEmpty)
      }
      _ = try? conduct.next()
    }
    #expect(told > 0)
  }
}
