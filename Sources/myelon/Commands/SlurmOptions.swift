import ArgumentParser
import Foundation
import MyelonStudies

/// How a study is run on a cluster.
struct SlurmOptions: ParsableArguments {
  @Flag(help: "Run the members as job arrays of a Slurm cluster, from a machine that can submit jobs.")
  var slurm = false

  @Option(
    help: "Folder that this machine and all nodes see; default: the study's name with .slurm behind it.")
  var slurmFolder: String?

  @Option(help: "Partition; default: the cluster's.")
  var partition: String?

  @Option(help: "Time limit of a task as Slurm writes it, for example 00:30:00; default: the partition's.")
  var time: String?

  @Option(help: "Most tasks that run at once.")
  var throttle: Int?

  @Option(help: "Members of a task; later rounds take fewer.")
  var chunk = SlurmSettings.standardChunk

  @Option(help: "Times that members without a result are submitted.")
  var rounds = SlurmSettings.standardRounds

  @Option(help: "Processors of a task.")
  var taskProcessors = 1

  @Option(help: "A further option of sbatch, for example --slurm-option=--account=abc; may be given often.")
  var slurmOption: [String] = []

  @Option(help: "The program as the nodes see it; default: this one.")
  var slurmProgram: String?

  /// Makes sure that the settings can be and that Slurm is there, before anything is made.
  func check() throws {
    _ = try settings(folder: slurmFolder ?? "unnamed")
    try SlurmArray.requireSlurm()
  }

  private func settings(folder: String) throws(StudyError) -> SlurmSettings {
    try SlurmSettings(
      folder: folder, program: slurmProgram ?? Self.thisProgram, chunk: chunk, rounds: rounds,
      processors: taskProcessors, throttle: throttle, partition: partition, time: time, options: slurmOption)
  }

  /// The members as job arrays.
  func array(
    _ store: StudyStore, prepared: PreparedStudy, scenarioPath: String, anatomy: String?, attempts: Int
  ) throws -> SlurmArray {
    let settings = try settings(folder: slurmFolder ?? "\(store.path).slurm")
    let manifest = SlurmManifest(
      study: store.description.identityHash, scenario: prepared.scenario, scenarioPath: scenarioPath,
      anatomyDirectory: anatomy, life: prepared.settings, attempts: attempts)
    return SlurmArray(settings, manifest: manifest)
  }

  /// Absolute path of this program.
  private static var thisProgram: String {
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return own ?? URL(fileURLWithPath: CommandLine.arguments[0]).standardizedFileURL.path
  }
}
