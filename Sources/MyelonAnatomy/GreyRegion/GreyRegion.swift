/// A part of the grey matter of one side.
public enum GreyRegion: UInt8, Codable, Sendable, CaseIterable {
  /// Ventral horn: motoneurons and their premotor interneurons (Rexed laminae VIII and IX).
  case ventralHorn = 0
  /// Intermediate zone with the grey commissure (laminae VII and X).
  case intermediateZone = 1
  /// Dorsal horn: first relay of pain, temperature and touch (laminae I to VI).
  case dorsalHorn = 2

  /// Name in words.
  public var name: String {
    switch self {
    case .ventralHorn: "ventral horn"
    case .intermediateZone: "intermediate zone"
    case .dorsalHorn: "dorsal horn"
    }
  }
}
