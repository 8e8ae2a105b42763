extension Examination {
  /// An examination from plain grades, as a simulation produces them.
  ///
  /// Index 0 of each outer array is the right side, index 1 the left one; inner arrays run rostral to caudal.
  ///
  /// - Parameters:
  ///   - motor: Two arrays of ten grades 0 to 5, C5 to T1 then L2 to S1.
  ///   - lightTouch: Two arrays of 28 grades 0 to 2, C2 to S4-5.
  ///   - pinPrick: Two arrays of 28 grades 0 to 2, C2 to S4-5.
  ///   - voluntaryAnalContraction: Whether the anal sphincter contracts on command.
  ///   - deepAnalPressure: Whether deep anal pressure is felt.
  ///   - lowestNonKeyMuscle: Right and left lowest level with non-key motor function; none by default.
  /// - Throws: `ExaminationError` naming the array, side and level that is wrong.
  public init(
    motor: [[Int]], lightTouch: [[Int]], pinPrick: [[Int]],
    voluntaryAnalContraction: Bool, deepAnalPressure: Bool,
    lowestNonKeyMuscle: (right: SpinalLevel?, left: SpinalLevel?) = (nil, nil)
  ) throws(ExaminationError) {
    for (name, sides) in [("motor", motor), ("lightTouch", lightTouch), ("pinPrick", pinPrick)]
    where sides.count != 2 {
      throw .wrongCount(field: "\(name) (sides)", found: sides.count, required: 2)
    }
    func side(_ side: Side, _ nonKey: SpinalLevel?) throws(ExaminationError) -> ExaminationSide {
      let index = Int(side.rawValue)
      return ExaminationSide(
        uncheckedMotor: try Examination.scores(motor[index], .motor, side),
        lightTouch: try Examination.scores(lightTouch[index], .lightTouch, side),
        pinPrick: try Examination.scores(pinPrick[index], .pinPrick, side),
        lowestNonKeyMuscle: nonKey)
    }
    self.init(
      right: try side(.right, lowestNonKeyMuscle.right), left: try side(.left, lowestNonKeyMuscle.left),
      voluntaryAnalContraction: voluntaryAnalContraction ? .yes : .no,
      deepAnalPressure: deepAnalPressure ? .yes : .no)
  }

  private static func scores(
    _ grades: [Int], _ modality: Modality, _ side: Side
  ) throws(ExaminationError) -> [Score] {
    let levels = modality.levels
    guard grades.count == levels.count else {
      throw .wrongCount(field: "\(side).\(modality.rawValue)", found: grades.count, required: levels.count)
    }
    var scores: [Score] = []
    scores.reserveCapacity(grades.count)
    for (level, grade) in zip(levels, grades) {
      guard grade >= 0, grade <= modality.normalGrade else {
        throw .invalidScore(
          field: "\(side).\(modality.rawValue).\(level.key)", found: "\(grade)",
          permitted: modality.permitted)
      }
      scores.append(Score(grade))
    }
    return scores
  }
}
