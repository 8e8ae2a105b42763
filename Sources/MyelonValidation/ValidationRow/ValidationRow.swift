import MyelonSimulation

/// One published finding, and how it is read off a simulated experiment.
public struct ValidationRow: Sendable, Hashable, Codable {
  /// Arm of the experiment; nil for a correlation over all arms.
  public let arm: String?
  /// Arm to compare with; nil for a value of the arm itself.
  public let against: String?
  /// Column of the series.
  public let measure: String
  /// Column by which the measure is divided, giving per cent; nil for the measure itself.
  public let per: String?
  /// Column that the measure is correlated with; only in correlations.
  public let with: String?
  /// First and last day after injury.
  public let day: DayWindow
  /// What of the course between the days counts; nil means the mean.
  public let reading: CourseReading?
  /// How the arms are compared; nil means their difference.
  public let comparedAs: ArmComparison?
  /// Published number.
  public let value: Double?
  /// Spread of the published number.
  public let spread: Double?
  /// What the spread is; required with a spread.
  public let spreadIs: SpreadKind?
  /// Animals behind the published number.
  public let n: Int?
  /// Published sign, where no number was given.
  public let direction: Direction?
  /// Smallest value that agrees.
  public let atLeast: Double?
  /// Largest value that agrees.
  public let atMost: Double?
  /// Unit; `%` turns fractions into per cent.
  public let unit: String?
  /// What was measured, in the words of the paper.
  public let published: String
  /// How the number was obtained from the paper.
  public let provenance: Scenario.Provenance
  /// What a reader must know.
  public let note: String?

  /// What the spread of a published number is.
  public enum SpreadKind: String, Sendable, Hashable, Codable {
    /// Standard deviation between animals.
    case deviation
    /// Standard error of the mean.
    case error
    /// How far off the number itself may be.
    case uncertainty
    /// Half width of a 95 % interval.
    case interval95
  }

  /// A published sign.
  public enum Direction: String, Sendable, Hashable, Codable {
    /// More.
    case up
    /// Less.
    case down
    /// No difference.
    case unchanged = "none"
  }

  /// What of a course between two days counts.
  public enum CourseReading: String, Sendable, Hashable, Codable {
    /// Its mean; on a single day the value interpolated between samples.
    case mean
    /// Its highest value.
    case peak
    /// Its lowest value.
    case trough
    /// Day of its highest value.
    case peakDay
    /// Day of its lowest value.
    case troughDay
    /// Last value less the first.
    case change
    /// Share, in per cent, of the change from injury to the last day that has come by the first.
    case reached
  }

  /// How two arms are compared.
  public enum ArmComparison: String, Sendable, Hashable, Codable {
    /// Arm less reference.
    case difference
    /// Arm over reference.
    case ratio
    /// Difference in per cent of the reference.
    case percentChange
    /// Difference over the standard deviation between animals; of BBB scores that of published groups.
    case standardised
    /// Square of the correlation of two measures over all arms and animals.
    case rSquared
  }

  /// True for a correlation over all arms.
  public var isCorrelation: Bool { comparedAs == .rSquared }

  /// Whether the row is about the effect of a treatment: it compares arms.
  public var isEffect: Bool { against != nil }

  /// Whether the measure is one of function: what an examiner of behaviour would score.
  public var isFunction: Bool { Self.functions.contains(measure) }

  /// Whether the measure is a BBB score.
  var isLocomotion: Bool { measure.hasPrefix("BBB") }

  private static let functions: Set<String> = [
    "BBB", "BBB_right", "BBB_left", "locomotor_drive", "reaching", "reaching_right", "reaching_left",
  ]
}
