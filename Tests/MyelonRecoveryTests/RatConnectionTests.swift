import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonRandom
import MyelonRegrowth
import MyelonTestSupport
import Testing

@testable import MyelonRecovery

/// Locomotion and reaching of rats from old and new connections.
@Suite struct RatConnectionTests {
  @Test func anIntactRatReachesAsBeforeAndATransectedOneNotAtAll() throws {
    let intact = try RecoveryCord.cervicalRat(.contusion(peakCompression: 0))
    #expect(intact.reaching(nil).success == 100 && intact.reaching(nil).drive == 1)
    let cut = try RecoveryCord.cervicalRat(.transection(gap: 1))
    let none = ConnectionSupply(segmentCount: cut.model.cord.segmentNames.count)
    for day in [0.0, 28, 120] {
      cut.advance(days: day)
      let trained = none.with(training: [3, 3], excitability: [3, 3])
      #expect(cut.reaching(trained).success == 0 && cut.reaching(trained).drive == 0)
      let walked = cut.locomotion(trained)
      #expect(walked.drive == 0 && walked.score == cut.locomotion(nil).score)
      #expect(walked.shares == .none && walked.contributions.scores[0].points == .none)
    }
  }

  /// Reaching follows the corticospinal fibres, stepping hardly (skilled_reach_CST).
  @Test func losingTheCorticospinalFibresCostsReachingAndSparesStepping() throws {
    let rat = try RecoveryCord.cervicalRat(.contusion(peakCompression: 0))
    rat.advance(days: 42)
    let axons = rat.model.state.mutableValues(.axons)
    let bundles = rat.model.cord.bundles
    for bundle in 0..<bundles.count where bundles.tract[bundle] == .dorsalCorticospinal {
      axons[bundles.voxel(of: bundle, inSlice: bundles.sliceCount / 2)] = 0
    }
    let (reached, walked) = (rat.reaching(nil), rat.locomotion(nil))
    #expect(reached.success > 15 && reached.success < 60, "\(reached.success)")
    #expect(walked.score.value > 20)
    #expect(abs(reached.drive - (1 - rat.table["reach_weight_corticospinal"])) < 0.02)
  }

  @Test func aHemisectionCostsItsOwnSide() throws {
    let thoracic = try RecoveryCord.rat(.hemisection(side: .left, gap: 1))
    thoracic.advance(days: 42)
    let walked = thoracic.locomotion(nil)
    #expect(
      walked.sideScores[1].value < walked.score.value && walked.score.value < walked.sideScores[0].value)
    #expect(abs(walked.sideShares[0].total + walked.sideShares[1].total - 2 * walked.drive) < 1e-9)
    // The cut side has what crosses of two groups of the other side, and no more.
    let table = thoracic.table
    let crossing =
      table["bbb_crossing"] * (table["bbb_weight_reticulospinal"] + table["bbb_weight_propriospinal"])
    #expect(walked.sideShares[1].total > 0.8 * crossing && walked.sideShares[1].total <= crossing + 1e-9)
    let cervical = try RecoveryCord.cervicalRat(.hemisection(side: .right, gap: 1))
    cervical.advance(days: 42)
    let reached = cervical.reaching(nil)
    #expect(reached.sides[0] < 10 && reached.sides[1] > 90, "\(reached.sides)")
    #expect(reached.success == (reached.sides[0] + reached.sides[1]) / 2)
  }

  @Test(arguments: [Side.right, .left])
  func whatHasRegrownOnOneSideMovesThatSideOnly(side: Side) throws {
    let rat = try RecoveryCord.cervicalRat(.transection(gap: 1))
    rat.advance(days: 42)
    let supply = ConnectionSupply.even(rat.model.cord, regenerated: 0.3, relayed: 0.1, sides: [side])
    let (own, other) = (Int(side.rawValue), Int(side.opposite.rawValue))
    let (walked, reached) = (rat.locomotion(supply), rat.reaching(supply))
    #expect(walked.sideShares[own].regenerated > 0.2 && walked.sideShares[other] == .none)
    #expect(walked.sideScores[own].value > walked.sideScores[other].value + 5)
    #expect(walked.sideScores[other] == rat.locomotion(nil).sideScores[other])
    #expect(reached.sides[own] > 20 && reached.sides[other] == 0)
  }

  @Test func trainingOfReachingDoesNotHelpSteppingNorTheOtherWayRound() throws {
    let rat = try RecoveryCord.cervicalRat(.contusion(peakCompression: 0.3))
    rat.advance(days: 42)
    let none = ConnectionSupply(segmentCount: rat.model.cord.segmentNames.count)
    let (walked, reached) = (rat.locomotion(nil), rat.reaching(nil))
    #expect(reached.success > 0 && reached.success < 95, "\(reached.success)")
    let reaching = none.with(training: [1, 1.3])
    #expect(rat.locomotion(reaching) == walked)
    #expect(rat.reaching(reaching).success > reached.success)
    let stepping = none.with(training: [1.3, 1])
    #expect(rat.reaching(stepping) == reached)
    #expect(rat.locomotion(stepping).score.value > walked.score.value)
  }

  @Test func partsAndPointsAddUpOverRandomSupplies() throws {
    var random = SeededGenerator(seed: 21)
    for mechanism in [InjuryMechanism.transection(gap: 1), .contusion(peakCompression: 0.4)] {
      let rat = try RecoveryCord.cervicalRat(mechanism)
      for day in [0.0, 3, 42] {
        rat.advance(days: day)
        for _ in 0..<10 {
          let supply = ConnectionSupply.random(rat.model.cord, &random).with(
            training: [random.number(in: 1...2), random.number(in: 1...2)],
            excitability: [random.number(in: 1...2), random.number(in: 1...2)],
            misdirected: random.number(in: 0...1))
          expectAdded(rat, supply)
        }
      }
    }
  }

  private func expectAdded(_ rat: RecoveryCord, _ supply: ConnectionSupply) {
    let (walked, reached) = (rat.locomotion(supply), rat.reaching(supply))
    #expect(abs(walked.shares.total - walked.drive) < 1e-12)
    #expect(abs(reached.shares.total - reached.drive) < 1e-12)
    for score in walked.contributions.scores + [reached.attribution] {
      #expect(PathwaySource.allCases.allSatisfy { score.points[$0] >= -1e-12 })
    }
    #expect(abs(walked.contributions.scores[0].score - walked.score.value) < 1e-9)
    #expect(abs(reached.attribution.score - reached.success) < 1e-9)
    // Without the new connections nothing is better; shock does not hide what they add.
    let old = ConnectionSupply(segmentCount: supply.segmentCount).with(
      training: supply.trainingGain, excitability: supply.excitability,
      misdirected: supply.misdirected[0][0])
    let (less, fewer) = (rat.locomotion(old), rat.reaching(old))
    #expect(less.score.value <= walked.score.value + 1e-12)
    #expect(fewer.success <= reached.success + 1e-9)
  }

  /// A thoracic injury cannot be crossed on the way to the forelimbs, so reaching owes nothing to any connection.
  @Test func reachingAboveTheInjuryIsABaseline() throws {
    let rat = try RecoveryCord.rat(.transection(gap: 1))
    rat.advance(days: 42)
    let reached = rat.reaching(.even(rat.model.cord, regenerated: 0.2))
    #expect(reached.success == 100 && reached.attribution.baseline == 100)
    #expect(reached.attribution.points == .none)
  }

  @Test func numbersByNameHoldEveryPartOnce() throws {
    let person = try RecoveryCord.human(.transection(gap: 4), at: "T4")
    person.advance(days: 30)
    let supply = ConnectionSupply.even(person.model.cord, regenerated: 0.1, relayed: 0.2)
    let state = person.function(supply)
    let details = state.contributions.details
    #expect(details.count == 5 * (3 + 3) + 3)
    #expect(details["drive_relayed"] == state.contributions.motorDrive.relayed)
    let parts = PathwaySource.allCases.compactMap { details["motor_score_from_\($0.rawValue)"] }
    let baseline = try #require(details["motor_score_without_connections"])
    #expect(parts.count == 5)
    #expect(abs(baseline + parts.reduce(0, +) - RecoveryCord.motorScore(state)) < 1e-9)
  }
}
