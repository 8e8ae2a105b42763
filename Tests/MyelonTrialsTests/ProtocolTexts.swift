import Foundation
import MyelonSimulation

@testable import MyelonTrials

/// Protocols of the tests.
enum ProtocolTexts {
  static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples/trials").path

  /// BOIN over five doses, ten cohorts of three: the design of the reference numbers.
  static let boin = """
    myelon-protocol: 1
    name: boin
    doses: [a, b, c, d, e]
    dose-finding:
      design: boin
      target: 30 %
      plan: {cohort-size: 3, maximum-patients: 30}
      assumptions:
        - {name: as hoped, toxicity: [5 %, 15 %, 30 %, 45 %, 60 %]}
    """

  /// TITE-BOIN with gaps.
  static let late = """
    myelon-protocol: 1
    name: late
    doses: [low, high]
    dose-finding:
      design: tite-boin
      target: 0.25
      plan: {cohort-size: 3, maximum-patients: 12}
      calendar: {window: 100 days, arrival-interval: 10 days, patient-gap: 5, sentinel-gap: 20}
    """

  /// An expansion with the monitor of the reference numbers.
  static let expansion = """
    myelon-protocol: 1
    name: expansion
    expansion:
      monitor:
        maximum-patients: 10
        toxicity: {limit: 0.2, cutoff: 0.9, prior-events: 0.4, prior-non-events: 1.6}
      assumptions: [{toxicity: 10 %}]
    safety:
      - {name: deaths, event: death, count: 1, action: pause}
      - {name: serious events, rule: {limit: 30 %, cutoff: 90 %}, action: stop}
    """

  /// Two arms with Lan and DeMets' O'Brien-Fleming-type bounds at half and all of the information.
  static let randomised = """
    myelon-protocol: 1
    name: randomised
    randomised:
      outcome: {measure: motor-score, day: 365}
      design:
        endpoint: {continuous: {difference: 6, deviation: 12, baseline-correlation: 0.6}}
        significance: 0.025
        is-two-sided: no
        interim: {looks: 2, efficacy: {spending: obrien-fleming}}
      allocation: {blocks: {factors: [{name: ais, levels: [A, B]}]}}
      simulation: {trials: 50}
    """

  static func read(_ text: String) throws -> TrialProtocol {
    try TrialProtocol.read(text: text, name: "protocol.yaml", directory: examples)
  }

  /// What is wrong with a text, one line a finding.
  static func findings(_ text: String) -> [String] {
    do throws(ScenarioError) {
      _ = try TrialProtocol.read(text: text, name: "protocol.yaml", directory: examples)
      return []
    } catch {
      return error.findings.map(\.description)
    }
  }

  static func data(_ csv: String, _ trial: TrialProtocol, today: String? = nil) throws -> ConductData {
    try ConductData(DataTable(text: csv, name: "data.csv"), for: trial, today: today.flatMap(ConductDay.init))
  }

  /// What is wrong with data, one line a finding.
  static func faults(_ csv: String, _ trial: TrialProtocol, today: String? = nil) -> [String] {
    do {
      _ = try data(csv, trial, today: today)
      return []
    } catch {
      return "\(error)".split(separator: "\n").map(String.init)
    }
  }
}
