import Foundation
import Testing

@testable import MyelonSimulation

/// Files of an unfinished run that are damaged, cut short, foreign or of another version are refused in words.
@Suite struct RunCheckpointTests {
  private let scratch: RunScratch
  private let directory: RunDirectory
  private let original: Data

  init() throws {
    scratch = try RunScratch()
    directory = scratch.directory("run")
    try CoarseRun.start(CoarseScenario.rat(), in: directory, stopAfter: 30)
    original = try Data(contentsOf: URL(fileURLWithPath: directory.checkpoint))
  }

  private func put(_ data: Data, at path: String? = nil) throws {
    try data.write(to: URL(fileURLWithPath: path ?? directory.checkpoint))
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
  }

  /// The error that resuming gives; nil when it resumes.
  private func refusal() throws -> RunError? {
    do {
      try CoarseRun.resume(directory, stopAfter: 1)
      return nil
    } catch let error as RunError {
      return error
    }
  }

  private func isDamage(_ error: RunError?) -> Bool {
    guard case .damagedCheckpoint(let path, let problem) = error else { return false }
    return !path.isEmpty && !problem.isEmpty
  }

  @Test func theUntouchedCheckpointIsTaken() throws {
    #expect(try refusal() == nil)
  }

  @Test func aCheckpointCutShortAnywhereIsRefused() throws {
    let header = Checkpoint.magic.count
    let lengths = [0, 1, header - 1, header, header + 8, header + 15, header + 16, header + 17, 400]
    for length in lengths + [original.count / 2, original.count - 1] {
      try put(original.prefix(length))
      #expect(isDamage(try refusal()), "\(length) of \(original.count) bytes")
    }
    try put(original + Data([0]))
    #expect(isDamage(try refusal()), "one byte too many")
  }

  @Test func anyChangedByteIsRefused() throws {
    var positions = Array(0..<(Checkpoint.magic.count + 16))
    // The header's numbers (clock, series), and fields from the first to the last byte.
    positions += stride(from: Checkpoint.magic.count + 16, to: original.count, by: 1 + original.count / 150)
    positions.append(original.count - 1)
    for position in positions {
      var changed = original
      changed[position] ^= 0x10
      try put(changed)
      let error = try refusal()
      #expect(isDamage(error), "byte \(position) of \(original.count)")
    }
  }

  @Test func aCheckpointOfAnotherScenarioIsRefused() throws {
    let other = scratch.directory("other")
    var scenario = CoarseScenario.rat()
    scenario.run.seed += 1
    try CoarseRun.start(scenario, in: other, stopAfter: 30)
    try put(try Data(contentsOf: URL(fileURLWithPath: other.checkpoint)))
    #expect(isDamage(try refusal()))
  }

  @Test func aChangedScenarioCopyIsRefused() throws {
    let copy = try text(directory.scenarioCopy)
    let changed = copy.replacing("seed: 7", with: "seed: 8")
    try #require(changed != copy)
    try put(Data(changed.utf8), at: directory.scenarioCopy)
    #expect(try refusal() == .changedScenario(path: directory.scenarioCopy))
    try put(Data("no scenario at all: [".utf8), at: directory.scenarioCopy)
    #expect(try refusal() == .changedScenario(path: directory.scenarioCopy))
    try put(Data(copy.utf8), at: directory.scenarioCopy)
    #expect(try refusal() == nil)
  }

  @Test func anotherVersionIsRefusedByName() throws {
    let settings = try text(directory.settings)
    let current = ProgramVersion.current
    try put(
      Data(settings.replacing("\"version\" : \"\(current)\"", with: "\"version\" : \"0.0.9\"").utf8),
      at: directory.settings)
    #expect(
      try refusal() == .otherVersion(path: directory.path, found: "0.0.9", required: current))
    // A later version's settings may have another form; its number must still be what the user reads.
    try put(Data("{\"version\": \"9.0.0\", \"form\": \"another\"}".utf8), at: directory.settings)
    #expect(
      try refusal() == .otherVersion(path: directory.path, found: "9.0.0", required: current))
  }

  @Test(arguments: ["", "{", "[]", "{\"version\": 3}", "\u{0}\u{0}"])
  func damagedSettingsAreRefused(settings: String) throws {
    try put(Data(settings.utf8), at: directory.settings)
    guard case .notRead(let path, let reason) = try refusal() else {
      Issue.record("Settings \(settings.debugDescription) were taken")
      return
    }
    #expect(path == directory.settings && !reason.isEmpty)
  }

  @Test func missingSettingsAreRefused() throws {
    try FileManager.default.removeItem(atPath: directory.settings)
    guard case .notRead = try refusal() else {
      Issue.record("A run without settings was taken")
      return
    }
  }

  @Test func damagedFinishedArmsAreRefused() throws {
    let two = scratch.directory("two")
    let scenario = CoarseScenario.human(days: 1, visits: [1])
    let whole = try #require(try CoarseRun.start(scenario, in: scratch.directory("whole")).record)
    let first = try #require(whole.steps[scenario.arms[0].name])
    try CoarseRun.start(scenario, in: two, stopAfter: first + 2)
    let arm = two.armRecord(0)
    let original = try Data(contentsOf: URL(fileURLWithPath: arm))
    for damaged in [Data(), original.prefix(original.count / 2), Data("{}".utf8)] {
      try put(damaged, at: arm)
      let error = #expect(throws: RunError.self) { try CoarseRun.resume(two) }
      #expect(isDamage(error))
    }
    try put(original, at: arm)
    let snapshot = two.snapshot(arm: 0, visit: 0)
    let field = try Data(contentsOf: URL(fileURLWithPath: snapshot))
    try put(field.dropLast(4), at: snapshot)
    #expect(isDamage(#expect(throws: RunError.self) { try CoarseRun.resume(two) }))
    #expect(!two.holdsFinishedRun)
    try FileManager.default.removeItem(atPath: snapshot)
    #expect(isDamage(#expect(throws: RunError.self) { try CoarseRun.resume(two) }))
    try put(field, at: snapshot)
    #expect(try CoarseRun.resume(two).record != nil)
    #expect(
      differences(try results(of: scratch.directory("whole")), try results(of: two)) == [])
  }
}
