import ArgumentParser
import MyelonSimulation
import MyelonStudies

/// What the lives of a patient are, in fit and forecast alike.
struct PatientOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What is looked for beside the standard, or within another range: names joined by commas.",
      discussion: "For example `touch_dorsal_column,injury.decompression=6..30`.",
      valueName: "id,id=low..high"))
  var also: String?

  @Option(help: "Voxel edge instead of the scenario's, for example \"1 mm\".")
  var voxel: String?

  @Option(help: "Seed instead of the scenario's: a whole number from 0.")
  var seed: UInt64?

  @Option(help: "Most growth cones of an arm.")
  var growthCones = LifeSettings.standardGrowthCones

  @Option(help: "Most agents that stand for the grafted cells of an arm.")
  var agents = LifeSettings.standardAgents

  @Option(help: "Directory of the PAM50 template: use it instead of the parametric anatomy.")
  var anatomy: String?

  func validate() throws { _ = try requests() }

  /// The scenario with the settings of the command line.
  func scenario(_ file: String) throws -> Scenario {
    try RunSettings(voxel: voxel, days: nil, seed: seed).applied(to: try Scenario.read(path: file))
  }

  /// What distinguishes these lives from runs.
  func settings(_ outcomes: LifeOutcomes) -> LifeSettings {
    LifeSettings(growthCones: growthCones, agents: agents, individualVariation: false, outcomes: outcomes)
  }

  /// What `--also` asks for.
  func requests() throws -> [VariedParameter] {
    try also.map { try VariationOptions.requests($0, option: "--also") } ?? []
  }
}
