import ArgumentParser
import MyelonSimulation

/// Continues an interrupted run.
struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Continue an interrupted run; ends with the same bits as one that was never interrupted.",
    discussion: "Example: myelon resume runs/c5-contusion")

  @Argument(help: "Directory of the interrupted run.")
  var directory: String

  @Option(help: "Threads to use; changes nothing but speed.")
  var threads: Int?

  func run() throws {
    try Console.run {
      let directory = RunDirectory(directory)
      let threads = threads
      try RunSession(directory: directory).execute { progress, shouldStop in
        try Simulation.resume(directory, threads: threads, progress: progress, shouldStop: shouldStop)
      }
    }
  }
}
