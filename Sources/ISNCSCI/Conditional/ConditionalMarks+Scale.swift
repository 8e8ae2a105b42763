// Stars of completeness and AIS, in the convention of the reference implementation.
extension ConditionalMarks {
  private var sacralScores: [Score] {
    [examination.right, examination.left].flatMap { [$0.lightTouch[27], $0.pinPrick[27]] }
  }

  private var isAnorectalAbsent: Bool {
    examination.voluntaryAnalContraction == .no && examination.deepAnalPressure == .no
  }

  /// Both answers are starred when only `0*` at S4-5 leaves completeness open; "incomplete" alone is starred when
  /// it rests on `0**` at S4-5.
  var completeness: UInt32 {
    guard isAnorectalAbsent else { return 0 }
    let marks = sacralScores.filter(\.isMarked)
    guard let first = marks.first, sacralScores.allSatisfy({ $0.grade == 0 }),
      marks.allSatisfy({ $0.mark == first.mark })
    else { return 0 }
    return first.mark == .notNormal ? 0b11 : 0b10
  }

  /// Starred grades of the impairment scale, among the possible ones.
  func impairmentScale(levels: UInt32, motorLevels: (right: UInt32, left: UInt32)) -> UInt32 {
    var marks: UInt32 = 0
    if completeness & 1 != 0 { marks |= 1 }
    let rests = sensationRestsOnMarks || motorCompletenessRestsOnMarks(motorLevels)
    if rests { marks |= 2 }
    let spread = spreadRestsOnMarks(motorLevels)
    let examinedLevels = asExamined.neurologicalLevels
    let low = fewUseful(domain, levels)
    let lowExamined = fewUseful(asExamined, examinedLevels, isExamined: true)
    if spread || low.rests || !lowExamined.holds { marks |= 4 }
    if spread || manyUsefulRests(levels) { marks |= 8 }
    let intact = LevelBits.only(LevelBits.intact)
    if levels & intact != 0, examinedLevels & intact == 0 { marks |= 16 }
    return marks
  }

  /// Sensation in S4-5 is known only through starred zeros.
  private var sensationRestsOnMarks: Bool {
    examination.deepAnalPressure == .no && sacralScores.contains(where: \.isMarked)
      && sacralScores.allSatisfy { $0.grade == 0 }
  }

  /// A starred zero more than three levels below a motor level, where nothing else moves.
  private func motorCompletenessRestsOnMarks(_ levels: (right: UInt32, left: UInt32)) -> Bool {
    guard examination.voluntaryAnalContraction == .no else { return false }
    return [(examination.right, levels.right), (examination.left, levels.left)].contains { side, levels in
      var seen = false
      for level in Self.list(levels) {
        var isSilent = true
        for (muscle, score) in Self.distant(side, below: level) {
          if score.grade == 0, score.isMarked { seen = true }
          if score.possibleMotorGrades & 1 == 0 || side.lowestNonKeyMuscle == muscle {
            isSilent = false
            break
          }
        }
        if isSilent { return seen }
      }
      return false
    }
  }

  /// The first motor function more than three levels below a motor level is a `0**`.
  private func spreadRestsOnMarks(_ levels: (right: UInt32, left: UInt32)) -> Bool {
    guard examination.voluntaryAnalContraction == .no else { return false }
    return [(examination.right, levels.right), (examination.left, levels.left)].contains { side, levels in
      for level in Self.list(levels) {
        for (muscle, score) in Self.distant(side, below: level) {
          if score.grade == 0, score.mark == .consideredNormal { return true }
          if score != 0 || side.lowestNonKeyMuscle == muscle { return false }
        }
      }
      return false
    }
  }

  /// Whether more than half of the key muscles below a neurological level can be under grade 3, and whether that
  /// rests on starred grades only.
  private func fewUseful(
    _ domain: ExaminationDomain, _ levels: UInt32, isExamined: Bool = false
  ) -> (holds: Bool, rests: Bool) {
    for level in Self.list(levels) {
      let keys = LevelBits.keys & LevelBits.below(level)
      let half = keys.nonzeroBitCount
      let low = (domain.right.under3 & keys).nonzeroBitCount + (domain.left.under3 & keys).nonzeroBitCount
      guard low > half else { continue }
      let starred = isExamined ? 0 : count(below: level) { $0.mark == .notNormal && ($0.grade ?? 3) < 3 }
      return (true, low - starred <= half)
    }
    return (false, false)
  }

  /// Whether "at least half of the key muscles at grade 3 or better" rests on starred grades under 3.
  private func manyUsefulRests(_ levels: UInt32) -> Bool {
    var rests = false
    for level in Self.list(levels) {
      let keys = LevelBits.keys & LevelBits.below(level)
      let half = keys.nonzeroBitCount
      let high =
        (domain.right.atLeast3 & keys).nonzeroBitCount + (domain.left.atLeast3 & keys).nonzeroBitCount
      let starred = count(below: level) { $0.isMarked && ($0.grade ?? 3) < 3 }
      if high - starred >= half { return false }
      if high >= half { rests = true }
    }
    return rests
  }

  private func count(below level: Int, where condition: (Score) -> Bool) -> Int {
    var count = 0
    for side in [examination.right, examination.left] {
      for (muscle, score) in zip(SpinalLevel.keyMuscles, side.motor)
      where Int(muscle.rawValue) > level && condition(score) { count += 1 }
    }
    return count
  }

  private static func list(_ bits: UInt32) -> [Int] { (0..<30).filter { LevelBits.has(bits, $0) } }

  private static func distant(_ side: ExaminationSide, below level: Int) -> [(SpinalLevel, Score)] {
    zip(SpinalLevel.keyMuscles, side.motor).filter { Int($0.0.rawValue) > level + 3 }
  }
}
