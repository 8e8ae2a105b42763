import Foundation
import Testing

@testable import MyelonStudies

@Suite struct ExportTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// The rows of a CSV file, read by rules of RFC 4180 of its own.
  private func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar == "\"", scalars.first == "\"" {
          field.unicodeScalars.append(scalar)
          scalars.removeFirst()
        } else if scalar == "\"" {
          isQuoted = false
        } else {
          field.unicodeScalars.append(scalar)
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\n" {
        row.append(field)
        field = ""
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      } else {
        field.unicodeScalars.append(scalar)
      }
    }
    return rows
  }

  @Test("The tables hold every number to the bit, gaps as gaps, and awkward names whole")
  func tables() throws {
    let store = try Arithmetic.finished(folder.file("s.db"), members: 7)
    try store.setWeights([2: 0.1 + 0.2])
    let paths = try StudyExport(store).write(to: folder.file("csv"))
    #expect(paths.map { URL(fileURLWithPath: $0).lastPathComponent } == StudyExport.fileNames)
    let members = rows(try folder.text("csv/members.csv"))
    let outcomes = rows(try folder.text("csv/outcomes.csv"))
    let records = try store.records()
    #expect(members.count == 8 && members.allSatisfy { $0.count == 12 })
    #expect(members[0].suffix(2) == ["first", "second"])
    for (row, record) in zip(members.dropFirst(), records) {
      #expect(row[0] == "\(record.member.index)" && row[1] == "\(record.member.seed)" && row[2] == "done")
      #expect(row.suffix(2).map { Double($0)?.bitPattern } == record.member.values.map(\.bitPattern))
    }
    #expect(members[3][5] == "\(0.1 + 0.2)" && members[1][5] == "")
    #expect(outcomes.count == 1 + 7 * 12 && outcomes.allSatisfy { $0.count == 5 })
    for (position, row) in outcomes.dropFirst().enumerated() {
      let outcome = Arithmetic.outcomes[position % 12]
      #expect(row[1] == outcome.arm && Double(row[2]) == outcome.day && row[3] == outcome.name)
      #expect(Double(row[4])?.bitPattern == records[position / 12].outcomes[position % 12]?.bitPattern)
    }
  }

  @Test("The dictionary says what every column and outcome is, with its unit")
  func dictionary() throws {
    let store = try Arithmetic.finished(folder.file("s.db"), members: 2)
    _ = try StudyExport(store).write(to: folder.file("csv"))
    let found = rows(try folder.text("csv/dictionary.csv"))
    let members = rows(try folder.text("csv/members.csv"))[0]
    #expect(found.allSatisfy { $0.count == 9 })
    #expect(found.filter { $0[0] == "members.csv" }.map { $0[1] } == members)
    #expect(
      found.filter { $0[0] == "outcomes.csv" && $0[1] == "value" && !$0[2].isEmpty }.map { $0[2] } == [
        "sum", "noise", "missing",
      ])
    let second = try #require(found.first { $0[1] == "second" })
    #expect(second[3...] == ["", "0.1", "10.0", "", "logarithmic", "another"])
  }

  @Test("Reasons with line ends, quotes and commas stay one field")
  func awkwardReasons() throws {
    let store = try Arithmetic.store(folder.file("s.db"), members: 1)
    let reason = "a, \"b\"\r\nc é,"
    let model = Arithmetic.model { _ in throw EnsembleTests.Accident(description: reason) }
    try Ensemble(model, settings: try EnsembleSettings(workers: 1, attempts: 1)).run(store)
    _ = try StudyExport(store).write(to: folder.file("csv"))
    #expect(rows(try folder.text("csv/members.csv"))[1][9] == reason)
  }

  @Test("Tables are not replaced unasked, and a full disk leaves the old ones")
  func overwriting() throws {
    let store = try Arithmetic.finished(folder.file("s.db"), members: 200)
    guard let disk = try SmallDisk(folder.file("disk"), size: "2m") else {
      print("Skipped: mounting a small file system is not permitted here")
      return
    }
    let target = "\(disk.path)/csv"
    let paths = try StudyExport(store).write(to: target)
    #expect(throws: StudyError.exists(path: paths[0], isStudy: false)) {
      try StudyExport(store).write(to: target)
    }
    let before = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    try disk.remount("size=\((before.map(\.count).reduce(0, +)) / 1024 + 40)k")
    #expect(throws: StudyError.self) { try StudyExport(store).write(to: target, overwrite: true) }
    #expect(try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) } == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: target).count == 3)
    try disk.remount("size=4m")
    _ = try StudyExport(store).write(to: target, overwrite: true)
    #expect(try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) } == before)
  }
}
