import Foundation
import MyelonAnatomy
import MyelonFields
import Testing
@testable import MyelonSimulation

@Suite struct RunSeriesTests {
  private static let hostile = [
    "plain", "a,b", "say \"twice\"", "\"", "\"\"", "line\nfeed", "return\rhere", "both\r\nhere",
    "comma,\u{301}",
    "quote\"\u{301}", " spaces ", "", "=1+1", "\u{1F469}\u{200D}\u{1F9BD},", "tab\there",
  ]

  @Test func anyNameOfAnArmSurvivesTheTable() throws {
    var arms: [ArmRecord] = []
    for (index, name) in Self.hostile.enumerated() {
      var series = SeriesTable(columns: [.init("day", "d", "time after injury"), .init("x", "1", "a number")])
      series.append([0, Double(index)])
      series.append([0.1 + 0.2, -1.5e-300])
      arms.append(
        ArmRecord(
          name: name, slug: "s\(index)", injury: CoarseScenario.rat().injury, epicentre: 1, series: series,
          visits: [], volumes: [:], published: []))
    }
    let record = RunRecord(
      version: "0", scenario: CoarseScenario.rat(), scenarioPath: "", parameters: RunPlan.table(for: .rat),
      grid: .init(nx: 1, ny: 1, nz: 1, spacing: .one, origin: .zero), segments: [], anatomySource: "",
      arms: arms, timings: [:], steps: [:])
    let rows = CSVTable.rows(String(decoding: RunDirectory.seriesText(record), as: UTF8.self))
    #expect(rows.count == 1 + 2 * arms.count)
    for (index, arm) in arms.enumerated() {
      let found = rows[(1 + 2 * index)..<(3 + 2 * index)]
      #expect(
        found.map { Array($0[0].unicodeScalars) } == [
          Array(arm.name.unicodeScalars), Array(arm.name.unicodeScalars),
        ])
      #expect(found.map { $0.dropFirst().map { Double($0) } } == arm.series.rows)
    }
  }

  @Test func aTableRefusesRowsOfAnotherWidth() throws {
    let text = "{\"columns\":[{\"name\":\"day\",\"unit\":\"d\",\"meaning\":\"time\"}],\"rows\":[[1],[2,3]]}"
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(SeriesTable.self, from: Data(text.utf8)) }
    let whole = text.replacing("[2,3]", with: "[2.5]")
    let table = try JSONDecoder().decode(SeriesTable.self, from: Data(whole.utf8))
    #expect(table.values("day") == [1, 2.5])
    #expect(table.values("week") == nil)
    #expect(try JSONDecoder().decode(SeriesTable.self, from: JSONEncoder().encode(table)) == table)
  }

  @Test func foldersOfArmsAreUniqueAndNeverTheNameOfAResult() {
    var scenario = CoarseScenario.rat()
    let names = [
      "a b", "a-b", "A_B", "a-b-2", "run.json", "Report.html", "cord.nii.gz", "\u{6CBB}\u{7642}", "\u{5BFE}",
      "..", "unnamed", "run.json-5",
    ]
    scenario.arms = names.map { Scenario.Arm(name: $0) }
    let slugs = ArmSimulation.slugs(of: scenario)
    #expect(Set(slugs).count == names.count)
    #expect(Set(slugs).isDisjoint(with: RunDirectory.fixedNames))
    #expect(slugs.allSatisfy { $0 == Scenario.directoryName(for: $0) })
    scenario.arms = ["6.25 mm", "12.5 mm"].map { Scenario.Arm(name: $0) }
    #expect(ArmSimulation.slugs(of: scenario) == ["6.25-mm", "12.5-mm"])
  }
}
