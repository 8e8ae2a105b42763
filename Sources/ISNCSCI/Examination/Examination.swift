/// One examination by the International Standards: both sides and the anorectal findings.
///
/// ```swift
/// var exam = Examination.normal
/// try exam.right.set(.motor, .c7, to: 2)
/// let result = exam.classified()
/// ```
///
/// An examination is always complete and valid: an item that was not examined is `Score.notTestable`, and
/// scores the standard does not know cannot be stored.
public struct Examination: Hashable, Sendable {
  /// The right side.
  public var right: ExaminationSide

  /// The left side.
  public var left: ExaminationSide

  /// Voluntary anal contraction (VAC): the motor function of S4-5.
  public var voluntaryAnalContraction: Observation

  /// Deep anal pressure (DAP): a sensory function of S4-5.
  public var deepAnalPressure: Observation

  /// An examination from its parts.
  ///
  /// - Parameters:
  ///   - right: The right side.
  ///   - left: The left side.
  ///   - voluntaryAnalContraction: Whether the external anal sphincter contracts on command.
  ///   - deepAnalPressure: Whether pressure on the anal wall is felt.
  public init(
    right: ExaminationSide, left: ExaminationSide,
    voluntaryAnalContraction: Observation, deepAnalPressure: Observation
  ) {
    self.right = right
    self.left = left
    self.voluntaryAnalContraction = voluntaryAnalContraction
    self.deepAnalPressure = deepAnalPressure
  }

  /// An examination without any impairment.
  public static let normal = Examination(
    right: .normal, left: .normal, voluntaryAnalContraction: .yes, deepAnalPressure: .yes)

  /// One side.
  ///
  /// - Parameter side: Right or left.
  public subscript(side: Side) -> ExaminationSide {
    get { side == .right ? right : left }
    set {
      if side == .right { right = newValue } else { left = newValue }
    }
  }

  /// How many items were not testable, anorectal findings included.
  public var notTestableCount: Int {
    var count = voluntaryAnalContraction == .notTestable ? 1 : 0
    if deepAnalPressure == .notTestable { count += 1 }
    for side in [right, left] {
      for modality in Modality.allCases { count += side[modality].count(where: \.isNotTestable) }
    }
    return count
  }

  /// Whether any score carries a star.
  public var hasMarkedScores: Bool {
    [right, left].contains { side in
      Modality.allCases.contains { modality in side[modality].contains(where: \.isMarked) }
    }
  }
}
