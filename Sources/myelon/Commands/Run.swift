import ArgumentParser
import Foundation
import MyelonQuantities
import MyelonSimulation

/// Runs a scenario and writes its report.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a scenario and write its results and report.",
    discussion: """
      Examples:
        myelon run Examples/c5-contusion.yaml --output runs/c5-contusion
        myelon run Examples/c5-contusion.yaml --voxel "2 mm" --days 7 --output runs/quick-look

      Ctrl-C stops at the end of a step and leaves a checkpoint; `myelon resume DIR` continues with the same bits.
      """)

  @Argument(help: "Scenario file (YAML).")
  var file: String

  @Option(name: [.short, .long], help: "Directory for the results; default: runs/<name of the scenario>.")
  var output: String?

  @Flag(help: "Replace what an earlier run has written there.")
  var overwrite = false

  @Flag(help: "Continue the interrupted run of this scenario in the directory, as `myelon resume` does.")
  var resume = false

  @Option(help: "Voxel edge instead of the scenario's, for example \"1 mm\".")
  var voxel: String?

  @Option(
    help: "Days to simulate instead of the scenario's; later visits and published results are left out.")
  var days: Double?

  @Option(help: "Seed instead of the scenario's: a whole number from 0.")
  var seed: UInt64?

  @Option(help: ThreadCount.help)
  var threads: ThreadCount?

  @Option(help: "Directory of the PAM50 template: use it instead of the parametric anatomy.")
  var anatomy: String?

  func validate() throws {
    guard !(resume && overwrite) else {
      throw ValidationError("--resume continues a run and --overwrite replaces it: give one of the two.")
    }
    guard !resume || (voxel == nil && days == nil && seed == nil) else {
      throw ValidationError(
        "--resume continues with the settings of the interrupted run: leave out the others.")
    }
  }

  func run() throws {
    try Console.run {
      let settings = RunSettings(voxel: voxel, days: days, seed: seed)
      let scenario = try settings.applied(to: try Scenario.read(path: file))
      let plan = try RunPlan(
        scenario: scenario, scenarioPath: file, anatomyDirectory: anatomy, threads: threads?.count)
      let directory = RunDirectory(output ?? "runs/\(scenario.directoryName)")
      if resume {
        let threads = threads?.count
        try RunSession(directory: directory).execute { progress, shouldStop in
          try Simulation.resume(directory, threads: threads, progress: progress, shouldStop: shouldStop)
        }
        return
      }
      let simulation = Simulation(plan: plan, directory: directory)
      let overwrite = overwrite
      try RunSession(directory: directory).execute { progress, shouldStop in
        try simulation.start(overwrite: overwrite, progress: progress, shouldStop: shouldStop)
      }
    }
  }
}
