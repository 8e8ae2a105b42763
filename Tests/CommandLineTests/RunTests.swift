import Foundation
import Testing

/// `run`, `resume` and `report` as a user calls them.
@Suite struct RunTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(ScenarioText.rat, to: "rat.yaml")
    try scratch.write(ScenarioText.long, to: "long.yaml")
  }

  private func myelon(_ arguments: String...) throws -> Program.Result {
    try Program.run(arguments, in: scratch.path)
  }

  @Test func aRunNamesItsReportAndWritesPlainProgress() throws {
    let found = try myelon("run", "rat.yaml")
    #expect(found.status == 0)
    #expect(found.output == "runs/small-rat/report.html\n")
    #expect(scratch.text("runs/small-rat/report.html").contains("</html>"))
    #expect(!found.remarks.contains("\r") && !found.remarks.contains("\u{1B}"))
    let progress = found.remarks.split(separator: "\n").filter { $0.contains(" %  ") }
    #expect(progress.allSatisfy { $0.contains(/day [\d.]+ of 1  step \d+  [\d.]+ days\/s  left/) })
    #expect(!progress.isEmpty && progress.count <= 12)
    #expect(found.remarks.contains("predicts nobody's outcome"))

    let again = try myelon("run", "rat.yaml")
    #expect(again.status == 2 && again.output.isEmpty && again.remarks.contains("--overwrite"))
    try scratch.write("mine", to: "runs/small-rat/notes.txt")
    let over = try myelon("run", "rat.yaml", "--overwrite", "--seed", "4")
    #expect(over.status == 0)
    #expect(scratch.text("runs/small-rat/notes.txt") == "mine")

    try FileManager.default.removeItem(atPath: scratch.file("runs/small-rat/report.html"))
    let report = try myelon("report", "runs/small-rat")
    #expect(report.status == 0 && report.output == "runs/small-rat/report.html\n")
    #expect(scratch.text("runs/small-rat/report.html").contains("</html>"))
    let resume = try myelon("resume", "runs/small-rat")
    #expect(resume.status == 2 && resume.remarks.contains("has ended"))
  }

  @Test func settingsOfTheCommandLineStandInForTheScenarios() throws {
    let found = try myelon(
      "run", "rat.yaml", "--voxel", "400 um", "--days", "1.5", "--seed", "18446744073709551615", "-o", "out")
    #expect(found.status == 0, "\(found.remarks)")
    let record = try #require(
      try JSONSerialization.jsonObject(with: Data(scratch.text("out/run.json").utf8)) as? [String: Any])
    let run = try #require((record["scenario"] as? [String: Any])?["run"] as? [String: Any])
    #expect(run["voxel"] as? Double == 0.4)
    #expect(run["days"] as? Double == 1.5)
    #expect((run["seed"] as? NSNumber)?.uint64Value == .max)
    #expect(run["visits"] as? [Double] == [1, 1.5])
  }

  @Test(arguments: [
    (["--voxel", "5 mm"], "--voxel"), (["--voxel", "0 mm"], "--voxel"), (["--voxel", "nan mm"], "number"),
    (["--voxel", "1"], "unit"), (["--voxel", "1 kg"], "unit"), (["--days", "0"], "--days"),
    (["--days=-3"], "--days"), (["--days", "nan"], "--days"), (["--days", "inf"], "--days"),
    (["--days", "1e9"], "--days"), (["--anatomy", "."], "human"),
  ])
  func badSettingsAreRefusedInWordsAndNothingIsWritten(arguments: [String], words: String) throws {
    let before = scratch.names()
    let found = try Program.run(["run", "rat.yaml"] + arguments, in: scratch.path)
    #expect(found.status == 2 && !found.wasKilled && found.output.isEmpty, "\(found.remarks)")
    #expect(found.remarks.contains(words), "\(found.remarks)")
    #expect(scratch.names() == before)
  }

  @Test func aMissingOrEmptyTemplateIsRefusedBeforeAnythingIsWritten() throws {
    try FileManager.default.createDirectory(atPath: scratch.file("empty"), withIntermediateDirectories: false)
    let before = scratch.names()
    for arguments in [
      ["run", "long.yaml", "--anatomy", "missing"], ["check", "long.yaml", "--anatomy", "missing"],
      ["run", "long.yaml", "--anatomy", "empty"],
    ] {
      let found = try Program.run(arguments, in: scratch.path)
      #expect(found.status == 2 && found.output.isEmpty && found.remarks.contains(arguments[3]))
      #expect(scratch.names() == before)
    }
  }

  @Test func thereIsNothingToReportOrResumeInAnEmptyDirectory() throws {
    try FileManager.default.createDirectory(atPath: scratch.file("empty"), withIntermediateDirectories: false)
    for folder in ["empty", "missing"] {
      for command in ["report", "resume"] {
        let found = try myelon(command, folder)
        #expect(found.status == 2 && found.output.isEmpty)
        #expect(found.remarks.contains("'\(folder)'") && found.remarks.contains("myelon run"))
      }
    }
    #expect(scratch.names("empty").isEmpty)
  }

  @Test func aPathThatIsAFileFailsInWords() throws {
    let found = try myelon("run", "rat.yaml", "--output", "rat.yaml")
    #expect(found.status == 1 && found.remarks.contains("there is a file of that name"))
    #expect(scratch.text("rat.yaml") == ScenarioText.rat)
  }

  @Test func aWrongParameterIsNamedByTheLineOfTheFileEvenWithOverrides() throws {
    try scratch.write(ScenarioText.rat + "\nparameters:\n  impact_lenght: 1\n", to: "typo.yaml")
    for arguments in [["check", "typo.yaml"], ["run", "typo.yaml", "--days", "2"]] {
      let found = try Program.run(arguments, in: scratch.path)
      #expect(found.status == 2)
      #expect(found.remarks.contains("typo.yaml:8: parameters.impact_lenght"), "\(found.remarks)")
    }
  }

  @Test(arguments: ["with space", "\u{141}\u{F3}d\u{17A} \u{9AD3}", "it's"])
  func anyNameOfFileAndDirectoryWorks(name: String) throws {
    try scratch.write(ScenarioText.rat, to: "\(name).yaml")
    let found = try myelon("run", "\(name).yaml", "--output", name)
    #expect(found.status == 0 && found.output == "\(name)/report.html\n")
    #expect(try myelon("check", "\(name).yaml").status == 0)
  }

  /// On a terminal the bar redraws one line, which is never wider than the terminal.
  @Test(arguments: [50, 80, 200])
  func aTerminalGetsABarThatRedraws(columns: Int) throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/script") else {
      print("Skipped: a terminal needs script(1) of util-linux")
      return
    }
    let command =
      "stty cols \(columns) rows 20; '\(Program.path)' run long.yaml --voxel '2 mm' -o out"
    let found = try Program.run(
      other: "/usr/bin/script", ["-qec", command, scratch.file("typescript")], in: scratch.path)
    #expect(found.status == 0, "\(found.output)")
    let pieces = found.output.components(separatedBy: "\r\u{1B}[K").dropFirst()
    // The last piece is what follows the bar: the summary and the report's path.
    let bars = pieces.dropLast()
    #expect(bars.count >= 2)
    for bar in bars {
      #expect(!bar.contains("\n") && bar.count < columns, "\(bar)")
      if columns >= 80 { #expect(bar.hasPrefix("[") && bar.contains(" %  "), "\(bar)") }
    }
    #expect(pieces.last?.contains("out/report.html") == true)
  }
}
