import MyelonAnatomy
import MyelonLesion
import Testing

/// Compression that lasts.
@Suite struct DecompressionTests {
  @Test(arguments: Species.allCases)
  func longerCompressionNeverSparesMore(species: Species) throws {
    let test = species == .rat ? try TestCord.rat() : try TestCord.human()
    var last: Outcome?
    for hours in [0, 1, 4, 12, 24, 72] as [Double] {
      let model = try test.model(
        .compression(peakCompression: 0.35, residualCompression: 0.35, decompression: hours))
      model.advance(days: 7)
      let outcome = Outcome(model)
      if let last {
        #expect(outcome.sparedWhite < last.sparedWhite)
        #expect(outcome.neuronsLost > last.neuronsLost)
        #expect(outcome.drive < last.drive)
        #expect(outcome.lesionVolume > last.lesionVolume)
      }
      last = outcome
    }
  }

  @Test func tighterCompressionNeverSparesMore() throws {
    let test = try TestCord.rat()
    var last: Outcome?
    for residual in [0, 0.1, 0.25, 0.4, 0.6] {
      let model = try test.model(
        .compression(peakCompression: 0.35, residualCompression: residual, decompression: 12))
      model.advance(days: 3)
      let outcome = Outcome(model)
      if let last {
        #expect(outcome.sparedWhite < last.sparedWhite && outcome.neuronsLost > last.neuronsLost)
      }
      last = outcome
    }
  }

  /// Ends that are and are not whole steps of the ladder.
  @Test(arguments: [1, 2.5, 1.0 / 3, 7.123, 30])
  func patencyReturnsToOneExactlyAtTheEnd(hours: Double) throws {
    let model = try TestCord.rat(spacing: 0.4).model(
      .compression(peakCompression: 0.35, residualCompression: 0.6, decompression: hours))
    let end = Int((hours * 3600).rounded())
    let lowest = model.state.values(.patency).min() ?? 1
    #expect(lowest < 0.5)
    var stoodAtTheEnd = false
    _ = model.advance(to: end + 86_400) { clock in
      let patency = model.state.values(.patency).min() ?? 0
      if clock.seconds <= end {
        #expect(patency == lowest)
      } else {
        #expect(patency == 1)
      }
      stoodAtTheEnd = stoodAtTheEnd || clock.seconds == end
      return true
    }
    // No step runs over the end, so the flow is back from that second on.
    #expect(stoodAtTheEnd)
  }

  @Test func aClipStopsTheFlowBetweenItsBladesWhileItIsClosed() throws {
    let model = try TestCord.rat().model(.clip(force: 35, duration: 1))
    #expect((model.state.values(.patency).min() ?? 1) < 0.01)
    model.advance(to: 3601)
    #expect(model.state.values(.patency).allSatisfy { $0 == 1 })
  }
}
