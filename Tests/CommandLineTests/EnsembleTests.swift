import Foundation
import MyelonStudies
import Testing

/// `myelon ensemble` as a process: kills, stops, wrong input.
@Suite(.serialized) struct EnsembleCommandTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(ScenarioText.rat, to: "rat.yaml")
  }

  /// The arguments of a small study of quick lives.
  private func arguments(_ study: String, members: Int = 14, _ more: [String] = []) -> [String] {
    [
      "ensemble", "rat.yaml", "--members", "\(members)", "--study", study, "--vary",
      "D_glutamate,impact_length=0.6..1.2,injury.height=6..50", "--growth-cones", "200", "--workers", "2",
    ] + more
  }

  /// Members with seed, values and outcomes, without times; none lost, none doubled.
  private func results(_ study: String) throws -> [StudyMember: [UInt64?]] {
    let store = try StudyStore.open(scratch.file(study), forWriting: false)
    defer { try? store.close() }
    var found: [StudyMember: [UInt64?]] = [:]
    for record in try store.records(.done) { found[record.member] = record.outcomes.map { $0?.bitPattern } }
    return found
  }

  @Test(
    "A study that is killed again and again loses no member, doubles none and ends in an unbroken run's bits")
  func kills() throws {
    let unbroken = try Program.run(arguments("whole.db"), in: scratch.path)
    #expect(unbroken.status == 0, "\(unbroken.remarks)")
    let reference = try results("whole.db")
    #expect(reference.count == 14)
    var seen: [StudyMember: [UInt64?]] = [:]
    var kills = 0
    var starts = 0
    var isDone = false
    // Delays from nothing to longer than a member, over and over and slowly longer, so that it ends on a slow machine too.
    while !isDone, starts < 120 {
      let exists = FileManager.default.fileExists(atPath: scratch.file("s.db"))
      let program = try RunningProgram(
        Program.path, arguments("s.db", exists ? ["--resume", "--retry-failed"] : []), in: scratch.path)
      usleep(UInt32(20_000 + (30_000 + 1_000 * starts) * (starts * 7 % 23)))
      program.send(SIGKILL)
      starts += 1
      let ended = program.wait()
      if ended.wasKilled { kills += 1 } else { #expect(ended.status == 0, "\(ended.remarks)") }
      guard FileManager.default.fileExists(atPath: scratch.file("s.db")) else { continue }
      let now = try results("s.db")
      for (member, values) in seen {
        #expect(now[member] == values, "member \(member.index) was lost or changed")
      }
      for (member, values) in now { #expect(reference[member] == values, "member \(member.index)") }
      seen = now
      isDone = !ended.wasKilled
    }
    #expect(isDone && kills >= 5, "\(kills) kills in \(starts) starts")
    #expect(seen == reference)
    print("killed \(kills) times in \(starts) starts")
  }

  @Test("Ctrl-C stops after the members under way, and --resume continues; more members extend the study")
  func stopping() throws {
    let program = try RunningProgram(Program.path, arguments("s.db", members: 40), in: scratch.path)
    while program.isRunning, !program.remarks.contains("10 %") { usleep(5_000) }
    program.send(SIGINT)
    let stopped = program.wait()
    #expect(stopped.status == 1 && !stopped.wasKilled, "\(stopped.remarks)")
    #expect(stopped.remarks.contains("Continue with the same command and --resume"))
    let before = try results("s.db")
    #expect(!before.isEmpty && before.count < 40)
    let more = try Program.run(
      arguments("s.db", members: 42, ["--resume", "--export", "csv", "--json"]), in: scratch.path)
    #expect(more.status == 0, "\(more.remarks)")
    #expect(more.output.contains("\"done\" : 42"))
    let after = try results("s.db")
    #expect(after.count == 42 && before.allSatisfy { after[$0.key] == $0.value })
    #expect(scratch.names("csv") == ["members.csv", "outcomes.csv", "dictionary.csv"])
  }

  @Test("Input that cannot be used ends with status 2 and one sentence, and leaves no study")
  func wrongInput() throws {
    try scratch.write("no database\n", to: "text.db")
    let cases: [([String], String)] = [
      (["ensemble", "rat.yaml"], "--members"),
      (["ensemble", "rat.yaml", "--members", "0"], "--members"),
      (["ensemble", "none.yaml", "--members", "2"], "none.yaml"),
      (arguments("s.db", ["--vary", "D_glutamat"]), "did you mean 'D_glutamate'"),
      (arguments("s.db", ["--vary", "impact_length=2..1"]), "low..high"),
      (arguments("s.db", ["--vary", "impact_length=1..900"]), "impact_length"),
      (arguments("s.db", ["--vary", "injury.gap=1..2"]), "injury.gap"),
      (arguments("s.db", ["--vary", ","]), "--vary"),
      (arguments("s.db", ["--workers", "0"]), "workers"),
      (arguments("s.db", ["--attempts", "0"]), "attempts"),
      (arguments("s.db", ["--growth-cones", "-3"]), "--growth-cones"),
      (arguments("s.db", ["--resume"]), "There is no study"),
      (arguments("text.db"), "is no study"),
      (arguments("text.db", ["--resume"]), "is no SQLite database"),
      (arguments("text.db", ["--overwrite"]), "is no study"),
      (arguments("s.db", ["--overwrite", "--resume"]), "one of the two"),
      (arguments("s.db", ["--retry-failed"]), "--resume"),
    ]
    for (arguments, part) in cases {
      let found = try Program.run(arguments, in: scratch.path)
      #expect(found.status == 2 && !found.wasKilled && found.output.isEmpty, "\(arguments): \(found.remarks)")
      #expect(found.remarks.contains(part), "\(arguments): \(found.remarks)")
      #expect(!scratch.names().contains("s.db"), "\(arguments)")
    }
    #expect(scratch.text("text.db") == "no database\n")
  }

  @Test("A study is continued only with what it began with, and never twice at once")
  func otherStudies() throws {
    #expect(try Program.run(arguments("s.db", members: 2), in: scratch.path).status == 0)
    for (more, part) in [
      (["--seed", "9", "--resume"], "its seed is 3, not 9"), (["--voxel", "0.45 mm", "--resume"], "0.45"),
      (["--growth-cones", "300", "--resume"], "growth-cones"), ([], "Continue it with --resume"),
    ] {
      let found = try Program.run(arguments("s.db", members: 3, more), in: scratch.path)
      #expect(found.status == 2 && found.remarks.contains(part), "\(more): \(found.remarks)")
    }
    let store = try StudyStore.open(scratch.file("s.db"), forWriting: true)
    let busy = try Program.run(arguments("s.db", members: 3, ["--resume"]), in: scratch.path)
    #expect(busy.status == 2 && busy.remarks.contains("Another program is writing"))
    try store.close()
  }

  @Test("Without Slurm the error says so; with commands like Slurm's the study comes back whole")
  func slurm() throws {
    let none = try Program.run(arguments("s.db", ["--slurm"]), in: scratch.path)
    let hasSlurm = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/sbatch")
    }
    if !hasSlurm {
      #expect(none.status == 2 && none.remarks.contains("`sbatch` was not found"), "\(none.remarks)")
    }
    try scratch.write(
      """
      #!/bin/bash
      # Runs an array at once, task after task; the second task of the first round is lost.
      for word in "$@"; do case $word in --array=1-*) last=${word#--array=1-} ;; esac; script=$word; done
      for task in $(seq 1 ${last%%%*}); do
        case "$script $task" in *round-1/job.sh\\ 2) continue ;; esac
        SLURM_ARRAY_TASK_ID=$task bash "$script" >/dev/null 2>&1
      done
      echo 7
      """, to: "sbatch")
    try scratch.write("#!/bin/bash\nexit 0\n", to: "squeue")
    for name in ["sbatch", "squeue"] {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.file(name))
    }
    let command = ([Program.path] + arguments("t.db", members: 9, ["--slurm", "--chunk", "3"]))
      .map { "'\($0)'" }.joined(separator: " ")
    let found = try Program.run(
      other: "/bin/bash", ["-c", "PATH='\(scratch.path)':$PATH \(command)"], in: scratch.path)
    #expect(found.status == 0, "\(found.remarks)")
    #expect(try Program.run(arguments("whole.db", members: 9), in: scratch.path).status == 0)
    #expect(try results("t.db") == results("whole.db"))
    #expect(try results("t.db").count == 9)
  }
}
