import ISNCSCI
import MyelonLesion
import MyelonRecovery
import MyelonSimulation
import MyelonTherapies

/// What one arm came to at its last visit, without the error of an examiner.
public struct ArmOutcomes: Sendable, Hashable, Codable {
  /// Name of the arm.
  public let name: String
  /// Day of the last visit.
  public let day: Double
  /// Whether anything was done to the subject.
  public let isTreated: Bool
  /// The arm's injury.
  public let injury: Injury
  /// Values by the measure's `id`.
  public let values: [String: Value]

  /// One outcome.
  public struct Value: Sendable, Hashable, Codable {
    /// The value as a number; nil for a grade or a level that the examination leaves open.
    public let number: Double?
    /// The value as a reader writes it, where it is no number.
    public let text: String?
    /// What the examiner recorded, error and all, where it differs.
    public let recorded: String?

    /// Describes an outcome.
    public init(number: Double?, text: String? = nil, recorded: String? = nil) {
      self.number = number
      self.text = text
      self.recorded = recorded
    }
  }

  /// Reads an arm.
  init(_ arm: ArmRecord, in scenario: Scenario, measures: [OutcomeMeasure]) {
    name = arm.name
    let last = arm.visits.last
    let day = last?.day ?? arm.series.days.last ?? 0
    self.day = day
    isTreated = arm.therapy != nil || scenario.arms.contains { $0.name == arm.name && !$0.therapies.isEmpty }
    injury = arm.injury
    var values = last.map(Self.examined) ?? [:]
    for measure in measures where values[measure.id] == nil {
      guard let value = arm.series.value(measure.id, atDay: day), value.isFinite else { continue }
      values[measure.id] = Value(number: value)
    }
    if let score = last?.locomotion?.value, let value = values["BBB"]?.number ?? last?.locomotion?.value {
      let recorded = NumberText.score(score)
      values["BBB"] = Value(number: value, recorded: NumberText.score(value) == recorded ? nil : recorded)
    }
    self.values = values
  }

  /// What the neurological examination says, as expected and as recorded.
  private static func examined(_ visit: VisitRecord) -> [String: Value] {
    guard let recorded = visit.classification else { return [:] }
    let quiet = visit.noiseFreeExamination.map { $0.classified() } ?? recorded
    func differing(_ quiet: String, _ recorded: String) -> String? { quiet == recorded ? nil : recorded }
    func sum(_ total: (Totals) -> Subtotal) -> Value {
      let (expected, noisy) = (total(quiet.totals), total(recorded.totals))
      return Value(
        number: expected.value.map(Double.init), text: expected.value == nil ? expected.description : nil,
        recorded: differing(expected.description, noisy.description))
    }
    let levels = [quiet, recorded].map { Examinations.short($0.neurologicalLevel) }
    var values = [
      "AIS": Value(
        number: quiet.impairmentScale.single.map { Double($0.rawValue) },
        text: quiet.impairmentScale.description,
        recorded: differing(quiet.impairmentScale.description, recorded.impairmentScale.description)),
      "NLI": Value(
        number: quiet.neurologicalLevel.single.map { Double($0.rawValue) }, text: levels[0],
        recorded: differing(levels[0], levels[1])),
      "upper_extremity_motor_score": sum { $0.upperExtremity },
      "lower_extremity_motor_score": sum { $0.lowerExtremity }, "motor_score": sum { $0.motor },
      "light_touch_score": sum { $0.lightTouch }, "pin_prick_score": sum { $0.pinPrick },
    ]
    if let score = visit.independence { values["SCIM"] = Value(number: Double(score.total)) }
    return values
  }
}
