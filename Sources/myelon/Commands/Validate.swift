import ArgumentParser
import Foundation
import MyelonSimulation
import MyelonStatistics
import MyelonStudies

/// Long checks of the program against truth.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run long checks against truth: published studies, natural history, made-up patients.",
    subcommands: [
      ValidateStudies.self, ValidateChecks.self, ValidateCalibrate.self, ValidateNaturalHistory.self,
      ValidateRecovery.self,
    ],
    defaultSubcommand: ValidateStudies.self)
}
