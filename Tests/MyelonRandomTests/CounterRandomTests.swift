import MyelonRandom
import Testing

/// The generator against the known answers of its authors, Random123 1.14, `kat_vectors`, philox4x32 10 rounds.
@Suite struct CounterRandomTests {
  struct KnownAnswer: Sendable {
    let counter: SIMD4<UInt32>
    let key: SIMD2<UInt32>
    let words: SIMD4<UInt32>
  }

  static let answers = [
    KnownAnswer(
      counter: .zero, key: .zero, words: SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)),
    KnownAnswer(
      counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max),
      words: SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)),
    KnownAnswer(
      counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
      key: SIMD2(0xa409_3822, 0x299f_31d0),
      words: SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)),
  ]

  @Test(arguments: answers)
  func theAuthorsKnownAnswersAreMet(answer: KnownAnswer) {
    #expect(CounterRandom.words(counter: answer.counter, key: answer.key) == answer.words)
  }

  @Test func oneBitOfTheCounterChangesHalfOfTheWords() {
    var changed = 0
    for bit in 0..<128 {
      var counter = SIMD4<UInt32>(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344)
      let key = SIMD2<UInt32>(17, 4)
      let before = CounterRandom.words(counter: counter, key: key)
      counter[bit / 32] ^= 1 << UInt32(bit % 32)
      let difference = before ^ CounterRandom.words(counter: counter, key: key)
      changed += (0..<4).reduce(0) { $0 + difference[$1].nonzeroBitCount }
    }
    // 128 x 128 fair bits: mean one half, standard deviation 0.0039; five of them.
    #expect(abs(Double(changed) / (128 * 128) - 0.5) < 0.02)
  }
}
