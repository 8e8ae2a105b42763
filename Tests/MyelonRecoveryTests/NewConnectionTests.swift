import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonRegrowth
import MyelonTestSupport
import Testing

@testable import MyelonRecovery

/// What new connections do to a person's function.
@Suite struct NewConnectionTests {
  /// No connection, no function: neither training nor stimulation makes any.
  @Test func nothingComesOfNothing() throws {
    let person = try RecoveryCord.human(.transection(gap: 4), at: "T4")
    let none = ConnectionSupply(segmentCount: person.model.cord.segmentNames.count)
    for day in [0.0, 28, 200] {
      person.advance(days: day)
      let trained = person.function(none.with(training: [3, 3], excitability: [4, 4]))
      #expect(trained == person.function(nil))
      for side in 0..<2 {
        #expect(trained.drive[side][5...].allSatisfy { $0 == 0 })
        #expect(trained.strength[side][5...].allSatisfy { $0 == 0 })
        #expect(trained.driveShares[side][5...].allSatisfy { $0 == .none })
      }
      #expect(trained.contributions.motorDrive == .none)
      #expect(trained.contributions.points(of: "motor_score")?.points == PathwayShares.none)
      #expect(trained.contributions.points(of: "motor_score")?.baseline == 50)
    }
  }

  /// A transection with a supply: drive is the supply itself, without shock and without plasticity.
  @Test func newConnectionsAddWhatTheyCarry() throws {
    let person = try RecoveryCord.human(.transection(gap: 4), at: "T4")
    let cord = person.model.cord
    for day in [1.0, 200] {
      person.advance(days: day)
      let state = person.function(.even(cord, regenerated: 0.05, relayed: 0.1, detoured: 0.02))
      for side in 0..<2 {
        for muscle in 5..<10 {
          #expect(abs(state.drive[side][muscle] - 0.17) < 1e-12)
          let shares = state.driveShares[side][muscle]
          #expect(abs(shares.regenerated - 0.05) < 1e-12 && abs(shares.relayed - 0.1) < 1e-12)
          #expect(abs(shares.detoured - 0.02) < 1e-12 && shares.spared == 0 && shares.remyelinated == 0)
        }
        // Muscles above the injury have their full drive and stay there.
        #expect(state.drive[side][..<5] == person.function(nil).drive[side][..<5])
      }
    }
  }

  @Test func partsAddUpToDriveSensationAndScoreOverRandomSupplies() throws {
    var random = SeededGenerator(seed: 11)
    for mechanism in [InjuryMechanism.transection(gap: 4), .contusion(peakCompression: 0.5)] {
      let person = try RecoveryCord.human(mechanism, at: "C7")
      person.advance(days: 20)
      for _ in 0..<20 {
        let supply = ConnectionSupply.random(person.model.cord, &random).with(
          training: [random.number(in: 1...2), random.number(in: 1...2)],
          excitability: [random.number(in: 1...2), random.number(in: 1...2)],
          misdirected: random.number(in: 0...1))
        let state = person.function(supply)
        for side in 0..<2 {
          for (drive, shares) in zip(state.drive[side], state.driveShares[side]) {
            #expect(drive >= 0 && drive <= 1 && abs(shares.total - drive) < 1e-12)
          }
          #expect((state.lightTouch[side] + state.pinPrick[side]).allSatisfy { (0...1).contains($0) })
        }
        let score = try #require(state.contributions.points(of: "motor_score"))
        #expect(abs(score.score - RecoveryCord.motorScore(state)) < 1e-9)
        let touch = try #require(state.contributions.points(of: "light_touch_score"))
        #expect(abs(touch.score - state.lightTouch.reduce(0) { $0 + $1.reduce(0) { $0 + 2 * $1 } }) < 1e-9)
        let prick = try #require(state.contributions.points(of: "pin_prick_score"))
        #expect(abs(prick.score - state.pinPrick.reduce(0) { $0 + $1.reduce(0) { $0 + 2 * $1 } }) < 1e-9)
        for found in [score, touch, prick] {
          #expect(PathwaySource.allCases.allSatisfy { found.points[$0] >= 0 })
        }
      }
    }
  }

  /// A muscle whose pool reaches into the injured segment is not part of the baseline.
  @Test func pointsGainedAtTheInjuredSegmentAreCredited() throws {
    let person = try RecoveryCord.human(.transection(gap: 4), at: "C6")
    person.advance(days: 30)
    let score = try #require(person.function(nil).contributions.points(of: "motor_score"))
    // No key muscle lies wholly above C6: the biceps has a share there.
    #expect(score.baseline == 0 && score.points.spared > 0 && score.points.regenerated == 0)
    let grown = person.function(.even(person.model.cord, regenerated: 0.1))
    let points = try #require(grown.contributions.points(of: "motor_score"))
    #expect(abs(points.points.regenerated - (points.score - score.score)) < 0.5)
    #expect(points.points.regenerated > 20)
  }

  /// More of any connection never lowers anything.
  @Test func functionNeverFallsWithMoreConnections() throws {
    var random = SeededGenerator(seed: 12)
    let person = try RecoveryCord.human(.contusion(peakCompression: 0.6), at: "C5")
    person.advance(days: 10)
    for _ in 0..<20 {
      let less = ConnectionSupply.random(person.model.cord, &random)
      var more = less
      let extra = ConnectionSupply.random(person.model.cord, &random)
      for side in 0..<2 {
        for segment in 0..<less.segmentCount {
          for tract in 0..<Tract.count {
            more.descending[tract][side][segment] += extra.descending[tract][side][segment]
          }
          more.relays[side][segment].relayed += extra.relays[side][segment].relayed
          more.relays[side][segment].detoured += extra.relays[side][segment].detoured
          for modality in 0..<2 {
            more.ascending[modality][side][segment].regenerated +=
              extra.ascending[modality][side][segment].regenerated
          }
        }
      }
      let (low, high) = (person.function(less), person.function(more))
      for side in 0..<2 {
        #expect(zip(low.drive[side], high.drive[side]).allSatisfy { $0 <= $1 + 1e-15 })
        #expect(zip(low.lightTouch[side], high.lightTouch[side]).allSatisfy { $0 <= $1 + 1e-15 })
        #expect(zip(low.pinPrick[side], high.pinPrick[side]).allSatisfy { $0 <= $1 + 1e-15 })
      }
      #expect(high.drive != low.drive)
    }
  }

  @Test(arguments: [Side.right, .left])
  func anAxonThatHasRegrownOnOneSideMovesThatSideOnly(side: Side) throws {
    let person = try RecoveryCord.human(.transection(gap: 4), at: "T4")
    person.advance(days: 60)
    var supply = ConnectionSupply(segmentCount: person.model.cord.segmentNames.count)
    for segment in 0..<supply.segmentCount {
      supply.descending[Int(Tract.lateralCorticospinal.rawValue)][Int(side.rawValue)][segment] = 0.2
    }
    let state = person.function(supply)
    let (own, other) = (Int(side.rawValue), Int(side.opposite.rawValue))
    let weight = person.table["weight_lateral_corticospinal"]
    #expect(state.drive[own][5...].allSatisfy { abs($0 - 0.2 * weight) < 1e-12 })
    #expect(state.drive[other][5...].allSatisfy { $0 == 0 })
    // Nothing ascends in it.
    #expect(state.lightTouch == person.function(nil).lightTouch)
    #expect(state.pinPrick == person.function(nil).pinPrick)
  }

  /// Dorsal columns serve touch of their own side; the spinothalamic tract pin prick of the other.
  @Test func ascendingConnectionsServeTheirSideAndModality() throws {
    let person = try RecoveryCord.human(.transection(gap: 4), at: "T4")
    person.advance(days: 60)
    let before = person.function(nil)
    let none = ConnectionSupply(segmentCount: person.model.cord.segmentNames.count)
    for modality in 0..<2 {
      var supply = none
      for segment in 0..<supply.segmentCount {
        supply.ascending[modality][0][segment] = .init(regenerated: 0.3, relayed: 0.1)
      }
      let state = person.function(supply)
      #expect(state.drive == before.drive)
      // Dermatome 20 is L2.
      let gains = (0..<2).map { side in
        (
          touch: state.lightTouch[side][20] - before.lightTouch[side][20],
          prick: state.pinPrick[side][20] - before.pinPrick[side][20]
        )
      }
      if modality == 0 {
        #expect(gains[0].touch > 0.1 && gains[1].touch == 0 && gains[0].prick == 0 && gains[1].prick == 0)
      } else {
        #expect(gains[1].prick > 0.1 && gains[1].touch > 0 && gains[0].prick == 0 && gains[0].touch == 0)
      }
      #expect(state.contributions.motorDrive == .none)
      let parts = try #require(modality == 0 ? state.contributions.lightTouch : state.contributions.pinPrick)
      #expect(abs(parts.regenerated - 3 * parts.relayed) < 1e-12 && parts.regenerated > 0)
    }
  }

  /// One segment's supply reaches the muscles whose pool lies there, by the pool's share.
  @Test func aSegmentsSupplyReachesItsOwnPools() throws {
    let person = try RecoveryCord.human(.transection(gap: 4), at: "T4")
    person.advance(days: 1)
    let cord = person.model.cord
    var supply = ConnectionSupply(segmentCount: cord.segmentNames.count)
    let segment = try #require(cord.segmentNames.firstIndex(of: "L3"))
    supply.relays[0][segment] = .init(relayed: 0.5)
    let state = person.function(supply)
    for (muscle, pool) in MotorPool.standard(.human).filter({ $0.keySegment != nil }).enumerated()
    where muscle >= 5 {
      #expect(abs(state.drive[0][muscle] - 0.5 * pool.weight(inSegment: "L3")) < 1e-12)
    }
  }
}
