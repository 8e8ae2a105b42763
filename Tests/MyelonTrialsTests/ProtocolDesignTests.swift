import Foundation
import MyelonTrialDesigns
import Testing

@testable import MyelonTrials

/// Truths that must come through the file; numbers from the reference files of the designs (R BOIN 2.7.2, exact enumeration, rpact).
@Suite("What a protocol's designs decide and do")
struct ProtocolDesignTests {
  private func report(_ text: String, _ request: DesignRequest = DesignRequest()) throws
    -> ProtocolDesignReport
  {
    try ProtocolDesignReport(ProtocolTexts.read(text), request)
  }

  private func row(_ table: DesignTable, _ name: String) -> [String] {
    table.rows.first { $0[0] == name } ?? []
  }

  @Test("BOIN's limits for a target of 30 % are printed")
  func boundaries() throws {
    let table = try #require(try report(ProtocolTexts.boin).doseFinding).decisions
    let sizes = [3, 6, 9, 12, 15, 18]
    #expect(sizes.map { row(table, "escalate if toxicities <=")[$0] } == ["0", "1", "2", "2", "3", "4"])
    #expect(sizes.map { row(table, "de-escalate if toxicities >=")[$0] } == ["2", "3", "4", "5", "6", "7"])
    #expect(sizes.map { row(table, "eliminate if toxicities >=")[$0] } == ["3", "4", "5", "7", "8", "9"])
  }

  @Test("BOIN's exact characteristics are printed, the null case beside them")
  func exact() throws {
    let report = try report(ProtocolTexts.boin)
    let results = try #require(report.doseFinding).results
    #expect(
      results.map(\.assumption.name) == [
        "as hoped", "null therapy: no dose does anything", "every dose is too toxic",
      ])
    #expect(results[0].characteristics.method == .exact)
    let expected = [1.169, 23.206, 54.633, 19.370, 1.600]
    for (found, value) in zip(results[0].characteristics.selection, expected) {
      #expect(abs(100 * found - value) < 6e-4)
    }
    #expect(report.text.contains("1.17   23.21   54.63   19.37    1.60  0.02"), "\(report.text)")
    #expect(report.text.contains(ProtocolDesignReport.warning))
  }

  @Test("The small example is 3+3 exactly")
  func threePlusThree() throws {
    let trial = try TrialProtocol.read(path: ProtocolTexts.examples + "/thoracic-three-plus-three.yaml")
    let found = try #require(try ProtocolDesignReport(trial).doseFinding).results[0].characteristics
    for (value, expected) in zip([found.noSelection] + found.selection, [1.742, 6.203, 26.824, 65.231]) {
      #expect(abs(100 * value - expected) < 6e-4)
    }
    #expect(abs(found.totalPatients - 10.700) < 6e-4)
  }

  @Test("O'Brien-Fleming-type bounds at half of the information are printed")
  func looks() throws {
    let report = try report(ProtocolTexts.randomised)
    let stage = try #require(report.randomised)
    let plan = try #require(stage.size.plan)
    #expect(abs(plan.successBounds[0] - 2.96259) < 5e-6 && abs(plan.successBounds[1] - 1.96860) < 5e-6)
    let table = try #require(report.tables.first { $0.name == "randomised-looks" }).table
    #expect(table.rows.map { $0[3] } == ["2.9626", "1.9686"])
    #expect(table.rows.map { $0[1] }.last == "\(stage.size.total)")
    #expect(stage.results.map(\.share) == [0, 1])
    // Without an effect success is the level, by formula.
    #expect(abs((stage.results[0].characteristics.formula ?? 0) - 0.025) < 1e-9)
    #expect(stage.results[0].characteristics.trials == 50)
  }

  @Test("The beta-binomial limits of the reference are printed")
  func monitor() throws {
    let stage = try #require(try report(ProtocolTexts.expansion).expansion)
    let limits = Dictionary(uniqueKeysWithValues: stage.decisions.rows.map { ($0[0], $0[1]) })
    for (patients, limit) in [
      ("2", "2"), ("3", "2"), ("4", "3"), ("6", "3"), ("7", "4"), ("9", "4"), ("10", "5"),
    ] {
      #expect(limits[patients] == limit)
    }
    #expect(limits["1"] == "-")
    #expect(stage.results.map(\.assumption.name) == ["assumption 1", "too toxic"])
  }

  @Test("Simon's two stages come through the file")
  func twoStage() throws {
    // Simon 1989, table 1: p0 = 0.1, p1 = 0.3, level 0.05, power 0.8: 1/10 and 5/29.
    let text =
      "myelon-protocol: 1\nname: x\nexpansion:\n  two-stage: {null-rate: 0.1, alternative-rate: 0.3}\n"
    let trial = try ProtocolTexts.read(text)
    guard case .twoStage(let plan)? = trial.expansion?.plan else {
      Issue.record("not in two stages")
      return
    }
    #expect(plan.firstLimit == 1 && plan.firstPatients == 10 && plan.finalLimit == 5 && plan.patients == 29)
    let results = try #require(try report(text).expansion).results
    #expect(results.map(\.assumption.name) == ["null therapy", "alternative of the design"])
    #expect(abs((results[0].twoStage?.success ?? 0) - 0.0471) < 5e-5)
  }

  @Test("A safety rule fires with the probability of a plain recursion")
  func safety() throws {
    let trial = try ProtocolTexts.read(ProtocolTexts.expansion)
    let reports = try ProtocolDesignReport(trial).safety
    #expect(reports.map(\.people) == [10, 10])
    for result in reports[0].results {
      // The first death of ten people.
      #expect(abs(result.fires - (1 - pow(1 - result.rate, 10))) < 1e-12)
    }
    guard case .rate(let rule) = reports[1].rule.condition else { return }
    for result in reports[1].results {
      // People one by one, states by number of events.
      var going = [1.0]
      var fired = 0.0
      for people in 1...10 {
        var next = [Double](repeating: 0, count: people + 1)
        for (events, mass) in going.enumerated() {
          next[events + 1] += mass * result.rate
          next[events] += mass * (1 - result.rate)
        }
        for events in next.indices where rule.fires(events: events, people: people) {
          fired += next[events]
          next[events] = 0
        }
        going = next
      }
      #expect(abs(result.fires - fired) < 1e-12)
    }
  }

  @Test("JSON holds the numbers of the text and can be read back")
  func json() throws {
    let trial = try TrialProtocol.read(path: ProtocolTexts.examples + "/cervical-progenitors.yaml")
    let report = try ProtocolDesignReport(trial, DesignRequest(trials: 200, threads: 2))
    let text = report.text
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "infinite", negativeInfinity: "-infinite", nan: "none")
    let read = try decoder.decode(ProtocolDesignReport.self, from: Data(try report.json().utf8))
    for result in try #require(read.doseFinding).results {
      for share in result.conduct?.characteristics.selection ?? [] {
        #expect(text.contains(TrialNumber.percent(share)))
      }
    }
    for result in try #require(read.randomised).results {
      let found = result.characteristics
      let success = Double(found.successes.reduce(0, +)) / Double(found.trials)
      #expect(text.contains(TrialNumber.decimal(success, 4)))
    }
    #expect(read.text == text)
    #expect(
      read.tables.count == report.tables.count && Set(read.tables.map(\.name)).count == read.tables.count)
    #expect(try report.json() == ProtocolDesignReport(trial, DesignRequest(trials: 200, threads: 1)).json())
  }

  @Test("Only the stages asked for are computed, and a stage that is not there is refused")
  func stages() throws {
    let report = try report(ProtocolTexts.boin, DesignRequest(stages: [.doseFinding]))
    #expect(report.expansion == nil && report.randomised == nil)
    #expect(throws: ConductError.noStage(.expansion, known: [.doseFinding])) {
      try self.report(ProtocolTexts.boin, DesignRequest(stages: [.expansion]))
    }
  }

  @Test("Files are written whole and never replaced unasked")
  func files() throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "design-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let report = try report(ProtocolTexts.boin)
    let paths = try report.write(to: directory)
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: directory))
        == Set(paths.map { ($0 as NSString).lastPathComponent }))
    #expect(throws: (any Error).self) { try report.write(to: directory) }
    #expect(try report.write(to: directory, overwrite: true) == paths)
    let csv = try String(contentsOfFile: directory + "/dose-finding-decisions.csv", encoding: .utf8)
    #expect(csv.hasPrefix("patients at the dose,1,2,3,"))
  }
}
