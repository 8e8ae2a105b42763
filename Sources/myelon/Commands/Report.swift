import ArgumentParser
import MyelonSimulation

/// Writes the report of a finished run anew.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the report of a finished run again, for example after fetching the viewers.",
    discussion: "Example: myelon report runs/c5-contusion")

  @Argument(help: "Directory of the run.")
  var directory: String

  func run() throws {
    try Console.run {
      let directory = RunDirectory(directory)
      Console.print(try ReportWriter.write(try directory.readRecord(), directory: directory))
    }
  }
}
