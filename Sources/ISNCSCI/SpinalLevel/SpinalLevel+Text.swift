extension SpinalLevel: CustomStringConvertible, LosslessStringConvertible {
  /// The worksheet's label: "C5", "S4-5", "INT".
  public var description: String {
    switch rawValue {
    case 0...7: "C\(rawValue + 1)"
    case 8...19: "T\(rawValue - 7)"
    case 20...24: "L\(rawValue - 19)"
    case 25...27: "S\(rawValue - 24)"
    case 28: "S4-5"
    default: "INT"
    }
  }

  /// The key used in JSON and CSV: as `description`, but "S4_5" for the lowest dermatome.
  public var key: String { self == .s4_5 ? "S4_5" : description }

  /// Reads a label; letter case is free, and S4-5 may be written "S4-5", "S4_5", "S45" or "S4/5".
  ///
  /// - Parameter text: A level such as "C5" or "int", without surrounding blanks.
  public init?(_ text: String) {
    let upper = text.uppercased()
    switch upper {
    case "S4-5", "S4_5", "S45", "S4/5": self = .s4_5
    case "INT": self = .intact
    default:
      guard let found = SpinalLevel.allCases.first(where: { $0.description == upper }) else { return nil }
      self = found
    }
  }
}

extension SpinalLevel: Codable {
  /// Reads the level from its label.
  ///
  /// - Parameter decoder: Supplies one string.
  /// - Throws: `DecodingError.dataCorrupted` when the label names no level.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let level = SpinalLevel(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "A spinal level C1 to S4_5 or INT is required; found '\(text)'.")
    }
    self = level
  }

  /// Writes the level as its key, for example "C5" or "S4_5".
  ///
  /// - Parameter encoder: Receives one string.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(key)
  }
}
