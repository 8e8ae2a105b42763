/// Which results carry a star because they rest on a judgement about starred scores.
///
/// The standard asks to mark a result that depends on the judgement, without saying output by output when that
/// is so. This follows the reference implementation (praxis-isncsci/algorithm 2.0.6), so that printed results
/// are the same wherever everything was testable:
/// - levels and motor zones: a value is starred when the scores as examined, stars ignored, do not give it (never
///   the level of a non-key muscle);
/// - sensory zones: a value is starred when a `0*` at or below it leaves open where the zone ends;
/// - completeness and AIS: see `ConditionalMarks+Scale.swift`.
///
/// Runs only for examinations with starred scores.
struct ConditionalMarks {
  let examination: Examination
  let domain: ExaminationDomain
  /// The scores as examined: stars removed.
  let asExamined: ExaminationDomain

  init(_ examination: Examination, _ domain: ExaminationDomain) {
    self.examination = examination
    self.domain = domain
    asExamined = ExaminationDomain(examination.withoutMarks)
  }

  /// The level of a non-key muscle as zone value (bit n + 1), which is never starred unless its key muscle is a
  /// starred zero.
  func unmarkedNonKey(_ side: ExaminationSide) -> UInt32 {
    guard let level = side.lowestNonKeyMuscle, let score = side[.motor, level],
      !(score.grade == 0 && score.isMarked)
    else { return 0 }
    return LevelBits.only(Int(level.rawValue) + 1)
  }

  /// Starred values of a sensory zone (bit 0 is NA, bit n + 1 is level n).
  func sensoryZone(_ side: ExaminationSide) -> UInt32 {
    var marks: UInt32 = 0
    var isOpen = false
    for level in stride(from: LevelBits.s3, through: 1, by: -1) {
      let touch = side.lightTouch[level - 1]
      let prick = side.pinPrick[level - 1]
      let canBeAbsent = touch.possibleSensoryGrades & prick.possibleSensoryGrades & 1 != 0
      let isTested = !touch.isNotTestable && !prick.isNotTestable
      if canBeAbsent, isTested, touch.isMarked || prick.isMarked { isOpen = true }
      if isOpen { marks |= LevelBits.only(level + 1) }
      if !canBeAbsent { break }
    }
    return marks
  }
}

extension Examination {
  /// The scores as examined, with all stars removed.
  ///
  /// A starred score that was not testable has no grade as examined. As in the reference implementation, the
  /// contrary of the judgement is taken for it: sensory NT* is normal, motor NT* is 0, and NT** is not normal,
  /// unless the other modality of the dermatome is an unmarked NT, which leaves the dermatome open anyway.
  var withoutMarks: Examination {
    func plain(_ side: ExaminationSide) -> ExaminationSide {
      ExaminationSide(
        uncheckedMotor: side.motor.map { $0.asExamined(untestedNotNormal: 0, isOpen: false) },
        lightTouch: zip(side.lightTouch, side.pinPrick).map {
          $0.asExamined(untestedNotNormal: 2, isOpen: $1 == .notTestable)
        },
        pinPrick: zip(side.pinPrick, side.lightTouch).map {
          $0.asExamined(untestedNotNormal: 2, isOpen: $1 == .notTestable)
        },
        lowestNonKeyMuscle: side.lowestNonKeyMuscle)
    }
    return Examination(
      right: plain(right), left: plain(left), voluntaryAnalContraction: voluntaryAnalContraction,
      deepAnalPressure: deepAnalPressure)
  }
}

extension Score {
  /// This score without its star; see `Examination.withoutMarks`.
  fileprivate func asExamined(untestedNotNormal: Int, isOpen: Bool) -> Score {
    guard isMarked else { return self }
    if let grade { return Score(grade) }
    if mark == .notNormal { return Score(untestedNotNormal) }
    return isOpen ? .notTestable : .notTestable(.notNormal)
  }
}
