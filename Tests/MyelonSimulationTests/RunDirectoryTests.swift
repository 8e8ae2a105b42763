import Foundation
import MyelonLesion
import Testing

@testable import MyelonSimulation

/// Which directories a run takes, what it removes and what it leaves alone.
@Suite struct RunDirectoryTests {
  private let scratch: RunScratch
  private let scenario = CoarseScenario.rat(days: 1, visits: [1])

  init() throws { scratch = try RunScratch() }

  private func write(_ text: String, to path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func names(_ directory: RunDirectory) throws -> Set<String> {
    Set(try FileManager.default.subpathsOfDirectory(atPath: directory.path))
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
  }

  @Test func aDirectoryWithFilesIsRefusedAndLeftAsItIs() throws {
    let directory = scratch.directory("full")
    try write("mine", to: directory.file("notes.txt"))
    #expect(throws: RunError.directoryInUse(path: directory.path, isUnfinishedRun: false)) {
      try CoarseRun.start(scenario, in: directory)
    }
    #expect(try names(directory) == ["notes.txt"])
  }

  @Test func anUnfinishedRunIsNotReplacedUnasked() throws {
    let directory = scratch.directory("unfinished")
    try CoarseRun.start(scenario, in: directory, stopAfter: 3)
    #expect(throws: RunError.directoryInUse(path: directory.path, isUnfinishedRun: true)) {
      try CoarseRun.start(scenario, in: directory)
    }
    #expect(try CoarseRun.resume(directory).record != nil)
  }

  @Test func aFinishedDirectoryHoldsTheResultsAndNothingElse() throws {
    let directory = scratch.directory("empty")
    try FileManager.default.createDirectory(atPath: directory.path, withIntermediateDirectories: true)
    try CoarseRun.start(scenario, in: directory)
    #expect(
      try names(directory) == [
        "run.json", "series.csv", "exams.json", "anatomy.nii.gz", "cord.nii.gz", "grey.nii.gz", "untreated",
        "untreated/tissue.nii.gz", "untreated/axons.tck", "untreated/axons-weights.txt",
        "untreated/connections.graphml",
      ])
  }

  @Test func overwritingRemovesTheRunsOwnFilesOnly() throws {
    let directory = scratch.directory("again")
    try CoarseRun.start(CoarseScenario.human(days: 1, visits: [1]), in: directory)
    let arms = try names(directory).filter { !$0.contains(".") }
    #expect(arms == ["compression", "a-blow-brief"])
    let strangers = ["notes.txt", "compression/mine.nii.gz", "other/axons.nii.gz", "run.json.bak"]
    for name in strangers { try write("mine", to: directory.file(name)) }
    // What a killed run may have left beside the results.
    let leftovers = ["cord.nii.gz.partial-12-ab", "report.html.partial-12-ab", "series.csv.partial-12-ab"]
    for name in leftovers + ["compression/tissue.nii.gz.partial-9-z"] {
      try write("half", to: directory.file(name))
    }
    try CoarseRun.start(scenario, in: directory, overwrite: true)
    #expect(
      try names(directory) == [
        "run.json", "series.csv", "exams.json", "anatomy.nii.gz", "cord.nii.gz", "grey.nii.gz", "untreated",
        "untreated/tissue.nii.gz", "untreated/axons.tck", "untreated/axons-weights.txt",
        "untreated/connections.graphml", "notes.txt", "compression", "compression/mine.nii.gz", "other",
        "other/axons.nii.gz", "run.json.bak",
      ])
    for name in strangers { #expect(try text(directory.file(name)) == "mine") }
  }

  @Test func overwritingAnUnfinishedRunStartsAfresh() throws {
    let directory = scratch.directory("afresh")
    let two = CoarseScenario.human(days: 1, visits: [1])
    try CoarseRun.start(two, in: directory, stopAfter: 4)
    // Volumes that the unfinished run wrote before it was killed.
    try write("old", to: directory.file("compression/axons.nii.gz"))
    try CoarseRun.start(scenario, in: directory, overwrite: true)
    #expect(!(try names(directory).contains { $0.hasPrefix("compression") }))
    #expect(!directory.holdsUnfinishedRun)
  }

  @Test func aRecordFromElsewhereCannotPointOutsideTheDirectory() throws {
    let directory = scratch.directory("hostile")
    try CoarseRun.start(scenario, in: directory)
    try write("mine", to: "\(scratch.path)/outside/tissue.nii.gz")
    let record = try text(directory.file("run.json"))
    let hostile = record.replacing("untreated/tissue.nii.gz", with: "../outside/tissue.nii.gz")
      .replacing("\"slug\" : \"untreated\"", with: "\"slug\" : \"../outside\"")
    try #require(hostile != record)
    try write(hostile, to: directory.file("run.json"))
    try CoarseRun.start(scenario, in: directory, overwrite: true)
    #expect(try text("\(scratch.path)/outside/tissue.nii.gz") == "mine")
  }

  @Test func aPathThatIsAFileIsRefused() throws {
    try write("mine", to: "\(scratch.path)/file")
    for name in ["file", "file/below"] {
      for overwrite in [false, true] {
        let error = #expect(throws: RunError.self) {
          try CoarseRun.start(scenario, in: scratch.directory(name), overwrite: overwrite)
        }
        guard case .directoryNotMade(_, let reason) = error else {
          Issue.record("\(name): \(String(describing: error))")
          continue
        }
        #expect(!reason.isEmpty)
      }
    }
    #expect(try text("\(scratch.path)/file") == "mine")
  }

  @Test func aPlaceThatCannotBeWrittenIsRefused() throws {
    // Nobody, not even root, makes directories in the kernel's process table.
    guard FileManager.default.fileExists(atPath: "/proc/self") else { return }
    let error = #expect(throws: RunError.self) {
      try CoarseRun.start(scenario, in: RunDirectory("/proc/myelon"))
    }
    guard case .directoryNotMade("/proc/myelon", _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func aDirectoryUnderTheNameOfAResultIsSeenBeforeTheRun() throws {
    let directory = scratch.directory("obstacle")
    try write("mine", to: directory.file("run.json/mine.txt"))
    let error = #expect(throws: RunError.self) {
      try CoarseRun.start(scenario, in: directory, overwrite: true)
    }
    guard case .notWritten(let path, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(path == directory.file("run.json"))
    #expect(try names(directory) == ["run.json", "run.json/mine.txt"])
  }

  @Test func aScenarioThatCannotBeRunLeavesNoTrace() throws {
    var wrong = scenario
    wrong.injury.level = "T99"
    #expect(throws: (any Error).self) { try CoarseRun.start(wrong, in: scratch.directory("never")) }
    wrong = scenario
    wrong.arms = [
      .untreated, .init(name: "second", injury: Injury(mechanism: .transection(gap: 1), level: "Q")),
    ]
    #expect(throws: (any Error).self) { try CoarseRun.start(wrong, in: scratch.directory("never")) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
  }

  @Test func aSecondRunInTheSameDirectoryIsRefusedWhileTheFirstGoesOn() throws {
    let directory = scratch.directory("busy")
    let plan = try RunPlan(scenario: scenario, scenarioPath: "test.yaml", threads: 1)
    var refused: [RunError?] = []
    let outcome = try Simulation(plan: plan, directory: directory).start(
      overwrite: false,
      progress: { _ in
        guard refused.isEmpty else { return }
        refused.append(
          #expect(throws: RunError.self) { try CoarseRun.start(scenario, in: directory, overwrite: true) })
        refused.append(#expect(throws: RunError.self) { try CoarseRun.resume(directory) })
      })
    #expect(refused == [.directoryBusy(path: directory.path), .directoryBusy(path: directory.path)])
    #expect(outcome.record != nil)
    let other = scratch.directory("other")
    try CoarseRun.start(scenario, in: other)
    #expect(differences(try results(of: directory), try results(of: other)) == [])
  }

  @Test(arguments: ["with space", "\u{141}\u{F3}d\u{17A} \u{810A}\u{9AD3}", "quote'\"$x", "-dash", "a\nb"])
  func anyNameOfADirectoryWorks(name: String) throws {
    let directory = scratch.directory("deep/\(name)")
    try CoarseRun.start(scenario, in: directory, stopAfter: 5)
    #expect(try CoarseRun.resume(directory).record != nil)
    #expect(try directory.readRecord().scenario == scenario)
  }

  @Test func aLinkToADirectoryIsFollowedAndABrokenOneRefused() throws {
    let files = FileManager.default
    try files.createDirectory(atPath: "\(scratch.path)/real", withIntermediateDirectories: true)
    try files.createSymbolicLink(atPath: "\(scratch.path)/link", withDestinationPath: "real")
    try CoarseRun.start(scenario, in: scratch.directory("link"))
    #expect(scratch.directory("real").holdsFinishedRun)
    #expect(throws: RunError.directoryInUse(path: "\(scratch.path)/link", isUnfinishedRun: false)) {
      try CoarseRun.start(scenario, in: scratch.directory("link"))
    }
    try files.createSymbolicLink(atPath: "\(scratch.path)/broken", withDestinationPath: "nowhere")
    let error = #expect(throws: RunError.self) {
      try CoarseRun.start(scenario, in: scratch.directory("broken"))
    }
    guard case .directoryNotMade = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func aMissingOrDamagedRecordIsRefusedInWords() throws {
    let directory = scratch.directory("records")
    #expect(throws: RunError.noFinishedRun(path: directory.path, isUnfinished: false)) {
      try directory.readRecord()
    }
    try CoarseRun.start(scenario, in: directory, stopAfter: 2)
    #expect(throws: RunError.noFinishedRun(path: directory.path, isUnfinished: true)) {
      try directory.readRecord()
    }
    try CoarseRun.resume(directory)
    let whole = try text(directory.file("run.json"))
    for damaged in [
      "", "{}", String(whole.prefix(whole.count / 2)), whole.replacing("\"rows\" :", with: "\"row\" :"),
    ] {
      try write(damaged, to: directory.file("run.json"))
      let error = #expect(throws: RunError.self) { try directory.readRecord() }
      guard case .notRead(_, let reason) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(!reason.contains("\n"))
    }
  }
}
