/// The scores of one side of the body.
///
/// Arrays are in worksheet order, rostral to caudal: see `SpinalLevel.keyMuscles` (10) and
/// `SpinalLevel.dermatomes` (28).
public struct ExaminationSide: Hashable, Sendable {
  /// Motor scores of the ten key muscles, C5 to T1 then L2 to S1; grades 0 to 5.
  public internal(set) var motor: [Score]

  /// Light-touch scores of the 28 dermatomes C2 to S4-5; grades 0 to 2.
  public internal(set) var lightTouch: [Score]

  /// Pin-prick scores of the 28 dermatomes C2 to S4-5; grades 0 to 2.
  public internal(set) var pinPrick: [Score]

  /// The lowest level with motor function in a non-key muscle, where recorded.
  ///
  /// It can tell AIS B from C. Non-key muscle functions are defined for the levels C5 to T1 and L2 to S1
  /// only; a level outside them is kept but decides nothing.
  public var lowestNonKeyMuscle: SpinalLevel?

  /// A side from complete lists of scores.
  ///
  /// - Parameters:
  ///   - motor: Ten scores, C5 to T1 then L2 to S1.
  ///   - lightTouch: 28 scores, C2 to S4-5.
  ///   - pinPrick: 28 scores, C2 to S4-5.
  ///   - lowestNonKeyMuscle: The lowest level with motor function in a non-key muscle, if recorded.
  /// - Throws: `ExaminationError.wrongCount` or `.invalidScore`, naming the field.
  public init(
    motor: [Score], lightTouch: [Score], pinPrick: [Score], lowestNonKeyMuscle: SpinalLevel? = nil
  ) throws(ExaminationError) {
    try ExaminationSide.check(motor, .motor)
    try ExaminationSide.check(lightTouch, .lightTouch)
    try ExaminationSide.check(pinPrick, .pinPrick)
    self.motor = motor
    self.lightTouch = lightTouch
    self.pinPrick = pinPrick
    self.lowestNonKeyMuscle = lowestNonKeyMuscle
  }

  /// A side with nothing impaired.
  public static let normal = ExaminationSide(
    uncheckedMotor: Array(repeating: Score(5), count: 10),
    lightTouch: Array(repeating: Score(2), count: 28),
    pinPrick: Array(repeating: Score(2), count: 28))

  init(
    uncheckedMotor motor: [Score], lightTouch: [Score], pinPrick: [Score],
    lowestNonKeyMuscle: SpinalLevel? = nil
  ) {
    self.motor = motor
    self.lightTouch = lightTouch
    self.pinPrick = pinPrick
    self.lowestNonKeyMuscle = lowestNonKeyMuscle
  }

  /// The scores of one modality.
  ///
  /// - Parameter modality: Motor, light touch or pin prick.
  public subscript(modality: Modality) -> [Score] {
    switch modality {
    case .motor: motor
    case .lightTouch: lightTouch
    case .pinPrick: pinPrick
    }
  }

  /// One score, or nil where that modality is not examined at that level.
  ///
  /// - Parameters:
  ///   - modality: Motor, light touch or pin prick.
  ///   - level: The key muscle's or dermatome's level.
  public subscript(modality: Modality, level: SpinalLevel) -> Score? {
    let index = modality == .motor ? level.keyMuscleIndex : level.dermatomeIndex
    return index.map { self[modality][$0] }
  }

  /// Replaces one score.
  ///
  /// - Parameters:
  ///   - modality: Motor, light touch or pin prick.
  ///   - level: The key muscle's or dermatome's level.
  ///   - score: The new score.
  /// - Throws: `ExaminationError` when the level is not examined or the grade not permitted.
  public mutating func set(
    _ modality: Modality, _ level: SpinalLevel, to score: Score
  ) throws(ExaminationError) {
    let field = "\(modality.rawValue).\(level.key)"
    guard let index = modality == .motor ? level.keyMuscleIndex : level.dermatomeIndex else {
      throw .unknownField(field, nearest: nil)
    }
    guard modality.permits(score) else {
      throw .invalidScore(field: field, found: "\(score)", permitted: modality.permitted)
    }
    switch modality {
    case .motor: motor[index] = score
    case .lightTouch: lightTouch[index] = score
    case .pinPrick: pinPrick[index] = score
    }
  }

  private static func check(_ scores: [Score], _ modality: Modality) throws(ExaminationError) {
    let levels = modality.levels
    guard scores.count == levels.count else {
      throw .wrongCount(field: modality.rawValue, found: scores.count, required: levels.count)
    }
    for (level, score) in zip(levels, scores) where !modality.permits(score) {
      throw .invalidScore(
        field: "\(modality.rawValue).\(level.key)", found: "\(score)", permitted: modality.permitted)
    }
  }
}
