/// How a person walks, told from the mobility items of SCIM III.
///
/// The items' own steps give the classes: 3 is walking under supervision, 4 and more walking without another person
/// (with or without aids). Independent indoor walking by these items is also the outcome of `WalkingRule`.
public enum WalkingAbility: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  /// Does not walk.
  case none
  /// Walks indoors under supervision only.
  case supervised
  /// Walks indoors without another person, not so over 100 m outdoors.
  case household
  /// Walks more than 100 m outdoors without another person.
  case community

  /// The class of a score.
  ///
  /// - Parameter score: a score of SCIM III.
  public init(_ score: SCIM) {
    self =
      switch (score[.mobilityIndoors], score[.mobilityOutdoors]) {
      case (4..., 4...): .community
      case (4..., _): .household
      case (3, _): .supervised
      default: .none
      }
  }

  /// The class in words.
  public var meaning: String {
    switch self {
    case .none: "does not walk"
    case .supervised: "walks indoors under supervision"
    case .household: "walks indoors without help"
    case .community: "walks outdoors without help"
    }
  }

  /// Whether the left class walks less than the right one.
  public static func < (left: WalkingAbility, right: WalkingAbility) -> Bool {
    rank(left) < rank(right)
  }

  private static func rank(_ ability: WalkingAbility) -> Int {
    switch ability {
    case .none: 0
    case .supervised: 1
    case .household: 2
    case .community: 3
    }
  }
}
