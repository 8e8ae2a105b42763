import ArgumentParser
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
      """,
    version: ProgramVersion.current,
    subcommands: [
      New.self, Check.self, Run.self, Resume.self, Report.self, Anatomy.self, Parameters.self, Bench.self,
    ])
}
