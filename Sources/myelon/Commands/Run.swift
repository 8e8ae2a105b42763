import ArgumentParser
import Foundation
import MyelonQuantities
import MyelonSimulation

/// Runs a scenario and writes its report.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a scenario and write its results and report.",
    discussion: """
      Example: myelon run Examples/c5-contusion.yaml --output runs/c5-contusion

      Ctrl-C stops at the end of a step and leaves a checkpoint; `myelon resume DIR` continues with the same bits.
      """)

  @Argument(help: "Scenario file (YAML).")
  var file: String

  @Option(name: [.short, .long], help: "Directory for the results; default: runs/<name of the scenario>.")
  var output: String?

  @Flag(help: "Replace what an earlier run has written there.")
  var overwrite = false

  @Option(help: "Voxel edge instead of the scenario's, for example \"1 mm\".")
  var voxel: String?

  @Option(help: "Days to simulate instead of the scenario's.")
  var days: Double?

  @Option(help: "Seed instead of the scenario's.")
  var seed: UInt64?

  @Option(help: "Threads to use; changes nothing but speed.")
  var threads: Int?

  @Option(help: "Directory of the PAM50 template: use it instead of the parametric anatomy.")
  var anatomy: String?

  func run() throws {
    try Console.run {
      let scenario = try overridden(try Scenario.read(path: file))
      let plan = try RunPlan(
        scenario: scenario, scenarioPath: file, anatomyDirectory: anatomy, threads: threads)
      let directory = RunDirectory(output ?? "runs/\(scenario.directoryName)")
      let simulation = Simulation(plan: plan, directory: directory)
      let overwrite = overwrite
      try RunSession(directory: directory).execute { progress, shouldStop in
        try simulation.start(overwrite: overwrite, progress: progress, shouldStop: shouldStop)
      }
    }
  }

  /// The scenario with the command line's settings, checked again as a file would be.
  private func overridden(_ scenario: Scenario) throws -> Scenario {
    guard voxel != nil || days != nil || seed != nil else { return scenario }
    var changed = scenario
    if let voxel { changed.run.voxel = try Quantity(voxel, as: .length).workingValue }
    if let seed { changed.run.seed = seed }
    if let days {
      changed.run.days = days
      let kept = scenario.run.visits.filter { $0 <= days }
      changed.run.visits = kept.last == days ? kept : kept + [days]
    }
    return try Scenario.read(text: changed.yaml, name: "\(file) with the command line's settings")
  }
}
