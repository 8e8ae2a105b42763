import Foundation
import MyelonStatistics
import Testing

@testable import MyelonStudies

@Suite("Export of a forecast") struct ForecastExportTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func forecast() throws -> Forecast {
    let study = SmallStudy(
      arms: ["untreated", "cells, \"two\""],
      outcomes: [("motor_score", "points"), ("impairment_scale", "code"), ("allodynia_risk", "probability")],
      treated: [("tumour_volume", "mm3")])
    return try study.forecast(60, weights: (0..<60).map { Double($0 % 3) + 0.1 }) { member, arm, day, name in
      switch name {
      case "motor_score": day == 365 && member == 7 ? nil : Double(member) + day / 50 * Double(arm)
      case "impairment_scale": Double(1 + member % 4)
      case "allodynia_risk": 0.01 * Double(member)
      default: 0.1 * Double(member)
      }
    }
  }

  @Test("Six files hold every number to the bit; every row has as many fields as the head")
  func files() throws {
    let forecast = try forecast()
    let paths = try ForecastExport(forecast).write(to: folder.file("out"))
    #expect(paths.map { URL(fileURLWithPath: $0).lastPathComponent } == ForecastExport.fileNames)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("out")).count == 6)
    let data = try Data(contentsOf: URL(fileURLWithPath: paths[0]))
    #expect(try JSONDecoder().decode(Forecast.self, from: data) == forecast)
    let tables = ForecastTables(forecast)
    for rows in [tables.outcomes, tables.grades, tables.events, tables.comparisons, tables.strata] {
      #expect(rows.count > 1 && rows.allSatisfy { $0.count == rows[0].count })
      #expect(Set(rows[0]).count == rows[0].count, "two columns of one name")
      #expect(!rows.joined().contains { $0 == "nan" || $0 == "inf" })
    }
    let score = try #require(
      tables.outcomes.first { $0[0].hasPrefix("cells") && $0[1] == "365.0" && $0[2] == "motor_score" })
    let visit = try #require(forecast.arms[1].outcome("motor_score")?.visit(365))
    #expect(score[4...5] == ["59", "1"])
    #expect(Double(score[8])?.bitPattern == visit.mean?.value.bitPattern)
    #expect(score[11...15].map { Double($0) } == visit.quantiles)
    // Two arms, two visits, five grades.
    #expect(tables.grades.count == 1 + 20 && tables.grades[1][4] == "A")
    #expect(tables.events.contains { $0[2] == "tumour" && $0[3] == "yes" })
    #expect(tables.events.contains { $0[2] == "allodynia_risk" && $0[3] == "yes" })
    #expect(
      try folder.text("out/forecast-comparisons.csv").contains("\"cells, \"\"two\"\"\",untreated,motor_score")
    )
  }

  @Test("Equal forecasts give equal files, which are not replaced unasked")
  func overwriting() throws {
    let first = try ForecastExport(try forecast()).write(to: folder.file("a"))
    let second = try ForecastExport(try forecast()).write(to: folder.file("b"))
    for (one, other) in zip(first, second) {
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: one)) == (try Data(contentsOf: URL(fileURLWithPath: other)))
      )
    }
    #expect(throws: StudyError.exists(path: first[0], isStudy: false)) {
      try ForecastExport(try forecast()).write(to: folder.file("a"))
    }
    try folder.write("kept", to: "a/members.csv")
    _ = try ForecastExport(try forecast()).write(to: folder.file("a"), overwrite: true)
    #expect(try folder.text("a/members.csv") == "kept")
  }

  @Test("Where files cannot be written there are none, also no half ones")
  func unwritable() throws {
    try folder.write("a file", to: "taken")
    #expect(throws: StudyError.self) { try ForecastExport(try forecast()).write(to: folder.file("taken")) }
    // A folder under the name of one table: all the others must not appear either.
    try FileManager.default.createDirectory(
      atPath: folder.file("c/forecast.json"), withIntermediateDirectories: true)
    #expect(throws: StudyError.self) {
      try ForecastExport(try forecast()).write(to: folder.file("c"), overwrite: true)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("c")) == ["forecast.json"])
  }
}
