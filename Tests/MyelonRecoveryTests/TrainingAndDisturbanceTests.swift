import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonRegrowth
import MyelonTestSupport
import Testing

@testable import MyelonRecovery

/// Training acts on its own task and on old connections, stimulation on all, misdirected input against all.
@Suite struct TrainingAndDisturbanceTests {
  private func injured() throws -> RecoveryCord {
    // Bruised roots take from the arms too; at 70 % the elbow flexors would be left with less than the tests require.
    let person = try RecoveryCord.human(.contusion(peakCompression: 0.65), at: "C5")
    person.advance(days: 60)
    return person
  }

  @Test func trainingActsOnItsOwnTaskOnly() throws {
    let person = try injured()
    let none = ConnectionSupply(segmentCount: person.model.cord.segmentNames.count)
    let before = person.function(nil)
    #expect(before.drive[0].allSatisfy { $0 > 0.02 && $0 < 0.6 })
    let stepping = person.function(none.with(training: [1.4, 1]))
    let reaching = person.function(none.with(training: [1, 1.4]))
    for side in 0..<2 {
      for muscle in 0..<10 {
        let (trained, other) = muscle < 5 ? (reaching, stepping) : (stepping, reaching)
        #expect(abs(trained.drive[side][muscle] - 1.4 * before.drive[side][muscle]) < 1e-12)
        #expect(other.drive[side][muscle] == before.drive[side][muscle])
      }
    }
    #expect(stepping.lightTouch == before.lightTouch && stepping.pinPrick == before.pinPrick)
  }

  @Test func trainingDoesNotActOnNewConnectionsAndStimulationDoes() throws {
    let person = try RecoveryCord.human(.transection(gap: 4), at: "T4")
    person.advance(days: 60)
    let supply = ConnectionSupply.even(person.model.cord, regenerated: 0.1, relayed: 0.05)
    let before = person.function(supply)
    #expect(person.function(supply.with(training: [2, 2])) == before)
    let stimulated = person.function(supply.with(excitability: [1.5, 1]))
    for muscle in 5..<10 {
      #expect(abs(stimulated.drive[0][muscle] - 1.5 * before.drive[0][muscle]) < 1e-12)
    }
  }

  @Test func misdirectedInputLowersDriveInProportion() throws {
    let person = try injured()
    let supply = ConnectionSupply.even(person.model.cord, regenerated: 0.02, detoured: 0.03)
    let before = person.function(supply)
    let loss = person.table["misdirected_disturbance"]
    var last = before
    for misdirected in [0.1, 0.3, 0.7, 1] {
      let state = person.function(supply.with(misdirected: misdirected))
      for side in 0..<2 {
        for muscle in 0..<10 {
          let expected = before.drive[side][muscle] * (1 - loss * misdirected)
          #expect(abs(state.drive[side][muscle] - expected) < 1e-12)
          #expect(state.drive[side][muscle] < last.drive[side][muscle])
        }
      }
      last = state
    }
  }

  /// Partial lesions got worse when axons grew past them astray (lu2012_motor_BDNF): a gain of axons can cost function.
  @Test func moreAxonsThatAreAstrayCanCostFunction() throws {
    let rat = try RecoveryCord.rat(.hemisection(side: .left, gap: 1))
    rat.advance(days: 42)
    let supply = ConnectionSupply.even(rat.model.cord, regenerated: 0.02)
    #expect(rat.locomotion(supply).score.value > rat.locomotion(nil).score.value)
    #expect(rat.locomotion(supply.with(misdirected: 0.8)).score.value < rat.locomotion(nil).score.value)
  }

  @Test func stimulationAndTrainingNeverExceedNormal() throws {
    let person = try injured()
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20 {
      let supply = ConnectionSupply.random(person.model.cord, &random)
      let state = person.function(supply.with(training: [20, 20], excitability: [20, 20]))
      for side in 0..<2 {
        for (drive, shares) in zip(state.drive[side], state.driveShares[side]) {
          #expect(drive <= 1 && abs(shares.total - drive) < 1e-12)
        }
        // The legs' motoneurons are whole, so nothing else holds them back; the arms' pools were hit.
        #expect(state.drive[side][5...].allSatisfy { $0 > 0.9 })
      }
    }
  }
}
