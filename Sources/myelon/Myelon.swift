import ArgumentParser
import Foundation
import MyelonSimulation

/// The command line: parse, call a library, print.
@main
struct Myelon: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "myelon",
    abstract: "An in-silico laboratory for regenerating the injured spinal cord.",
    discussion: """
      Research software: it predicts nobody's outcome.

      Example:
        myelon new human > my-patient.yaml
        myelon check my-patient.yaml
        myelon run my-patient.yaml --output runs/my-patient

      Exit status: 0 fine, 1 failed or stopped, 2 bad input, 3 a baseline that is not reproduced;
      `monitor` has statuses of its own (3 pause, 4 stop).
      """,
    version: ProgramVersion.current,
    subcommands: [
      New.self, Check.self, Run.self, Resume.self, Compare.self, Report.self, Lesion.self, Fit.self,
      ForecastCommand.self, EnsembleCommand.self, EnsembleTask.self, SensitivityCommand.self,
      CohortCommand.self, TrialCommand.self, Validate.self,
      Anatomy.self,
      Parameters.self, Products.self, Classify.self, Stimulate.self, DesignCommand.self, NextCommand.self,
      MonitorCommand.self,
      Bench.self,
    ])

  /// Runs the command that the arguments name; arguments that cannot be used end with status 2, like any other
  /// bad input.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      Console.remark(fullMessage(for: error))
      Foundation.exit(Console.badInput.rawValue)
    }
  }
}
