import ArgumentParser
import Foundation
import MyelonAnatomy
import MyelonSimulation

/// Validates a scenario file and writes nothing.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a scenario file; nothing is run or written.",
    discussion: "Example: myelon check Examples/c5-contusion.yaml")

  @Argument(help: "Scenario file (YAML).")
  var file: String

  @Option(help: "Directory of the PAM50 template, as for `myelon run`.")
  var anatomy: String?

  func run() throws {
    try Console.run {
      let scenario = try Scenario.read(path: file)
      let plan = try RunPlan(scenario: scenario, scenarioPath: file, anatomyDirectory: anatomy)
      let window = try plan.commonWindow()
      let arms = scenario.arms.map(\.name).joined(separator: ", ")
      Console.print(
        "\(file): fine. \(scenario.subject.species.rawValue), arms: \(arms), \(Self.text(scenario.run.days)) days."
      )
      Console.print(
        String(
          format: "Window %.1f-%.1f mm from the rostral end of C1, ", window.lowerBound, window.upperBound)
          + "voxels of \(Self.text(scenario.run.voxel)) mm.")
    }
  }

  /// A number without a needless `.0`.
  private static func text(_ number: Double) -> String { String(format: "%g", number) }
}
