import MyelonSimulation
import Testing

@testable import MyelonStudies

/// Counting how often intervals hold the truth.
@Suite struct RecoverySummaryTests {
  @Test(
    "Coverage, widths and errors are those counted by hand; a baseline that is not reproduced is not judged")
  func counting() throws {
    let folder = try Folder()
    let kinds = ["truth", "low", "median", "high"]
    let outcomes =
      [StudyOutcome(arm: "fit", day: 0, name: "reproduced", unit: "code", meaning: "")]
      + ["a", "b"].flatMap { name in
        kinds.map { StudyOutcome(arm: "variable", day: 0, name: "\(name).\($0)", unit: "", meaning: "") }
      }
      + kinds.map { StudyOutcome(arm: "forecast", day: 9, name: "score.\($0)", unit: "", meaning: "") }
    // Ten patients: the interval of `a` misses in two of the nine that count, that of `b` never.
    let model = ClosureModel(name: "r", parameterNames: [], outcomes: outcomes) { member in
      let misses = member.index < 2
      return [member.index == 9 ? 0 : 1]
        + [misses ? 9 : 1, 0, 2, 4] + [5, 4, 5, 6] + [member.index == 3 ? nil : 7, 7, 8, 9]
    }
    let store = try StudyStore.create(
      at: folder.file("r.db"), StudyDescription(model, parameters: [], seed: 1))
    try store.add(try ParameterSampling([], seed: 1).members(0..<10))
    try Ensemble(model, settings: try EnsembleSettings(workers: 2)).run(store)
    let summary = try RecoverySummary(store)
    #expect(summary.patients == 10 && summary.reproduced == 9 && summary.failed == 0)
    #expect(summary.rows.map(\.name) == ["a", "b", "all variables", "score", "all forecasts"])
    #expect(summary.rows.map(\.patients) == [9, 9, 18, 8, 8])
    #expect(summary.rows[0].coverage == 7.0 / 9 && summary.rows[1].coverage == 1)
    #expect(summary.rows[2].coverage == 16.0 / 18 && summary.rows[3].coverage == 1)
    #expect(summary.rows[0].width == 4 && summary.rows[0].error == 1)
    #expect(summary.rows[0].interval.contains(7.0 / 9))
  }
}
