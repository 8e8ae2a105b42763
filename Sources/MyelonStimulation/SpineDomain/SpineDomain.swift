/// How much of the body a grid holds.
public enum SpineDomain: Sendable, Hashable, Codable {
  /// A box round the resolved stretch of the canal, with a margin on all sides; for electrodes in the canal.
  ///
  /// - Parameter margin: from the resolved box to the far boundary, mm.
  case canal(margin: Double)
  /// The whole cross-section of the body with a rim of air; for electrodes on the skin.
  ///
  /// - Parameter margin: rostral and caudal of the resolved stretch and of all pads, mm.
  case body(margin: Double)

  /// Distance from what is resolved to the far boundary, mm.
  public var margin: Double {
    switch self {
    case .canal(let margin), .body(let margin): margin
    }
  }

  /// What the sides of the box do to the current.
  ///
  /// A box inside the body goes on on all sides; the whole body ends in air at its sides and goes on
  /// rostrally and caudally.
  public var boundary: ConductorBoundary {
    switch self {
    case .canal: .open
    case .body: ConductorBoundary(lowX: .insulated, highX: .insulated, lowY: .insulated, highY: .insulated)
    }
  }
}
