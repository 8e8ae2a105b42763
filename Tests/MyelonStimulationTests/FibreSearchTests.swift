import MyelonFields
import MyelonTestSupport
import Testing

@testable import MyelonStimulation

@Suite("Searching thresholds")
struct FibreSearchTests {
  @Test("A threshold depends on no thread, batch or neighbour")
  func independence() throws {
    var cases: [FibreCase] = []
    for (index, diameter) in [4.0, 9, 12.5, 15].enumerated() {
      let fibre = try NerveFibre.make(.mrgInterpolated, diameter: diameter, nodeCount: 21 + 3 * index)
      cases.append(FibreReference.pointSource(fibre, distance: 0.7 + 0.3 * Double(index)))
    }
    let thin = try NerveFibre.make(.unmyelinated, diameter: 1, length: 3)
    cases.append(FibreReference.pointSource(thin, distance: 0.2))
    let waveform = StimulusWaveform.monophasic(width: 200)
    let batch = try ThresholdSearch(executor: SlabExecutor(threads: 3)).thresholds(
      of: cases, waveform: waveform)
    for (one, threshold) in zip(cases, batch) {
      #expect(try ThresholdSearch().threshold(of: one, waveform: waveform) == threshold)
      #expect(threshold.fires)
    }
    let reversed = try ThresholdSearch().thresholds(of: cases.reversed(), waveform: waveform)
    #expect(reversed == batch.reversed())
  }

  @Test("A mirrored field has the mirrored spike and the same threshold")
  func mirror() throws {
    let fibre = try NerveFibre.make(.mrgDiscrete, diameter: 8.7, nodeCount: 25)
    let one = FibreReference.pointSource(fibre, distance: 0.8, offset: 3300)
    let mirrored = FibreCase(fibre: fibre, potentials: one.potentials.reversed())
    let search = ThresholdSearch()
    let left = try search.threshold(of: one, waveform: .monophasic(width: 100))
    let right = try search.threshold(of: mirrored, waveform: .monophasic(width: 100))
    let amplitudes = (try #require(left.amplitude), try #require(right.amplitude))
    #expect(abs(amplitudes.0 / amplitudes.1 - 1) < 1e-9)
    #expect(24 - (try #require(left.node)) == right.node)
  }

  @Test("Nearer fibres and longer pulses need less current; the spike begins below the cathode")
  func order() throws {
    let fibre = try NerveFibre.make(.mrgInterpolated, diameter: 11, nodeCount: 31)
    let search = ThresholdSearch()
    var last = 0.0
    for distance in [0.5, 1, 2, 4] {
      let one = FibreReference.pointSource(fibre, distance: distance)
      let short = try search.threshold(of: one, waveform: .monophasic(width: 100))
      let long = try search.threshold(of: one, waveform: .monophasic(width: 300))
      let amplitude = try #require(short.amplitude)
      #expect(amplitude > last)
      #expect(try #require(long.amplitude) < amplitude)
      #expect(abs(15 - (try #require(short.node))) <= 1)
      #expect(try #require(short.time) > 0)
      last = amplitude
    }
  }

  @Test("No threshold above the limit, and the limit decides")
  func limit() throws {
    let fibre = try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 31)
    let one = FibreReference.pointSource(fibre, distance: 1)
    let waveform = StimulusWaveform.monophasic(width: 100)
    for scheme in [CableScheme.parity(timeStep: 5), .accurate] {
      let threshold = try ThresholdSearch(scheme: scheme).amplitude(of: one, waveform: waveform)
      for (share, fires) in [(0.9, false), (0.99, false), (1.01, true), (20, true)] {
        let search = ThresholdSearch(scheme: scheme, limit: share * threshold)
        #expect(try search.threshold(of: one, waveform: waveform).fires == fires, "\(share)")
      }
    }
    #expect(throws: FibreError.noThreshold(limit: 0.01)) {
      try ThresholdSearch(limit: 0.01).amplitude(of: one, waveform: waveform)
    }
    let flat = FibreCase(fibre: fibre, potentials: [Double](repeating: 3, count: fibre.compartmentCount))
    #expect(try ThresholdSearch().threshold(of: flat, waveform: waveform).amplitude == nil)
  }

  @Test("A search that begins above the upper block still finds the lowest amplitude that fires")
  func block() throws {
    // Near by, the anodal flanks of a strong cathode hold the spike back: 16 thresholds leave the ends silent.
    let fibre = try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 61)
    let one = FibreReference.pointSource(fibre, distance: 0.5)
    let waveform = StimulusWaveform.monophasic(width: 200)
    let search = ThresholdSearch(scheme: .parity(timeStep: 5))
    let threshold = try search.amplitude(of: one, waveform: waveform)
    let simulation = try FibreSimulation(fibre, scheme: search.scheme)
    func spikes(_ amplitude: Double) throws -> Int {
      try simulation.run(
        [.field(potentials: one.potentials, amplitude: amplitude, waveform: waveform, start: 0)],
        duration: 3200
      ).arrivals(at: 54).count
    }
    #expect(try spikes(0.995 * threshold) == 0)
    #expect(try spikes(1.005 * threshold) == 1)
    #expect(try spikes(16 * threshold) == 0)
    for factor in [16.0, 30] {
      var trial = ThresholdTrial(one, waveform, search, SteppingTables([fibre], scheme: search.scheme))
      let found = trial.search(from: FibreThreshold(amplitude: factor * threshold, runs: 0, steps: 0))
      #expect(abs((try #require(found.amplitude)) / threshold - 1) < 0.001)
    }
  }

  @Test("Recruitment counts weights, ties and fibres that never fire")
  func recruitment() {
    func threshold(_ amplitude: Double?) -> FibreThreshold {
      FibreThreshold(amplitude: amplitude, runs: 0, steps: 0)
    }
    let curve = Recruitment(
      [threshold(2), threshold(nil), threshold(1), threshold(2)], weights: [1, 2, 3, 4])
    #expect(curve.share(at: 0.5) == 0)
    #expect(curve.share(at: 1) == 0.3)
    #expect(curve.share(at: 2) == 0.8)
    #expect(curve.share(at: 100) == 0.8)
    #expect(curve.amplitude(firing: 0.3) == 1)
    #expect(curve.amplitude(firing: 0.5) == 2)
    #expect(curve.amplitude(firing: 0.81) == nil)
    #expect(Recruitment([]).share(at: 1) == 0)
  }

  @Test("A sampled path gives the potentials of its points")
  func path() throws {
    struct Ramp: PotentialSource {
      func potential(at point: SIMD3<Double>) -> Double { 2 * point.x + 10 * point.z }
    }
    let fibre = try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 7)
    let path = FibrePath([[1, 0, 0], [1, 0, 20]])
    let one = FibreCase(fibre: fibre, field: Ramp(), path: path, start: 2, share: -1)
    for (centre, potential) in zip(fibre.centres, one.potentials) {
      #expect(abs(potential + 2 + 10 * (2 + centre / 1000)) < 1e-9)
    }
  }
}
