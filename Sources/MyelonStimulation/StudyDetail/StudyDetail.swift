import MyelonAnatomy

/// How finely a study is computed.
public enum StudyDetail: String, Sendable, Hashable, Codable, CaseIterable {
  /// For a first look and for tests: coarse cells, three diameters, steps of 5 us, thresholds to 1 %.
  case quick
  /// For most work.
  case standard
  /// For convergence: cells of half the standard edges.
  case fine

  /// Cells of the volume conductor.
  ///
  /// - Parameters:
  ///   - species: the species.
  ///   - edge: edge across the cord that replaces the usual one, mm; edges along it are twice as long.
  /// - Returns: the resolution.
  public func resolution(_ species: Species, edge: Double?) -> SpineResolution {
    var resolution: SpineResolution =
      switch self {
      case .quick: .quick(species)
      case .standard: .standard(species)
      case .fine: .fine(species)
      }
    if let edge { resolution.core = SIMD3(edge, edge, 2 * edge) }
    resolution.largest = max(resolution.largest, resolution.core.max())
    return resolution
  }

  /// Coarsest cells that still resolve the fluid dorsal to the cord, mm.
  ///
  /// Assumed because the least dorsal depth is 1.5 mm in people and 0.1 to 0.3 mm in rats, and a layer needs at least one cell and a half.
  public static func coarsest(_ species: Species) -> Double { species == .human ? 1 : 0.2 }

  /// Rootlets a root, spread evenly over its entry zone.
  var rootlets: Int {
    switch self {
    case .quick: 1
    case .standard: 3
    case .fine: 5
    }
  }

  /// Scheme of the fibres in time.
  var scheme: CableScheme {
    self == .quick ? .secondOrder(timeStep: 5) : .accurate
  }

  /// Relative width of the last bracket of a threshold.
  var tolerance: Double { self == .quick ? 0.01 : 0.001 }
}
