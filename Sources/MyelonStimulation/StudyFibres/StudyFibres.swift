import MyelonAnatomy

/// The fibres whose thresholds are computed.
public struct StudyFibres: Sendable, Hashable, Codable {
  /// Segments whose roots are asked for, such as "L2", in the order of the results.
  public var segments: [String]
  /// Sides.
  public var sides: [Side]
  /// Classes of fibres.
  public var classes: [FibreClass]
  /// Diameters a population: the middles of so many equal shares of its distribution.
  public var quantiles: Int

  /// Names the fibres.
  public init(
    segments: [String], sides: [Side] = [.left, .right], classes: [FibreClass] = StudyFibres.usualClasses,
    quantiles: Int = 5
  ) {
    self.segments = segments
    self.sides = sides
    self.classes = classes
    self.quantiles = quantiles
  }

  /// Classes that are computed when none are named: those that decide what stimulation of the cord does.
  public static let usualClasses: [FibreClass] = [
    .groupI, .groupII, .alphaMotor, .dorsalColumn, .corticospinal,
  ]

  /// Shares of the diameter distribution at which fibres are computed: the middles of `quantiles` equal shares.
  public var probabilities: [Double] {
    (0..<quantiles).map { (Double($0) + 0.5) / Double(quantiles) }
  }
}
