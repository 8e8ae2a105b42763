import MyelonSimulation
import Testing

/// One line of a valid file replaced, and the single finding that must follow.
struct ScenarioFault: Sendable, CustomTestStringConvertible {
  let text: String
  let line: Int
  let replacement: String?
  let expected: ExpectedFinding

  init(
    _ text: String, _ line: Int, _ replacement: String?, _ kind: ScenarioFinding.Kind, at found: Int,
    _ path: String
  ) {
    self.text = text
    self.line = line
    self.replacement = replacement
    expected = ExpectedFinding(kind, found, path)
  }

  var testDescription: String { "line \(line): \(replacement ?? "removed")" }
}
