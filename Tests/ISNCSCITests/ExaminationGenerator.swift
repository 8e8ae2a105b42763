import MyelonTestSupport
@testable import ISNCSCI

/// Random examinations that come near the borders of the rules.
struct ExaminationGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < probability
  }

  /// A side that is normal down to about a level, then fades out.
  mutating func side(level: Int) -> ExaminationSide {
    func fade(_ generator: inout Self, _ segment: Int, _ border: Int, _ top: Int) -> Score {
      if segment <= border {
        return Score(generator.chance(0.995) ? top : Int.random(in: 0...top, using: &generator.random))
      }
      let depth = Double(segment - border)
      if generator.chance(1.2 / (1 + depth)) {
        return Score(Int.random(in: 0...top, using: &generator.random))
      }
      return generator.chance(0.03) ? Score(Int.random(in: 0...top, using: &generator.random)) : 0
    }
    let motorBorder = level + Int.random(in: -2...2, using: &random)
    let motor = SpinalLevel.keyMuscles.map { fade(&self, Int($0.rawValue), motorBorder, 5) }
    let touch = SpinalLevel.dermatomes.map { fade(&self, Int($0.rawValue), level, 2) }
    let prick = SpinalLevel.dermatomes.map { fade(&self, Int($0.rawValue), level + (chance(0.5) ? 1 : 0), 2) }
    var nonKey: SpinalLevel?
    if chance(0.25) { nonKey = SpinalLevel.keyMuscles.randomElement(using: &random) }
    return ExaminationSide(
      uncheckedMotor: motor, lightTouch: touch, pinPrick: prick, lowestNonKeyMuscle: nonKey)
  }

  /// An examination without untested items.
  mutating func examination() -> Examination {
    let level = Int.random(in: 0...29, using: &random)
    var exam = Examination(
      right: side(level: level), left: side(level: level + Int.random(in: -3...3, using: &random)),
      voluntaryAnalContraction: chance(0.4) ? .yes : .no, deepAnalPressure: chance(0.4) ? .yes : .no)
    if chance(0.3) { exam.right.lightTouch[27] = Score(Int.random(in: 0...2, using: &random)) }
    if chance(0.3) { exam.left.pinPrick[27] = Score(Int.random(in: 0...2, using: &random)) }
    return exam
  }

  /// Replaces items by untested or starred ones until the scorings number about `limit`.
  mutating func open(_ exam: inout Examination, limit: Int, withStars: Bool) {
    var scorings = 1
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let choice = Int.random(in: 0..<10, using: &random)
      let factor = choice < 2 ? 2 : choice < 6 ? 6 : 3
      if scorings * factor > limit { continue }
      scorings *= factor
      if choice == 0 { exam.voluntaryAnalContraction = .notTestable; continue }
      if choice == 1 { exam.deepAnalPressure = .notTestable; continue }
      let side: Side = chance(0.5) ? .right : .left
      var scores = exam[side]
      var open = Score.notTestable
      if withStars, chance(0.7) {
        let mark: Score.Mark = chance(0.5) ? .notNormal : .consideredNormal
        open =
          chance(0.5)
          ? .notTestable(mark) : Score(Int.random(in: 0...(choice < 6 ? 4 : 1), using: &random), mark)
      }
      if choice < 6 {
        scores.motor[Int.random(in: 0..<10, using: &random)] = open
      } else if chance(0.5) {
        scores.lightTouch[Int.random(in: 0..<28, using: &random)] = open
      } else {
        scores.pinPrick[Int.random(in: 0..<28, using: &random)] = open
      }
      exam[side] = scores
    }
  }

  /// An examination with every score drawn evenly, for rules that rarely meet.
  mutating func noise() -> Examination {
    func side(_ generator: inout Self) -> ExaminationSide {
      ExaminationSide(
        uncheckedMotor: (0..<10).map { _ in Score(Int.random(in: 0...5, using: &generator.random)) },
        lightTouch: (0..<28).map { _ in Score(Int.random(in: 0...2, using: &generator.random)) },
        pinPrick: (0..<28).map { _ in Score(Int.random(in: 0...2, using: &generator.random)) })
    }
    return Examination(
      right: side(&self), left: side(&self), voluntaryAnalContraction: chance(0.5) ? .yes : .no,
      deepAnalPressure: chance(0.5) ? .yes : .no)
  }
}
