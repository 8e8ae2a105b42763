/// The mechanisms of an injury under the names that scenario files use, each with the keys that belong to it.
enum MechanismKeys: String, CaseIterable {
  case compression
  case contusion
  case weightDrop = "weight-drop"
  case force
  case clip
  case hemisection
  case dorsalSection = "dorsal-section"
  case transection

  /// The keys that must be given with this mechanism.
  var own: [String] {
    switch self {
    case .compression: ["peak-compression", "residual-compression", "decompression"]
    case .contusion: ["peak-compression"]
    case .weightDrop: ["height", "mass"]
    case .force: ["force"]
    case .clip: ["closing-force", "duration"]
    case .hemisection: ["side", "gap"]
    case .dorsalSection: ["cut-depth", "gap"]
    case .transection: ["gap"]
    }
  }

  /// The keys that may be given to place the injury: a cut is placed by its side and gap alone.
  var placement: [String] {
    switch self {
    case .hemisection, .dorsalSection, .transection: []
    default: Self.placements
    }
  }

  /// True for devices that are used on exposed animal cords only.
  var isAnimalOnly: Bool {
    switch self {
    case .weightDrop, .force, .clip: true
    default: false
    }
  }

  /// Keys that place an injury.
  static let placements = ["laterality", "depth", "length", "offset"]

  /// Every key that an injury may have.
  static let all: [String] = {
    var keys = ["mechanism", "level"] + placements
    for key in allCases.flatMap(\.own) where !keys.contains(key) { keys.append(key) }
    return keys
  }()
}
