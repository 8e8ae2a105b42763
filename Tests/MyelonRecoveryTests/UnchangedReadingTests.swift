import MyelonAnatomy
import MyelonLesion
import MyelonRegrowth
import Testing

@testable import MyelonRecovery

/// Without new connections and training a cord reads as it did before they existed, bit for bit.
@Suite struct UnchangedReadingTests {
  private static let mechanisms: [InjuryMechanism] = [
    .contusion(peakCompression: 0), .contusion(peakCompression: 0.5), .hemisection(side: .right, gap: 4),
    .transection(gap: 4),
  ]

  private func expectUnchanged(_ person: RecoveryCord, _ supply: ConnectionSupply?) {
    let earlier = EarlierFunction(person)
    let state = person.function(supply)
    let curve = HumanFunction.Parameters(person.table).motorCurve
    for side in Side.allCases {
      let index = Int(side.rawValue)
      for (muscle, pool) in MotorPool.standard(.human).filter({ $0.keySegment != nil }).enumerated() {
        let drive = earlier.drive(pool, side)
        #expect(state.drive[index][muscle] == drive)
        #expect(state.strength[index][muscle] == curve.response(drive))
      }
      for dermatome in 0..<28 {
        let felt = earlier.sensation(dermatome, side)
        #expect(state.lightTouch[index][dermatome] == felt.touch)
        #expect(state.pinPrick[index][dermatome] == felt.prick)
      }
    }
  }

  @Test(arguments: mechanisms)
  func aPersonsFunctionKeepsItsBits(mechanism: InjuryMechanism) throws {
    for level in ["C5", "T10"] {
      let person = try RecoveryCord.human(mechanism, at: level)
      for day in [0.0, 2, 40] {
        person.advance(days: day)
        expectUnchanged(person, nil)
        expectUnchanged(person, ConnectionSupply(segmentCount: person.model.cord.segmentNames.count))
      }
    }
  }

  @Test(arguments: [
    InjuryMechanism.contusion(peakCompression: 0), .weightDrop(height: 12.5, mass: 10),
    .hemisection(side: .left, gap: 1), .transection(gap: 1),
  ])
  func aRatsScoreKeepsItsBits(mechanism: InjuryMechanism) throws {
    let rat = try RecoveryCord.rat(mechanism)
    for day in [0.0, 2, 40] {
      rat.advance(days: day)
      let (drive, score) = EarlierFunction(rat).locomotion()
      let empty = ConnectionSupply(segmentCount: rat.model.cord.segmentNames.count)
      for supply in [nil, empty] {
        let found = rat.locomotion(supply)
        #expect(found.drive == drive && found.score.value == score, "day \(day)")
      }
    }
  }
}
