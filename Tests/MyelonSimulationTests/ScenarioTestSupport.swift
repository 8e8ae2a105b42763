import Foundation
import MyelonSimulation
import Testing

/// A short valid human scenario; the line numbers in tests count from its first line.
let humanText = """
  myelon: 1
  name: test
  subject:
    species: human
    age: 38 years
    sex: male
  injury:
    mechanism: compression
    peak-compression: 60 %
    residual-compression: 30 %
    decompression: 12 h
    level: C5
  run:
    days: 28
    voxel: 0.5 mm
  """

/// A short valid rat scenario.
let ratText = """
  myelon: 1
  name: test
  subject:
    species: rat
    age: 10 weeks
    sex: female
  injury:
    mechanism: weight-drop
    height: 12.5 mm
    mass: 10 g
    level: T10
  run:
    days: 63
    voxel: 0.2 mm
  """

/// The findings of a text; empty when it is valid.
func findings(_ text: String) -> [ScenarioFinding] {
  do throws(ScenarioError) {
    _ = try Scenario.read(text: text, name: "test.yaml")
    return []
  } catch {
    return error.findings
  }
}

/// The findings of a valid text in which one line (from 1) is replaced; a line may become several or none.
func findings(_ text: String, replacing line: Int, with replacement: String?) -> [ScenarioFinding] {
  var lines = text.components(separatedBy: "\n")
  lines.replaceSubrange((line - 1)..<line, with: replacement.map { [$0] } ?? [])
  return findings(lines.joined(separator: "\n"))
}

/// The folder of the package, from the place of this file.
let packageFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
