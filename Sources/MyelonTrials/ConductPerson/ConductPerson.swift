/// One person of a running trial, as the data say.
public struct ConductPerson: Sendable, Hashable {
  /// What is known of an outcome at a visit.
  public enum Outcome: Sendable, Hashable {
    /// Not yet: the visit is to come or has not been entered.
    case outstanding
    /// The visit was missed for good.
    case missed
    /// The value, a category's number from 0, or 1 for a responder and 0 for none.
    case value(Double)

    /// The value, NaN if missed, nil if outstanding.
    public var number: Double? {
      switch self {
      case .outstanding: nil
      case .missed: .nan
      case .value(let value): value
      }
    }
  }

  /// Row of the file, the heading being row 1.
  public var row = 0
  /// Name of the person.
  public var name = ""
  /// Stage in which the person takes part.
  public var stage = TrialStage.doseFinding
  /// Dose level from 1; nil if none is given.
  public var dose: Int?
  /// Whether the person is in the treated arm; nil outside of the randomised stage.
  public var isTreatedArm: Bool?
  /// Day of enrolment, which is taken to be that of treatment.
  public var enrolled: ConductDay?
  /// Whether a dose-limiting toxicity was seen; nil if not yet known.
  public var toxicity: Bool?
  /// Day of the toxicity.
  public var toxicityDay: ConductDay?
  /// Days of observation so far; nil if the file does not say and they cannot be counted.
  public var followUp: Double?
  /// Whether there was efficacy; nil if not yet known.
  public var efficacy: Bool?
  /// Whether there was a response; nil if not yet known.
  public var response: Bool?
  /// Baseline of the outcome.
  public var baseline: Double?
  /// Outcome at each visit of the stage.
  public var outcomes: [Outcome] = []
  /// Number of the cohort; nil if cohorts follow from the order.
  public var cohort: Int?
  /// Whether the person was added to a lower dose outside of the cohorts.
  public var isBackfill = false
  /// Levels of the factors of allocation, by name.
  public var levels: [String: String] = [:]
  /// Whether each event of the safety rules has happened, where known.
  public var events: [String: Bool] = [:]

  /// Makes a person of whom nothing is known.
  public init() {}

  /// Whether the person was treated: everybody but controls.
  public var isTreated: Bool { isTreatedArm ?? true }
}
