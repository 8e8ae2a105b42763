import MyelonStatistics

/// How the rows of a sensitivity study are placed, and so which indices they give.
public enum SensitivityMethod: Sendable, Hashable, Codable {
  /// Elementary effects of `blocks` trajectories or stars: importance is μ*, the mean size of an effect.
  case morris(blocks: Int, kind: MorrisDesign.Kind)
  /// Shares of variance from `points` points of two samples: importance is the total index.
  case sobol(points: Int, withSecondOrder: Bool)

  /// Trajectories when nothing is said.
  ///
  /// The least that Campolongo et al. 2007 call usual.
  public static let standardTrajectories = 10
  /// Levels when nothing is said.
  ///
  /// Those of Campolongo et al. 2007; the step is then two thirds of the range.
  public static let standardLevels = 4
  /// Points when nothing is said; assumed because with fewer not even the order of the largest indices holds.
  public static let standardPoints = 256

  /// One word: `morris` or `sobol`.
  public var word: String {
    switch self {
    case .morris: "morris"
    case .sobol: "sobol"
    }
  }

  /// What rows stand or fall together, in the plural.
  public var unitWord: String {
    switch self {
    case .morris(_, .trajectories): "trajectories"
    case .morris(_, .radial): "stars"
    case .sobol: "points"
    }
  }

  /// What rows stand or fall together, in the singular.
  public var unitName: String {
    switch self {
    case .morris(_, .trajectories): "trajectory"
    case .morris(_, .radial): "star"
    case .sobol: "point"
    }
  }

  /// How many trajectories, stars or points.
  public var units: Int {
    switch self {
    case .morris(let blocks, _): blocks
    case .sobol(let points, _): points
    }
  }

  /// The method in words.
  public var sentence: String {
    switch self {
    case .morris(let blocks, .trajectories(let levels, let candidates)):
      "elementary effects (Morris), \(blocks) trajectories on \(levels) levels"
        + (candidates > blocks ? ", the most distant of \(candidates)" : "")
    case .morris(let blocks, .radial):
      "elementary effects (Morris), \(blocks) stars around points of a Sobol sequence"
    case .sobol(let points, let withSecondOrder):
      "shares of variance (Sobol), \(points) points of a Sobol sequence"
        + (withSecondOrder ? ", with pairs" : "")
    }
  }

  /// What keeps a study of this method from being continued with another, in words; nil when nothing does.
  ///
  /// More blocks or points go on where the first ones end, unless trajectories are chosen among candidates.
  func difference(to other: SensitivityMethod) -> String? {
    switch (self, other) {
    case (.morris, .sobol), (.sobol, .morris):
      return "its method is \(word), not \(other.word)"
    case (.sobol(let own, let ownPairs), .sobol(let points, let pairs)):
      if ownPairs != pairs { return "it was planned \(ownPairs ? "with" : "without") second order" }
      return points < own ? Self.fewer("points", own, points) : nil
    case (.morris(let own, let ownKind), .morris(let blocks, let kind)):
      switch (ownKind, kind) {
      case (.radial, .radial): break
      case (.trajectories(let ownLevels, let ownCandidates), .trajectories(let levels, let candidates)):
        if ownLevels != levels { return "its trajectories have \(ownLevels) levels, not \(levels)" }
        let isChosen = ownCandidates != own || candidates != blocks
        if isChosen, (own, ownCandidates) != (blocks, candidates) {
          return "its \(own) trajectories were chosen among \(ownCandidates), and others would be chosen now"
        }
      default:
        return "its rows are \(unitWord), not \(other.unitWord)"
      }
      return blocks < own ? Self.fewer(unitWord, own, blocks) : nil
    }
  }

  private static func fewer(_ units: String, _ own: Int, _ asked: Int) -> String {
    "it has \(own) \(units), more than \(asked)"
  }
}
