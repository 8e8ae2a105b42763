/// What the six sides of the box do to the current.
public struct ConductorBoundary: Sendable, Hashable, Codable {
  /// One side of the box.
  public enum Condition: String, Sendable, Hashable, Codable {
    /// No current passes: the skin's outside, a plane of symmetry.
    case insulated
    /// Potential 0: a far metal plane.
    case grounded
    /// The medium goes on for ever: the potential falls off as that of a point source at `centre` does in the
    /// side's own tissue (a Robin condition; exact for a monopole in a uniform medium).
    case open
  }

  /// Side at the lowest x (right).
  public var lowX: Condition
  /// Side at the highest x (left).
  public var highX: Condition
  /// Side at the lowest y (ventral).
  public var lowY: Condition
  /// Side at the highest y (dorsal).
  public var highY: Condition
  /// Side at the lowest z (rostral).
  public var lowZ: Condition
  /// Side at the highest z (caudal).
  public var highZ: Condition
  /// Where the current comes from as seen from afar, mm; nil for the middle of the electrodes.
  public var centre: SIMD3<Double>?

  /// Makes a boundary; sides are open unless given.
  public init(
    lowX: Condition = .open, highX: Condition = .open, lowY: Condition = .open, highY: Condition = .open,
    lowZ: Condition = .open, highZ: Condition = .open, centre: SIMD3<Double>? = nil
  ) {
    self.lowX = lowX
    self.highX = highX
    self.lowY = lowY
    self.highY = highY
    self.lowZ = lowZ
    self.highZ = highZ
    self.centre = centre
  }

  /// One condition on all sides.
  public static func all(_ condition: Condition) -> ConductorBoundary {
    ConductorBoundary(
      lowX: condition, highX: condition, lowY: condition, highY: condition, lowZ: condition,
      highZ: condition)
  }

  /// The medium goes on on all sides: an implanted stimulator whose case is far away.
  public static var open: ConductorBoundary { all(.open) }
  /// No current leaves the box: skin in air, current from pad to pad.
  public static var insulated: ConductorBoundary { all(.insulated) }
  /// Potential 0 on all sides.
  public static var grounded: ConductorBoundary { all(.grounded) }

  /// Condition by axis (0 x, 1 y, 2 z) and end.
  func condition(axis: Int, isHigh: Bool) -> Condition {
    switch (axis, isHigh) {
    case (0, false): lowX
    case (0, true): highX
    case (1, false): lowY
    case (1, true): highY
    case (2, false): lowZ
    default: highZ
    }
  }
}
