import MyelonAnatomy

/// The course of one strand of fibres, for drawings.
public struct StudyCourse: Sendable, Hashable, Codable {
  /// Class of the fibres.
  public let fibreClass: FibreClass
  /// Segment of the root.
  public let segment: String
  /// Side of the body.
  public let side: Side
  /// Points along it, mm.
  public let points: [SIMD3<Double>]

  /// Points are left out so that this many remain at most.
  static let mostPoints = 60

  init(fibreClass: FibreClass, segment: String, side: Side, path: FibrePath) {
    self.fibreClass = fibreClass
    self.segment = segment
    self.side = side
    points = (0...Self.mostPoints).map { path.point(at: path.length * Double($0) / Double(Self.mostPoints)) }
  }
}
