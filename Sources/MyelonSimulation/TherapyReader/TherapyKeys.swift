/// The kinds of therapy under the key that names them in a scenario, each with the keys that belong to it.
enum TherapyKeys: String, CaseIterable {
  case cells
  case exosomes
  case scaffold
  case release
  case drug
  case safetySwitch = "safety-switch"
  case training
  case stimulation

  /// The keys that a therapy of this kind may have, the naming one first.
  var all: [String] {
    let own: [String] =
      switch self {
      case .cells, .exosomes:
        [
          "dose", "route", "sites", "volume", "carrier", "in", "tissue-match", "lot", "engineering", "labels",
          "repeat",
        ]
      case .scaffold:
        [
          "fills", "volume", "block", "porosity", "alignment", "channel-diameter", "wall", "adhesion",
          "stiffness", "half-life", "erosion",
        ]
      case .release: ["amount", "kinetics", "from", "sites", "depot-half-life"]
      case .drug: ["route", "dose", "every", "for"]
      case .safetySwitch: []
      case .training: ["minutes-a-day", "days-a-week", "weeks", "intensity"]
      case .stimulation:
        [
          "site", "frequency", "amplitude", "pulse-width", "minutes-a-day", "days-a-week", "weeks",
          "on-during-examination",
        ]
      }
    return [rawValue, "name", "day"] + own
  }

  /// Every key of every kind.
  static let every: [String] = {
    var keys: [String] = []
    for key in allCases.map(\.rawValue) + allCases.flatMap(\.all) where !keys.contains(key) {
      keys.append(key)
    }
    return keys
  }()
}
