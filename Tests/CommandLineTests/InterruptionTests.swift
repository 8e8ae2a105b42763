import Foundation
import Testing

/// Ctrl-C, kills and crowded directories.
@Suite(.serialized) struct InterruptionTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(ScenarioText.long, to: "long.yaml")
  }

  private func start(_ folder: String, threads: Int = 1) throws -> RunningProgram {
    try RunningProgram(
      Program.path, ["run", "long.yaml", "--output", folder, "--threads", "\(threads)"], in: scratch.path)
  }

  private func resume(_ folder: String, threads: Int = 1) throws -> RunningProgram {
    try RunningProgram(
      Program.path, ["resume", folder, "--threads", "\(threads)"], in: scratch.path)
  }

  /// The results of the same run when nothing disturbs it.
  private static let undisturbed: [String: Data] = {
    guard let scratch = try? Scratch(), (try? scratch.write(ScenarioText.long, to: "long.yaml")) != nil,
      (try? Program.run(["run", "long.yaml", "--output", "whole"], in: scratch.path))?.status == 0
    else { return [:] }
    return (try? scratch.results("whole")) ?? [:]
  }()

  @Test func aRunKilledAtAnyMomentIsResumedToTheSameBits() throws {
    let reference = Self.undisturbed
    try #require(reference["run.json"] != nil && reference["second/axons.nii.gz"] != nil)
    // Early in the first arm; late in it; in the second arm, twice.
    for (name, lines) in [("early", [1]), ("late", [4]), ("twice", [7, 2])] {
      var program = try start(name)
      for (position, count) in lines.enumerated() {
        if position > 0 { program = try resume(name, threads: 2) }
        program.waitForProgress(lines: count)
        program.send(SIGKILL)
        let killed = program.wait()
        #expect(killed.wasKilled && killed.status == SIGKILL, "\(name): the run ended before it was killed")
        #expect(!scratch.names(name).contains("run.json"))
      }
      let ended = try resume(name, threads: 2).wait()
      #expect(ended.status == 0 && ended.output == "\(name)/report.html\n", "\(ended.remarks)")
      #expect(differences(reference, try scratch.results(name)) == [], "\(name)")
    }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func controlCStopsCleanlyAndTheHintWorks(signal: Int32) throws {
    let program = try start("it's stopped")
    program.waitForProgress(lines: 3)
    program.send(signal)
    let stopped = program.wait()
    #expect(stopped.status == 1 && !stopped.wasKilled && stopped.output.isEmpty)
    #expect(scratch.names("it's stopped").contains(".unfinished/checkpoint"))
    let prefix = "Stopped. Continue with: "
    let hint = try #require(stopped.remarks.split(separator: "\n").last { $0.hasPrefix(prefix) })
    let command = "'\(Program.path)' " + hint.dropFirst((prefix + "myelon ").count)
    let resumed = try Program.run(other: "/bin/sh", ["-c", command], in: scratch.path)
    #expect(resumed.status == 0 && resumed.output == "it's stopped/report.html\n", "\(resumed.remarks)")
    #expect(differences(Self.undisturbed, try scratch.results("it's stopped")) == [])
  }

  @Test func aSecondRunInTheSameDirectoryIsRefusedAndTheFirstUnharmed() throws {
    let first = try start("busy")
    first.waitForProgress(lines: 1)
    // Held still, so that it cannot end while the others are tried.
    first.send(SIGSTOP)
    for arguments in [
      ["run", "long.yaml", "--output", "busy"], ["run", "long.yaml", "--output", "busy", "--overwrite"],
      ["resume", "busy"], ["report", "busy"],
    ] {
      let second = try Program.run(arguments, in: scratch.path)
      #expect(second.status == 2 && second.output.isEmpty && !second.remarks.isEmpty, "\(arguments)")
    }
    first.send(SIGCONT)
    #expect(first.wait().status == 0)
    #expect(differences(Self.undisturbed, try scratch.results("busy")) == [])
  }

  @Test func ofTwoRunsStartedAtOnceOneIsRefused() throws {
    let both = [try start("race"), try start("race", threads: 2)].map { $0.wait() }
    #expect(both.map(\.status).sorted() == [0, 2])
    #expect(scratch.names("race").contains("report.html"))
  }
}
