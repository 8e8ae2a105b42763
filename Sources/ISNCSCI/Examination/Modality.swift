/// What is scored at a level: a key muscle, light touch or pin prick.
public enum Modality: String, CaseIterable, Sendable, Hashable {
  case motor, lightTouch, pinPrick

  /// The levels at which this modality is examined, rostral to caudal.
  public var levels: [SpinalLevel] { self == .motor ? SpinalLevel.keyMuscles : SpinalLevel.dermatomes }

  /// The grade of a normal finding: 5 for a muscle, 2 for sensation.
  public var normalGrade: Int { self == .motor ? 5 : 2 }

  /// The permitted entries in words, for error messages.
  public var permitted: String {
    self == .motor
      ? "a motor grade 0 to 5 or NT (0 to 4 and NT may carry * or **)"
      : "a sensory grade 0 to 2 or NT (0, 1 and NT may carry * or **)"
  }

  /// What the modality is called in a sentence.
  public var name: String {
    switch self {
    case .motor: "motor"
    case .lightTouch: "light touch"
    case .pinPrick: "pin prick"
    }
  }

  /// Whether the standard knows this score for this modality.
  ///
  /// A normal grade cannot carry a star: nothing is impaired.
  ///
  /// - Parameter score: The score to judge.
  /// - Returns: True when it may be classified.
  public func permits(_ score: Score) -> Bool {
    guard let grade = score.grade else { return true }
    return grade < normalGrade || (grade == normalGrade && !score.isMarked)
  }
}
