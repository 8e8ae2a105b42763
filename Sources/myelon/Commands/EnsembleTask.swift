import ArgumentParser
import Foundation
import MyelonStudies

/// Runs one task of a study's job array; called by the script that `myelon ensemble --slurm` submits.
struct EnsembleTask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ensemble-task",
    abstract: "Run one task of a study's job array (called by the job script).",
    discussion: """
      Example: myelon ensemble-task /shared/mine 1 17
      SIGTERM, as Slurm sends before a time limit, stops after the members under way and hands in what is done.
      """,
    shouldDisplay: false)

  @Argument(help: "Shared folder of the study.")
  var folder: String

  @Argument(help: "Round, from 1.")
  var round: Int

  @Argument(help: "Number of the task, from 1.")
  var task: Int

  @Option(help: "Members that run at once; default: the processors of the task.")
  var workers: Int?

  func run() throws {
    try Console.run {
      let outcome = try EnsembleDisplay.during {
        try SlurmTask(folder: SlurmFolder(folder), round: round, task: task).run(
          workers: workers, progress: $0, shouldStop: $1)
      }
      Console.remark(
        "\(outcome.counts.done) of \(outcome.counts.total) members done, \(outcome.counts.failed) failed.")
    }
  }
}
