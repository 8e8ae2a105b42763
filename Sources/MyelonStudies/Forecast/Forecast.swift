import MyelonStatistics

/// What the members of a finished study come to in each arm: distributions, probabilities, comparisons of arms, benefit by
/// strata.
///
/// Two kinds of uncertainty must not be mixed. The quantiles and probabilities say how outcomes spread over the members:
/// over what is not known of the subject, and chance. The intervals around means and probabilities are Monte Carlo ones:
/// how far the number would move with other draws of as many members. Neither says how far the model is from a patient.
///
/// If the members are draws from a posterior, their weights must be those of the draws.
public struct Forecast: Sendable, Hashable, Codable {
  /// Name of the study.
  public let name: String
  /// The scenario in canonical form, or another text that says what was run.
  public let scenario: String
  /// Hash of the study's description.
  public let identityHash: String
  /// Version of the program whose numbers these are.
  public let programVersion: String
  /// Seed of the study, also that of the bootstrap.
  public let seed: UInt64
  /// What varies between members.
  public let parameters: [StudyParameter]
  /// What was asked for.
  public let settings: ForecastSettings
  /// Name of the arm that the others are set against.
  public let reference: String
  /// The members behind all numbers.
  public let members: ForecastMembers
  /// The arms in the study's order.
  public let arms: [ForecastArm]
  /// Pairs of arms by margin and visit: each against the reference first, then the others among themselves.
  public let comparisons: [ForecastComparison]
  /// Benefit against the reference at the last visit by biomarker.
  public let tables: [BiomarkerTable]
  /// What a reader must know before reading on, in sentences: failures, gaps, few members.
  public let notes: [String]

  /// Probabilities of all quantiles.
  public static let probabilities = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// The quantiles of a sample at `probabilities`.
  static func quantiles(_ sample: WeightedSample) -> [Double] { probabilities.map { sample.quantile($0) } }

  /// The arm of a name, or nil.
  public func arm(_ name: String) -> ForecastArm? { arms.first { $0.name == name } }

  /// The last visit that all arms have; nil when they have none in common.
  public var lastDay: Double? {
    guard let first = arms.first else { return nil }
    return first.days.last { day in arms.allSatisfy { $0.days.contains(day) } }
  }
}
