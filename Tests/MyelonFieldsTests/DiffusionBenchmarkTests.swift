import MyelonFields
import Testing

@Suite("Diffusion benchmark")
struct DiffusionBenchmarkTests {
  @Test("Reports the four cases with positive figures")
  func cases() {
    let measured = DiffusionBenchmark.measure(threads: 2, side: 16, repetitions: 1)
    #expect(measured.throughputs.map(\.substances) == [1, 8, 1, 8])
    #expect(measured.throughputs.map(\.isVarying) == [false, false, true, true])
    #expect(measured.bandwidth > 0 && measured.throughputs.allSatisfy { $0.rate > 0 })
    #expect(measured.twoPassLimit == measured.bandwidth / 16)
  }
}
