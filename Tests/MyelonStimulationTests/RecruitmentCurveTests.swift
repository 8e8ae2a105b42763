import MyelonStimulation
import MyelonTestSupport
import Testing

@Suite("Recruitment by weighted fibres")
struct RecruitmentCurveTests {
  @Test("A sample is half recruited at its own threshold, and the curve ends half a gap outside")
  func halves() {
    let curve = RecruitmentCurve(weighted: [(2, 1), (1, 1), (4, 2)])
    #expect(curve.share(at: 0.7) == 0)
    #expect(curve.share(at: 1) == 0.125)
    #expect(curve.share(at: 2) == 0.375)
    #expect(curve.share(at: 4) == 0.75)
    #expect(curve.share(at: 5.66) == 1)
    #expect(curve.share(at: 99) == 1)
    #expect(curve.share(at: 0) == 0)
    #expect(curve.amplitude(for: 0.75) == 4)
  }

  @Test("Fibres that no amplitude reached keep the curve below 1; no fibre at all stays silent")
  func unreached() {
    let curve = RecruitmentCurve(weighted: [(1, 1), (nil, 3)])
    #expect(curve.share(at: 100) == 0.25)
    #expect(curve.amplitude(for: 0.5) == nil)
    #expect(RecruitmentCurve.silent.share(at: 5) == 0)
    #expect(RecruitmentCurve(weighted: [(nil, 1)]).share(at: 5) == 0)
  }

  @Test("Shares rise with the amplitude and amplitude is their inverse", arguments: [1, 2, 3] as [UInt64])
  func monotone(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let samples = (0..<40).map { _ -> (threshold: Double?, weight: Double) in
      let threshold = random.number(in: 0...10)
      return (
        random.number(in: 0...1) < 0.1 ? nil : (threshold * 4).rounded() / 4, random.number(in: 0.1...1)
      )
    }
    let curve = RecruitmentCurve(weighted: samples)
    var last = -1.0
    for amplitude in stride(from: 0, through: 12, by: 0.01) {
      let share = curve.share(at: amplitude)
      #expect(share >= last && share <= 1)
      last = share
    }
    for share in [0.05, 0.2, 0.5, 0.8] {
      let amplitude = try #require(curve.amplitude(for: share))
      #expect(abs(curve.share(at: amplitude) - share) < 1e-9 || curve.share(at: amplitude - 1e-9) < share)
    }
  }
}
