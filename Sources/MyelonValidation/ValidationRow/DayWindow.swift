import MyelonQuantities

/// First and last day after injury to which a finding belongs.
public struct DayWindow: Sendable, Hashable, Codable {
  /// First day.
  public let first: Double
  /// Last day; the first for a single day.
  public let last: Double

  /// Joins two days.
  public init(_ first: Double, _ last: Double) {
    self.first = first
    self.last = last
  }

  /// Reads a list of two days.
  public init(from decoder: any Decoder) throws {
    var days = try decoder.unkeyedContainer()
    first = try days.decode(Double.self)
    last = try days.decode(Double.self)
    guard days.isAtEnd, first >= 0, last >= first else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "a day after injury, or a list of first and last day, is required"))
    }
  }

  /// Writes a list of two days.
  public func encode(to encoder: any Encoder) throws {
    var days = encoder.unkeyedContainer()
    try days.encode(first)
    try days.encode(last)
  }

  /// The days in words.
  public var text: String {
    first == last ? first.shortestText : "\(first.shortestText)-\(last.shortestText)"
  }
}
