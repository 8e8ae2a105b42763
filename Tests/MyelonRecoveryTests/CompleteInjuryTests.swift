import ISNCSCI
import MyelonAnatomy
import MyelonLesion
import MyelonRecovery
import Testing

/// Nothing crosses a transection, so nothing below it works or comes back.
@Suite struct CompleteInjuryTests {
  static let visits: [Double] = [1, 3, 7, 14, 28, 84, 168, 365]

  static let levels = [("C5", SpinalLevel.c4), ("T4", .t3), ("T10", .t9)]

  @Test(arguments: levels)
  func aTransectedPersonIsCompleteForAYear(level: String, above: SpinalLevel) throws {
    let person = try RecoveryCord.human(.transection(gap: 4), at: level)
    for day in Self.visits {
      person.advance(days: day)
      let examination = try person.examination()
      #expect(examination.classified().impairmentScale.values == [.a], "day \(day)")
      for side in [ISNCSCI.Side.right, .left] {
        let scores = examination[side]
        for (muscle, score) in zip(SpinalLevel.keyMuscles, scores.motor) where muscle > above {
          #expect(score == Score(0), "\(muscle) on day \(day)")
        }
        let sensations = zip(SpinalLevel.dermatomes, zip(scores.lightTouch, scores.pinPrick))
        for (dermatome, (touch, prick)) in sensations {
          let below = Int(dermatome.rawValue) - Int(above.rawValue)
          #expect(touch == Score(below > 0 ? 0 : 2), "touch \(dermatome) on day \(day)")
          #expect(prick == Score(below > 0 ? 0 : 2), "pin prick \(dermatome) on day \(day)")
        }
      }
      #expect(examination.voluntaryAnalContraction == .no && examination.deepAnalPressure == .no)
    }
  }

  private func expectNormalAbove(_ above: SpinalLevel, _ person: RecoveryCord, day: Double) throws {
    person.advance(days: day)
    let examination = try person.examination()
    // The dermatome of the cut segment itself may count as normal: its crossed fibres enter a segment higher.
    let level = try #require(examination.classified().neurologicalLevel.single)
    #expect([0, 1].contains(Int(level.rawValue) - Int(above.rawValue)), "\(level) on day \(day)")
    for side in [ISNCSCI.Side.right, .left] {
      for (muscle, score) in zip(SpinalLevel.keyMuscles, examination[side].motor) where muscle <= above {
        #expect(score == Score(5), "\(muscle) on day \(day)")
      }
    }
  }

  @Test(arguments: levels)
  func aTransectedPersonIsNormalAboveTheCut(level: String, above: SpinalLevel) throws {
    let person = try RecoveryCord.human(.transection(gap: 4), at: level)
    for day in Self.visits { try expectNormalAbove(above, person, day: day) }
  }

  /// No usable connection, no recovery: drive below the cut is exactly nothing at any time.
  @Test func driveBelowATransectionIsNothingForAYear() throws {
    let person = try RecoveryCord.human(.transection(gap: 0.05), at: "T10")
    for day in Self.visits {
      person.advance(days: day)
      for side in person.function.drive { #expect(side[5...].allSatisfy { $0 == 0 }) }
    }
  }

  /// Some tracts end above or begin below some windows; that must not count as a way past the cut.
  @Test(arguments: ["C2", "C8", "T2", "T7", "T12", "L1", "L3"])
  func noTractPassesATransectionAtAnyLevel(level: String) throws {
    let person = try RecoveryCord(.human, .transection(gap: 6), at: level, spacing: 3, reach: 21)
    let injured = try #require(SpinalLevel(level))
    let function = person.function
    for side in function.drive {
      for (muscle, drive) in zip(SpinalLevel.keyMuscles, side) where muscle > injured {
        #expect(drive == 0, "\(muscle)")
      }
    }
    #expect(!function.analContraction && !function.analPressure)
    #expect(try person.examination().classified().impairmentScale.values == [.a])
  }

  @Test(arguments: ["C3", "C7", "T3", "T8", "T13"])
  func noTractOfTheRatPassesATransectionAtAnyLevel(level: String) throws {
    let rat = try RecoveryCord(.rat, .transection(gap: 1), at: level, spacing: 0.4, reach: 4)
    #expect(rat.locomotion.drive == 0)
  }

  @Test func aTransectedRatDoesNotStep() throws {
    let rat = try RecoveryCord.rat(.transection(gap: 0.5))
    for day in [0.0, 1, 7, 28, 120] {
      rat.advance(days: day)
      let (score, drive) = rat.locomotion
      #expect(drive == 0)
      #expect(score.value <= 4, "day \(day)")
    }
  }

  @Test func gradedBlowsGradeTheRatsScore() throws {
    var last = 22.0
    for height in [3.0, 6.25, 12.5, 25, 50, 200] {
      let rat = try RecoveryCord.rat(.weightDrop(height: height, mass: 10))
      rat.advance(days: 42)
      let score = rat.locomotion.score.value
      #expect(score < last, "height \(height)")
      last = score
    }
  }

  @Test func aRatsScoreRisesAsShockLiftsWhileItsDriveDoesNot() throws {
    let rat = try RecoveryCord.rat(.weightDrop(height: 12.5, mass: 10))
    var scores: [Double] = []
    for day in [1.0, 3, 7, 14, 28] {
      rat.advance(days: day)
      scores.append(rat.locomotion.score.value)
    }
    #expect(zip(scores, scores.dropFirst()).allSatisfy(<))
  }
}
