import Foundation
import MyelonSimulation
import MyelonTherapies

@testable import MyelonValidation

/// Rows, studies and results for tests.
enum ValidationSupport {
  static func row(
    _ measure: String = "BBB", arm: String? = "treated", against: String? = "untreated", with: String? = nil,
    per: String? = nil, day: DayWindow = DayWindow(28, 28), reading: ValidationRow.CourseReading? = nil,
    comparedAs: ValidationRow.ArmComparison? = nil, value: Double? = nil, spread: Double? = nil,
    spreadIs: ValidationRow.SpreadKind? = nil, n: Int? = nil, direction: ValidationRow.Direction? = nil,
    atLeast: Double? = nil, atMost: Double? = nil, unit: String? = nil
  ) -> ValidationRow {
    ValidationRow(
      arm: arm, against: against, measure: measure, per: per, with: with, day: day, reading: reading,
      comparedAs: comparedAs, value: value, spread: spread, spreadIs: spreadIs, n: n, direction: direction,
      atLeast: atLeast, atMost: atMost, unit: unit, published: "test", provenance: .retrieved, note: nil)
  }

  static func study(_ rows: [ValidationRow] = [], half: ValidationStudy.Half = .heldOut) -> ValidationStudy {
    ValidationStudy(
      id: "test", citation: "Test 2026", source: "none", confidence: "low", half: half, reason: "a test",
      departures: "", scenario: nil, rows: rows, omissions: [], path: "test.yaml")
  }

  static func result(
    _ row: ValidationRow, _ values: [Double], reference: Double? = nil, inputs: BaselineInput? = nil
  ) -> ValidationResult {
    ValidationResult(study: study([row]), row: row, values: values, reference: reference, inputs: inputs)
  }

  /// Folder with the published studies, beside the tests.
  static var folder: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Validation").path
  }

  /// A file of a study in a temporary folder; removed by the system.
  static func file(_ text: String) throws -> String {
    let path = NSTemporaryDirectory() + "study-\(UUID().uuidString).yaml"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// A small study: a moderate contusion, one drug, two weeks on a coarse grid.
  static func text(
    rows: String, therapies: String = "[{drug: minocycline, route: intravenous, day: 0.1, dose: 45 mg/kg}]"
  ) -> String {
    """
    myelon-validation: 1
    id: small
    citation: Test 2026
    source: none
    confidence: low
    half: held-out
    reason: a test
    scenario:
      myelon: 1
      name: small
      subject: {species: rat, age: 12 weeks, sex: female, weight: 250 g}
      injury: {mechanism: weight-drop, height: 12.5 mm, mass: 10 g, level: T10}
      arms:
        - name: untreated
        - name: treated
          therapies: \(therapies)
      run: {days: 14, voxel: 0.5 mm, seed: 3, visits: [14], examiner-noise: off, window: auto}
    rows:
    \(rows)
    """
  }
}
