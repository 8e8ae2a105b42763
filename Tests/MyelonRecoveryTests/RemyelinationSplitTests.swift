import MyelonAnatomy
import MyelonLesion
import MyelonStimulation
import MyelonTestSupport
import Testing

@testable import MyelonRecovery

/// What conducts is what would conduct without remyelination, and what remyelination adds.
@Suite struct RemyelinationSplitTests {
  /// A rat's cord with myelin and remyelination drawn at random.
  private func patchy(seed: UInt64) throws -> RecoveryCord {
    let rat = try RecoveryCord.rat(.contusion(peakCompression: 0.3))
    var random = SeededGenerator(seed: seed)
    let myelin = rat.model.state.mutableValues(.myelin)
    let repaired = rat.model.state.mutableValues(.remyelination)
    for index in myelin.indices {
      let bare = random.number(in: 0...1) < 0.3 ? Float(random.number(in: 0...1)) : 0
      myelin[index] = 1 - bare
      repaired[index] = bare * Float(random.number(in: 0...1))
    }
    return rat
  }

  /// The twin: the same cord with every remyelinated axon bare.
  @Test(arguments: [0.0, 0.8, 1] as [Float], [1, 2] as [UInt64])
  func theSparedPartIsTheConductionOfTheCordWithoutRemyelination(block: Float, seed: UInt64) throws {
    let rat = try patchy(seed: seed)
    let whole = Conduction(rat.model, block: AxonBlock(constant: block))
    let repaired = rat.model.state.mutableValues(.remyelination)
    for index in repaired.indices { repaired[index] = 0 }
    let bare = Conduction(rat.model, block: AxonBlock(constant: block))
    #expect(zip(whole.sparedShare, whole.share).allSatisfy { $0 >= 0 && $0 <= $1 })
    // Ratio of two factors against the factor itself: a few roundings of Float.
    #expect(zip(whole.sparedShare, bare.share).allSatisfy { abs($0 - $1) <= 4e-7 })
    #expect(bare.sparedShare == bare.share)
    if block > 0 {
      #expect(whole.sparedShare != whole.share)
    } else {
      #expect(whole.sparedShare == whole.share)
    }
  }

  @Test func theDriveOfARemyelinatedCordNamesItsRemyelinatedPart() throws {
    let rat = try patchy(seed: 3)
    let with = rat.locomotion(nil)
    let repaired = rat.model.state.mutableValues(.remyelination)
    for index in repaired.indices { repaired[index] = 0 }
    let without = rat.locomotion(nil)
    #expect(with.shares.remyelinated > 0.001)
    #expect(abs(with.shares.spared - without.drive) < 1e-6)
    #expect(without.shares.remyelinated == 0)
    #expect(abs(with.shares.total - with.drive) < 1e-12)
  }
}
