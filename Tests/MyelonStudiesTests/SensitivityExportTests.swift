import Foundation
import MyelonQuantities
import MyelonStatistics
import Testing

@testable import MyelonStudies

@Suite struct SensitivityExportTests {
  typealias Known = KnownFunctions
  let folder: Folder

  init() throws { folder = try Folder() }

  private let table = ParameterTable([
    Parameter("x1", "λ_1", 0, "mm", -4...4, "first, with a comma", .assumed(because: "of the test"))
  ])

  private func record(_ scheme: SensitivityScheme) throws -> SensitivityRecord {
    let model = Known.model(Known.angles) { [Known.ishigami($0.values)] }
    let study = try SensitivityStudy.finished(folder.file("s.db"), model, Known.angles, scheme)
    return try SensitivityRecord(
      SensitivityAnalysis(study, replicates: 50),
      outcomes: SensitivityOutcome.usual(of: study.store.description.outcomes), table: table)
  }

  @Test(
    "The table has one row an outcome and factor with symbol, range and evidence; the JSON reads back to the same"
  )
  func files() throws {
    let record = try record(
      SensitivityScheme(method: .morris(blocks: 8, kind: .trajectories(levels: 4, candidates: 8))))
    let paths = try SensitivityExport(record).write(to: folder.file("out"), page: "<p>page</p>")
    #expect(paths == ["csv", "json", "html"].map { folder.file("out/sensitivity.\($0)") })
    let lines = try folder.text("out/sensitivity.csv").split(separator: "\n")
    let head = lines[0].split(separator: ",")
    #expect(
      lines.count == 4 && head.contains("mu_star") && head.contains("sigma") && head.last == "rank_high")
    let first = try #require(lines.first { $0.contains(",x1,") })
    #expect(first.contains(",x1,λ_1,mm,-3.14159"))
    #expect(first.contains("linear,,assumed,number 1,"))
    let row = try #require(record.findings[0].row("x1"))
    #expect(first.contains("\(row.importance.value),\(row.importance.low),\(row.importance.high)"))
    #expect(
      lines.dropFirst().allSatisfy {
        $0.split(separator: ",", omittingEmptySubsequences: false).count == head.count
      })
    let read = try JSONDecoder().decode(
      SensitivityRecord.self, from: Data(try folder.text("out/sensitivity.json").utf8))
    #expect(read == record)
    #expect(try folder.text("out/sensitivity.html") == "<p>page</p>")
    #expect(try folder.names().filter { $0.contains("partial") }.isEmpty)
  }

  @Test("Results that are there are left alone unless they may be replaced")
  func existing() throws {
    let record = try record(SensitivityScheme(method: .sobol(points: 8, withSecondOrder: true)))
    try FileManager.default.createDirectory(atPath: folder.file("out"), withIntermediateDirectories: true)
    try folder.write("mine", to: "out/sensitivity.json")
    let export = SensitivityExport(record)
    #expect(throws: SensitivityError.resultsExist(path: folder.file("out/sensitivity.json"))) {
      try export.write(to: folder.file("out"), page: "page")
    }
    #expect(try folder.text("out/sensitivity.json") == "mine")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("out")) == ["sensitivity.json"])
    _ = try export.write(to: folder.file("out"), page: "page", overwrite: true)
    let head = try folder.text("out/sensitivity.csv").split(separator: "\n")[0]
    #expect(head.hasSuffix("total,total_low,total_high,first,first_low,first_high"))
    #expect(record.findings[0].pairs.count == 3)
    #expect(record.leading(2).hasPrefix("x") && record.leading(2).split(separator: ",").count == 2)
  }
}
