import MyelonSimulation
import Testing

/// What a test expects of a finding.
struct ExpectedFinding: Sendable, CustomTestStringConvertible {
  let kind: ScenarioFinding.Kind
  let line: Int?
  let path: String

  init(_ kind: ScenarioFinding.Kind, _ line: Int?, _ path: String) {
    self.kind = kind
    self.line = line
    self.path = path
  }

  var testDescription: String { "\(kind) at line \(line ?? 0), \(path)" }

  func matches(_ finding: ScenarioFinding) -> Bool {
    finding.kind == kind && finding.line == line && finding.path == path
  }
}
