/// The unit of a file's lengths: bits 0 to 2 of `xyzt_units`.
public enum NIfTISpatialUnit: Int, Sendable, Hashable, Codable, CaseIterable {
  /// Not stated; read as millimetres, as other tools do.
  case unknown = 0
  /// Metres.
  case metres = 1
  /// Millimetres.
  case millimetres = 2
  /// Micrometres.
  case micrometres = 3

  /// Millimetres in one unit.
  public var millimetres: Double {
    switch self {
    case .unknown, .millimetres: 1
    case .metres: 1000
    case .micrometres: 0.001
    }
  }
}
