import ArgumentParser
import MyelonStudies

extension SensitivityChoice.Method: ExpressibleByArgument {}

/// Which design a sensitivity study has, and what is asked of it.
struct SensitivityOptions: ParsableArguments {
  @Option(help: "morris: elementary effects, for screening; sobol: shares of variance.")
  var method: SensitivityChoice.Method?

  @Option(
    help: ArgumentHelp(
      "Outcome whose sensitivity is asked, such as motor_drive@28; may be given often.",
      discussion: """
        Of every arm; `arm:name@day` is one arm, `arm-other:name@day` the difference of two. Without a day the last visit. \
        Default: drive and score of movement at the last visit.
        """, valueName: "name@day"))
  var outcome: [String] = []

  @Option(help: "morris: trajectories, each of one row more than there are parameters; default: 10.")
  var trajectories: Int?

  @Option(help: "morris: levels of the grid, even; default: 4.")
  var levels: Int?

  @Option(
    help:
      "morris: random trajectories of which the most distant are taken; the study cannot be extended then."
  )
  var candidates: Int?

  @Flag(help: "morris: stars around points of a low-discrepancy sequence instead of trajectories.")
  var radial = false

  @Option(help: "sobol: points of each sample, a power of two; default: 256.")
  var base: Int?

  @Flag(help: "sobol: estimate pairs too, at twice the rows.")
  var secondOrder = false

  @Option(
    help: ArgumentHelp(
      "sobol: parameters that vary together, as one factor; may be given often.",
      discussion: "For example --group glutamate=D_glutamate,k_glutamate or --group 'kills=kill_*'.",
      valueName: "name=id,id"))
  var group: [String] = []

  func validate() throws { _ = try choice() }

  /// What was asked for of the design.
  func choice() throws -> SensitivityChoice {
    SensitivityChoice(
      method: method, trajectories: trajectories, levels: levels, candidates: candidates, isRadial: radial,
      points: base, withSecondOrder: secondOrder, groups: try group.map(Self.group))
  }

  private static func group(_ text: String) throws -> SensitivityGroup {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let names = sides.count == 2 ? sides[1].split(separator: ",", omittingEmptySubsequences: false) : []
    guard sides.count == 2, !sides[0].isEmpty, !names.isEmpty, !names.contains(where: \.isEmpty) else {
      throw ValidationError(
        "A group is written name=id,id, for example glutamate=D_glutamate,k_glutamate; found '\(text)'.")
    }
    return SensitivityGroup(String(sides[0]), parameters: names.map(String.init))
  }
}
