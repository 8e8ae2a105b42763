/// The unit of a file's fourth axis: bits 3 to 5 of `xyzt_units`.
public enum NIfTITimeUnit: Int, Sendable, Hashable, Codable, CaseIterable {
  /// Not stated.
  case unknown = 0
  /// Seconds.
  case seconds = 8
  /// Milliseconds.
  case milliseconds = 16
  /// Microseconds.
  case microseconds = 24
  /// Hertz: the fourth axis is a spectrum.
  case hertz = 32
  /// Parts per million: the fourth axis is a spectrum.
  case partsPerMillion = 40
  /// Radians per second: the fourth axis is a spectrum.
  case radiansPerSecond = 48

  /// Seconds in one unit, `nil` where the axis is not known to be a time.
  public var seconds: Double? {
    switch self {
    case .seconds: 1
    case .milliseconds: 0.001
    case .microseconds: 0.000_001
    case .unknown, .hertz, .partsPerMillion, .radiansPerSecond: nil
    }
  }
}
