import ArgumentParser
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
        "\(file): fine. \(scenario.subject.species.rawValue), arms: \(arms), \(scenario.run.days) days.")
      Console.print(
        "Window \(window.lowerBound)-\(window.upperBound) mm from the rostral end of C1, voxels of "
          + "\(scenario.run.voxel) mm.")
    }
  }
}
