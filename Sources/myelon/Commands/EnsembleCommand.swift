import ArgumentParser
import Foundation
import MyelonSimulation
import MyelonStudies

/// Runs many lives of a scenario with varied parameters and stores what became of them.
struct EnsembleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ensemble",
    abstract: "Run many lives of a scenario with varied parameters, resumably, into one study database.",
    discussion: """
      Examples:
        myelon ensemble Examples/c5-contusion.yaml --members 1000 --voxel "1 mm"
        myelon ensemble mine.yaml --members 200 --vary conduction_stress_block,injury.peak_compression=0.4..0.7
        myelon ensemble mine.yaml --members 5000 --slurm --slurm-folder /shared/mine --partition short

      Without --vary every parameter of the model varies within its plausible range. Ctrl-C stops after the members
      under way; --resume continues, and with a larger --members extends the study. See Docs/Studies.md.
      """)

  @Argument(help: "Scenario file (YAML).")
  var file: String

  @Option(help: "Members of the study, numbered from 0.")
  var members: Int?

  @Option(help: "Study database; default: runs/<name of the scenario>.study.db.")
  var study: String?

  @Option(help: "Members that run at once; default: all cores.")
  var workers: Int?

  @Flag(help: "Continue the study.")
  var resume = false

  @Flag(help: "With --resume, try failed members again.")
  var retryFailed = false

  @Flag(help: "Replace the study, and exported tables, that an earlier command has written there.")
  var overwrite = false

  @Option(help: "Also write members.csv, outcomes.csv and dictionary.csv into this directory.")
  var export: String?

  @Flag(help: "Print the summary as JSON.")
  var json = false

  @OptionGroup(title: "What varies")
  var variation: VariationOptions

  @OptionGroup(title: "Slurm")
  var slurm: SlurmOptions

  func validate() throws {
    if let members, !(1...StudyMember.limit).contains(members) {
      throw ValidationError("--members must be 1 to \(StudyMember.limit); found \(members).")
    }
    guard members != nil || resume else { throw ValidationError("--members says how many lives to run.") }
    guard !(resume && overwrite) || export != nil else {
      throw ValidationError("--resume continues a study and --overwrite replaces it: give one of the two.")
    }
    guard !retryFailed || resume else { throw ValidationError("--retry-failed goes with --resume.") }
  }

  func run() throws {
    try Console.run {
      let scenario = try variation.scenario(file)
      let path = study ?? "runs/\(scenario.directoryName).study.db"
      let settings = try EnsembleSettings(workers: workers, attempts: variation.attempts)
      if slurm.slurm { try slurm.check() }
      let prepared = try variation.prepare(scenario, path: file)
      let store = try openStudy(prepared, path: path)
      let session = EnsembleSession(store: store, studyPath: path, json: json)
      let outcome =
        slurm.slurm
        ? try session.execute(
          try slurm.array(
            store, prepared: prepared, scenarioPath: file, anatomy: variation.anatomy,
            attempts: variation.attempts))
        : try session.execute(Ensemble(prepared.life, settings: settings))
      let exported = try export.map { try StudyExport(store).write(to: $0, overwrite: overwrite) } ?? []
      try session.finish(outcome, exported: exported)
    }
  }

  /// Makes the study, or opens it to be continued, and makes sure that it holds its members.
  private func openStudy(_ prepared: PreparedStudy, path: String) throws -> StudyStore {
    let store = try StudyFile.open(path, prepared.description, resume: resume, overwrite: overwrite)
    if retryFailed { try store.requeueFailed() }
    if let members { try store.add(try prepared.sampling.members(0..<members)) }
    return store
  }
}
