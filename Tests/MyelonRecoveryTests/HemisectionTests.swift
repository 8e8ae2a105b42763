import ISNCSCI
import MyelonAnatomy
import MyelonLesion
import MyelonRecovery
import Testing

/// The pattern of Brown-Séquard: motor and light touch are lost on the side of the cut, pin prick on the other, from
/// a level or two below.
@Suite struct HemisectionTests {
  private func sides(_ side: InjurySide) -> (own: ISNCSCI.Side, other: ISNCSCI.Side) {
    side == .left ? (.left, .right) : (.right, .left)
  }

  @Test(arguments: [InjurySide.left, .right], ["C6", "T4", "T10"])
  func aHemisectionGivesThePatternOfBrownSequard(side: InjurySide, level: String) throws {
    let person = try RecoveryCord.human(.hemisection(side: side, gap: 4), at: level)
    person.advance(days: 7)
    let examination = try person.examination()
    let (own, other) = sides(side)
    let injured = try #require(SpinalLevel.dermatomes.first { $0.description == level })
    for (muscle, position) in zip(SpinalLevel.keyMuscles, 0...) where muscle > injured {
      #expect(examination[own].motor[position].grade ?? 9 <= 3, "motor \(muscle)")
      #expect(examination[other].motor[position].grade ?? 0 >= 4, "motor \(muscle), other side")
    }
    for (dermatome, position) in zip(SpinalLevel.dermatomes, 0...) {
      let below = Int(dermatome.rawValue) - Int(injured.rawValue)
      if below < 0 {
        #expect(examination[own].lightTouch[position] == Score(2))
        #expect(examination[other].pinPrick[position] == Score(2))
      }
      if below >= 2 {
        #expect(examination[own].lightTouch[position].grade ?? 9 < 2, "touch \(dermatome)")
        #expect(examination[other].lightTouch[position].grade ?? 0 == 2, "touch \(dermatome), other side")
        #expect(examination[other].pinPrick[position] == Score(0), "pin prick \(dermatome), other side")
        #expect(examination[own].pinPrick[position] == Score(2), "pin prick \(dermatome)")
      }
    }
  }

  @Test func theLossOfPinPrickStartsALevelOrTwoBelowTheCut() throws {
    for level in ["C6", "T4", "T10"] {
      let person = try RecoveryCord.human(.hemisection(side: .left, gap: 4), at: level)
      person.advance(days: 28)
      let examination = try person.examination()
      let injured = try #require(SpinalLevel.dermatomes.first { $0.description == level })
      let first = zip(SpinalLevel.dermatomes, examination.right.pinPrick).first { $0.1 != Score(2) }?.0
      let below = Int(try #require(first).rawValue) - Int(injured.rawValue)
      #expect((1...2).contains(below), "\(level)")
    }
  }

  @Test func mirroredHemisectionsGiveMirroredExaminations() throws {
    let left = try RecoveryCord.human(.hemisection(side: .left, gap: 4), at: "T4")
    let right = try RecoveryCord.human(.hemisection(side: .right, gap: 4), at: "T4")
    for day in [1.0, 28] {
      for person in [left, right] { person.advance(days: day) }
      let (first, second) = (try left.examination(), try right.examination())
      #expect(first.left == second.right && first.right == second.left)
    }
  }
}
