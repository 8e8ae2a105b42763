import ArgumentParser
import MyelonSimulation

/// Continues an interrupted run.
struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Continue an interrupted run; ends with the same bits as one that was never interrupted.",
    discussion: "Example: myelon resume runs/c5-contusion")

  @Argument(help: "Directory of the interrupted run.")
  var directory: String

  @Option(help: ThreadCount.help)
  var threads: ThreadCount?

  func run() throws {
    try Console.run {
      let directory = RunDirectory(directory)
      let threads = threads?.count
      try RunSession(directory: directory).execute { progress, shouldStop in
        try Simulation.resume(directory, threads: threads, progress: progress, shouldStop: shouldStop)
      }
    }
  }
}
