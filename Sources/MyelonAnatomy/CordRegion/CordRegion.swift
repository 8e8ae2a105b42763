/// A region of the cord: the letter of a segment's name.
public enum CordRegion: String, Codable, Sendable, CaseIterable {
  /// Segments named C.
  case cervical
  /// Segments named T.
  case thoracic
  /// Segments named L.
  case lumbar
  /// Segments named S.
  case sacral

  init(letter: Character) {
    switch letter {
    case "T": self = .thoracic
    case "L": self = .lumbar
    case "S": self = .sacral
    default: self = .cervical
    }
  }
}
