import ArgumentParser
import Foundation
import MyelonReport
import MyelonSimulation
import MyelonStudies

/// Runs the rows of a design over the model's parameters and tells which of them decide an outcome.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract:
      "Tell which parameters decide an outcome: elementary effects (Morris), shares of variance (Sobol).",
    discussion: """
      Examples:
        myelon sensitivity Examples/c5-contusion.yaml --voxel "1 mm" --outcome motor_drive@28 --outcome motor_drive
        myelon sensitivity mine.yaml --vary strain_tear_axons,drive_half,injury.peak_compression=0.4..0.7
        myelon sensitivity mine.yaml --method sobol --base 512 --vary drive_half,drive_threshold --second-order

      Without --vary every parameter of the model varies within its plausible range. All rows share their random numbers;
      the subject is the typical one and the examiner makes no error. Ctrl-C stops after the rows under way; --resume
      continues, and with more --trajectories or a larger --base extends the study. Written are sensitivity.csv,
      sensitivity.json and sensitivity.html. See Docs/Sensitivity.md.
      """)

  @Argument(help: "Scenario file (YAML).")
  var file: String

  @OptionGroup(title: "Design")
  var design: SensitivityOptions

  @Option(help: "Study database; default: runs/<name of the scenario>.sensitivity.db.")
  var study: String?

  @Option(name: [.short, .long], help: "Directory for the results; default: runs/<name>.sensitivity.")
  var output: String?

  @Option(help: "Rows that run at once; default: all cores.")
  var workers: Int?

  @Flag(help: "Continue the study, and replace its results.")
  var resume = false

  @Flag(help: "With --resume, try failed rows again.")
  var retryFailed = false

  @Flag(help: "Replace the study and the results that an earlier command has written there.")
  var overwrite = false

  @Flag(help: "Print the indices as JSON.")
  var json = false

  @OptionGroup(title: "What varies")
  var variation: VariationOptions

  @OptionGroup(title: "Slurm")
  var slurm: SlurmOptions

  func validate() throws {
    guard !(resume && overwrite) else {
      throw ValidationError("--resume continues a study and --overwrite replaces it: give one of the two.")
    }
    guard !retryFailed || resume else { throw ValidationError("--retry-failed goes with --resume.") }
  }

  func run() throws {
    try Console.run {
      let scenario = try scenario()
      let base = "runs/\(scenario.directoryName).sensitivity"
      let (path, folder) = (study ?? "\(base).db", output ?? base)
      let settings = try EnsembleSettings(workers: workers, attempts: variation.attempts)
      if slurm.slurm { try slurm.check() }
      let prepared = try typical.prepare(scenario, path: file)
      let outcomes = try outcomes(of: prepared)
      if !resume, !overwrite { try SensitivityExport.requireFree(folder) }
      let opened = try open(prepared, path: path)
      let session = EnsembleSession(store: opened.store, studyPath: path, json: json)
      let plan = opened.plan
      Console.remark(
        "\(plan.count) rows: \(plan.scheme.method.sentence), \(plan.parameters.count) parameters.")
      let ended =
        slurm.slurm
        ? try session.execute(
          try slurm.array(
            opened.store, prepared: prepared, scenarioPath: file, anatomy: variation.anatomy,
            attempts: variation.attempts))
        : try session.execute(Ensemble(prepared.life, settings: settings))
      if ended.wasStopped {
        Console.remark(
          "Stopped with \(ended.counts.unfinished) rows to go. Continue with the same command and --resume.")
        throw ExitCode.failure
      }
      let analysis = try SensitivityAnalysis(opened, threads: settings.workers)
      let record = try SensitivityRecord(
        analysis, outcomes: outcomes, table: RunPlan.table(for: scenario.subject.species))
      let paths = try SensitivityExport(record).write(
        to: folder, page: SensitivityReport(record).html(), overwrite: resume || overwrite)
      try SensitivityTable(record: record).print(paths: paths, study: path, ended: ended, json: json)
    }
  }

  /// The scenario with the settings of the command line, and an examiner without error.
  private func scenario() throws -> Scenario {
    var scenario = try variation.scenario(file)
    scenario.run.examinerNoise = false
    return scenario
  }

  /// What varies, with the typical subject and shared random numbers, whatever was said.
  private var typical: VariationOptions {
    var options = variation
    options.typical = true
    options.sharedSeed = true
    return options
  }

  private func outcomes(of prepared: PreparedStudy) throws -> [SensitivityOutcome] {
    let outcomes = prepared.description.outcomes
    return design.outcome.isEmpty
      ? try SensitivityOutcome.usual(of: outcomes) : try SensitivityOutcome.list(design.outcome, of: outcomes)
  }

  /// Makes the study, or opens it to be continued.
  private func open(_ prepared: PreparedStudy, path: String) throws -> SensitivityStudy {
    let choice = try design.choice()
    guard resume else {
      let scheme = try choice.scheme()
      // Refused before anything is made.
      _ = try SensitivityPlan(
        prepared.description.parameters, scheme: scheme, seed: prepared.description.seed)
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      return try SensitivityStudy.create(
        at: path, prepared.description, scheme: scheme, overwrite: overwrite)
    }
    let study = try SensitivityStudy.resume(at: path, prepared.description, choice: choice)
    if retryFailed { try study.store.requeueFailed() }
    return study
  }
}
