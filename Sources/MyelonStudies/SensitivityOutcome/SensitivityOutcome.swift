import MyelonQuantities

/// The number of each row whose sensitivity is asked: an outcome of one arm on one day, or its difference between two.
public struct SensitivityOutcome: Sendable, Hashable, Codable {
  /// What was measured.
  public let name: String
  /// Day after injury.
  public let day: Double
  /// Name of the arm.
  public let arm: String
  /// Name of the arm that is subtracted, nil when none is.
  public let against: String?
  /// Unit, empty for a pure number.
  public let unit: String
  /// What the number means, in one sentence.
  public let meaning: String
  /// Whether the study has several arms, so that the name of one belongs to the label.
  let hasOtherArms: Bool
  /// Places in the study's outcomes.
  let places: [Int]

  /// Describes an outcome of a study.
  init(_ outcome: StudyOutcome, arm: String, against: String?, hasOtherArms: Bool, places: [Int]) {
    name = outcome.name
    day = outcome.day
    unit = outcome.unit
    meaning = outcome.meaning
    self.arm = arm
    self.against = against
    self.hasOtherArms = hasOtherArms
    self.places = places
  }

  /// The outcome as it is asked for, such as `untreated:motor_drive@28`.
  public var text: String {
    let arms = against.map { "\(arm)-\($0):" } ?? (hasOtherArms ? "\(arm):" : "")
    return "\(arms)\(name)@\(day.shortestText)"
  }

  /// The value of a row from the values of the study's outcomes by place; nil where one of them is missing.
  func value(_ find: (Int) -> Double?) -> Double? {
    guard let first = find(places[0]) else { return nil }
    guard places.count > 1 else { return first }
    return find(places[1]).map { first - $0 }
  }
}
