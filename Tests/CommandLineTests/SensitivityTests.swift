import Foundation
import MyelonStatistics
import MyelonStudies
import Testing

/// `myelon sensitivity` as a process.
@Suite(.serialized) struct SensitivityCommandTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(ScenarioText.rat, to: "rat.yaml")
  }

  /// A day of a small rat, so that rows are quick.
  private func arguments(_ name: String, _ more: [String] = []) -> [String] {
    [
      "sensitivity", "rat.yaml", "--study", "\(name).db", "--output", name, "--vary",
      "kill_axon_ischaemic,strain_tear_axons,ChABC_half_life_Pv,injury.height=6..50", "--growth-cones", "200",
      "--workers", "2", "--outcome", "spared_white_epicentre", "--outcome", "lesion_volume@1",
    ] + more
  }

  private func record(_ name: String) throws -> SensitivityRecord {
    try JSONDecoder().decode(
      SensitivityRecord.self, from: Data(scratch.text("\(name)/sensitivity.json").utf8))
  }

  @Test(
    "A screening of a rat ranks the blow above a drug that is not given, and killed or extended gives the same bits"
  )
  func screening() throws {
    let whole = try Program.run(arguments("whole", ["--trajectories", "3"]), in: scratch.path)
    #expect(whole.status == 0, "\(whole.remarks)")
    #expect(
      whole.output.contains("spared_white_epicentre@1")
        && whole.output.hasSuffix("whole/sensitivity.html\n"))
    #expect(
      whole.remarks.contains(
        "15 rows: elementary effects (Morris), 3 trajectories on 4 levels, 4 parameters."))
    let found = try record("whole")
    #expect(found.rows == 15 && found.failedRows == 0 && found.findings.count == 2)
    #expect(found.findings.allSatisfy { $0.inert == ["ChABC_half_life_Pv"] && $0.rows.count == 4 })
    #expect(found.findings[0].rows[0].direct.value < 0, "a heavier blow or weaker axons spare less")
    #expect(found.factor("kill_axon_ischaemic")?.parameter?.evidence == "fitted")
    #expect(found.factor("injury.height")?.parameter?.evidence == nil)
    #expect(scratch.names("whole") == ["sensitivity.csv", "sensitivity.json", "sensitivity.html"])

    let killed = try RunningProgram(Program.path, arguments("s", ["--trajectories", "2"]), in: scratch.path)
    while killed.isRunning, !killed.remarks.contains("members") { usleep(5_000) }
    usleep(200_000)
    killed.send(SIGKILL)
    _ = killed.wait()
    let exists = FileManager.default.fileExists(atPath: scratch.file("s.db"))
    let more = try Program.run(
      arguments("s", (exists ? ["--resume"] : []) + ["--trajectories", "3"]), in: scratch.path)
    #expect(more.status == 0, "\(more.remarks)")
    #expect(try record("s").findings == found.findings)
    // Other questions to a finished study cost nothing.
    let again = try Program.run(
      arguments("s", ["--resume", "--outcome", "cavity_volume", "--json"]), in: scratch.path)
    #expect(again.status == 0 && again.output.contains("\"cavity_volume\""), "\(again.remarks)")
    #expect(try record("s").findings.count == 3)
  }

  @Test("A job array gives the bits of a study on this machine")
  func slurm() throws {
    // Runs the tasks of an array one after the other.
    try scratch.write(
      """
      #!/bin/bash
      for word in "$@"; do case $word in --array=1-*) last=${word#--array=1-} ;; esac; script=$word; done
      for task in $(seq 1 ${last%%%*}); do SLURM_ARRAY_TASK_ID=$task bash "$script" >/dev/null 2>&1; done
      echo 7
      """, to: "sbatch")
    try scratch.write("#!/bin/bash\nexit 0\n", to: "squeue")
    for name in ["sbatch", "squeue"] {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.file(name))
    }
    let command = ([Program.path] + arguments("array", ["--trajectories", "2", "--slurm", "--chunk", "4"]))
      .map { "'\($0)'" }.joined(separator: " ")
    let found = try Program.run(
      other: "/bin/bash", ["-c", "PATH='\(scratch.path)':$PATH \(command)"], in: scratch.path)
    #expect(found.status == 0, "\(found.remarks)")
    #expect(try Program.run(arguments("here", ["--trajectories", "2"]), in: scratch.path).status == 0)
    #expect(try record("array").findings == record("here").findings)
  }

  @Test("Shares of variance with groups and pairs")
  func shares() throws {
    let found = try Program.run(
      [
        "sensitivity", "rat.yaml", "--study", "s.db", "--output", "out", "--method", "sobol",
        "--base",
        "8", "--second-order", "--vary", "kill_axon_ischaemic,kill_axon_oxidative,strain_tear_axons",
        "--group",
        "kill=kill_*", "--growth-cones", "200", "--outcome", "spared_white_epicentre",
      ], in: scratch.path)
    #expect(found.status == 0, "\(found.remarks)")
    #expect(found.remarks.contains("48 rows"))
    let record = try record("out")
    #expect(
      record.factors.map(\.name).sorted() == ["kill", "strain_tear_axons"]
        && record.findings[0].pairs.count == 1)
  }

  @Test("Input that cannot be used ends with status 2 and one sentence, and leaves no study")
  func wrongInput() throws {
    try FileManager.default.createDirectory(atPath: scratch.file("full"), withIntermediateDirectories: true)
    try scratch.write("mine", to: "full/sensitivity.csv")
    let cases: [([String], String)] = [
      (["--outcome", "lesion_volum@1"], "did you mean 'lesion_volume'"),
      (["--outcome", "lesion_volume@7"], "examines on day 1"),
      (["--outcome", "treated:lesion_volume"], "There is no arm 'treated'"),
      (["--outcome", "@"], "arm-other"),
      (["--method", "sobol", "--base", "100"], "power of two"), (["--base", "16"], "points"),
      (["--method", "sobol", "--trajectories", "4"], "trajectories"), (["--method", "guess"], "guess"),
      (["--levels", "5"], "even"), (["--trajectories", "1"], "trajectories"),
      (["--method", "sobol", "--group", "g=kill_axon_ischemic"], "did you mean 'kill_axon_ischaemic'"),
      (["--method", "sobol", "--group", "kills"], "name=id,id"),
      (["--vary", "kill_axn_bare"], "did you mean"),
      (["--resume"], "There is no study"), (["--resume", "--overwrite"], "one of the two"),
      (["--retry-failed"], "--resume"), (["--workers", "0"], "workers"), (["--output", "full"], "--output"),
    ]
    for (more, part) in cases {
      let found = try Program.run(arguments("s", more), in: scratch.path)
      #expect(found.status == 2 && !found.wasKilled && found.output.isEmpty, "\(more): \(found.remarks)")
      #expect(found.remarks.contains(part), "\(more): \(found.remarks)")
      #expect(!scratch.names().contains("s.db"), "\(more)")
    }
    #expect(scratch.text("full/sensitivity.csv") == "mine")
    #expect(
      try Program.run(
        [
          "ensemble", "rat.yaml", "--members", "1", "--study", "e.db", "--vary",
          "D_glutamate",
        ],
        in: scratch.path
      ).status == 0)
    let ensemble = try Program.run(
      ["sensitivity", "rat.yaml", "--study", "e.db", "--vary", "D_glutamate", "--resume"],
      in: scratch.path)
    #expect(ensemble.status == 2, "\(ensemble.remarks)")
  }
}
