import ArgumentParser
import MyelonQuantities
import MyelonSimulation
import MyelonStudies

/// What the members of a study are and how they differ.
struct VariationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What varies: parameters and numbers of the injury, joined by commas, each with a range or without.",
      discussion: "For example `D_glutamate,impact_length=1..2,injury.peak_compression=0.4..0.7`.",
      valueName: "id,id=low..high"))
  var vary: String?

  @Option(help: "Voxel edge instead of the scenario's, for example \"1 mm\".")
  var voxel: String?

  @Option(help: "Days to simulate instead of the scenario's.")
  var days: Double?

  @Option(help: "Seed of the study instead of the scenario's: a whole number from 0.")
  var seed: UInt64?

  @Option(help: "Most growth cones of an arm.")
  var growthCones = LifeSettings.standardGrowthCones

  @Option(help: "Most agents that stand for the grafted cells of an arm.")
  var agents = LifeSettings.standardAgents

  @Flag(help: "Draw no individual susceptibility: members differ by what varies and by chance alone.")
  var typical = false

  @Flag(help: "All members share their random numbers: they differ by what varies alone.")
  var sharedSeed = false

  @Flag(help: "Store every item of the examination, not its sums alone.")
  var items = false

  @Option(help: "Most tries of a member that fails.")
  var attempts = EnsembleSettings.standardAttempts

  @Option(help: "Directory of the PAM50 template: use it instead of the parametric anatomy.")
  var anatomy: String?

  func validate() throws {
    for (name, value, limit) in [
      ("--growth-cones", growthCones, ScenarioLimit.growthCones), ("--agents", agents, ScenarioLimit.agents),
    ] where !limit.contains(Double(value)) {
      throw ValidationError("\(name) must be \(limit.text); found \(value).")
    }
    _ = try requests()
  }

  /// The scenario with the settings of the command line.
  func scenario(_ file: String) throws -> Scenario {
    try RunSettings(voxel: voxel, days: days, seed: seed).applied(to: try Scenario.read(path: file))
  }

  /// Decides what varies and makes what all members share.
  func prepare(_ scenario: Scenario, path: String) throws -> PreparedStudy {
    let parameters = try ParameterSampling.parameters(try requests(), of: scenario, path: path)
    let settings = LifeSettings(
      growthCones: growthCones, agents: agents, individualVariation: typical ? false : true,
      outcomes: items ? .items : .scores)
    let life = try MemberLife(
      scenario, path: path, anatomyDirectory: anatomy, varying: parameters, settings: settings)
    let sampling = ParameterSampling(
      parameters, seed: scenario.run.seed, seeding: sharedSeed ? .shared : .own)
    return PreparedStudy(
      scenario: scenario, life: life, sampling: sampling, settings: settings,
      description: StudyDescription(life, parameters: parameters, seed: scenario.run.seed))
  }

  /// What `--vary` asks for.
  private func requests() throws -> [VariedParameter] {
    try vary.map { try Self.requests($0, option: "--vary") } ?? []
  }

  /// Names with ranges or without, as an option gives them.
  static func requests(_ text: String, option: String) throws -> [VariedParameter] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = sides[0].trimmingPrefix(" ")
      guard !name.isEmpty else {
        throw ValidationError(
          "\(option) is a list such as D_glutamate,impact_length=1..2; found '\(text)'.")
      }
      guard sides.count == 2 else { return VariedParameter(String(name)) }
      let ends = sides[1].split(separator: "..", omittingEmptySubsequences: false).map { Double($0) }
      guard ends.count == 2, let low = ends[0], let high = ends[1], low.isFinite, high.isFinite, low < high
      else {
        throw ValidationError("A range is written low..high, for example \(name)=1..2; found '\(part)'.")
      }
      return VariedParameter(String(name), range: low...high)
    }
  }
}
