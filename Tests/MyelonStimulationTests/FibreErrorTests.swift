import MyelonFields
import Testing

@testable import MyelonStimulation

@Suite("What is refused of fibres")
struct FibreErrorTests {
  static let fibre = Result { try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 9) }

  @Test("Diameters that no model reaches to")
  func diameters() {
    for (model, diameter) in [
      (FibreModel.mrgInterpolated, 1.9), (.mrgInterpolated, 16.1), (.smallMyelinated, 1), (.unmyelinated, 0),
      (.mrgDiscrete, -1), (.mrgDiscrete, .nan),
    ] {
      #expect(throws: FibreError.self) { try NerveFibre.make(model, diameter: diameter, nodeCount: 11) }
    }
    #expect(throws: FibreError.diameterOutOfRange(model: .mrgInterpolated, found: 17, allowed: 2...16)) {
      try NerveFibre.make(.mrgInterpolated, diameter: 17, length: 20)
    }
    let error = FibreError.diameterNotTabulated(found: 9, nearest: 8.7)
    #expect(throws: error) { try NerveFibre.make(.mrgDiscrete, diameter: 9, nodeCount: 11) }
    #expect(error.description.contains("9 um") && error.description.contains("8.7 um"))
  }

  @Test("Fibres of too few nodes, and lengths and temperatures that cannot be")
  func lengths() {
    #expect(throws: FibreError.tooFewNodes(found: 4, required: 5)) {
      try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 4)
    }
    #expect(throws: FibreError.tooFewNodes(found: 2, required: 5)) {
      try NerveFibre.make(.mrgDiscrete, diameter: 10, length: 2)
    }
    for length in [0, -3, Double.infinity, .nan] {
      #expect(throws: FibreError.self) { try NerveFibre.make(.unmyelinated, diameter: 1, length: length) }
    }
    #expect(throws: FibreError.temperatureOutOfRange(found: 60, allowed: 15...45)) {
      try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 9, temperature: 60)
    }
  }

  @Test("Potentials that are missing or not finite")
  func potentials() throws {
    let fibre = try Self.fibre.get()
    let search = ThresholdSearch()
    #expect(throws: FibreError.potentialsMismatch(found: 3, required: 89)) {
      try search.threshold(
        of: FibreCase(fibre: fibre, potentials: [1, 2, 3]), waveform: .monophasic(width: 100))
    }
    var one = FibreReference.pointSource(fibre, distance: 1)
    one.potentials[7] = .infinity
    #expect(throws: FibreError.potentialNotFinite(compartment: 7, found: .infinity)) {
      try search.threshold(of: one, waveform: .monophasic(width: 100))
    }
  }

  @Test("Waveforms that cannot be given")
  func waveforms() throws {
    let one = FibreReference.pointSource(try Self.fibre.get(), distance: 1)
    func refuses(_ waveform: StimulusWaveform, _ error: FibreError) {
      #expect(throws: error) { try ThresholdSearch().threshold(of: one, waveform: waveform) }
    }
    refuses(.monophasic(width: -10), .phaseImpossible(phase: 0, duration: -10, level: 1))
    refuses(.monophasic(width: 0), .waveformEmpty)
    refuses(StimulusWaveform(phases: []), .waveformEmpty)
    var train = StimulusWaveform.monophasic(width: 300)
    train.pulses = 4
    refuses(train, .trainImpossible(pulses: 4, period: nil))
    train.period = 200
    refuses(train, .pulseLongerThanPeriod(pulse: 300, period: 200))
    train.pulses = 0
    refuses(train, .trainImpossible(pulses: 0, period: 200))
  }

  @Test("Settings outside their range")
  func settings() throws {
    let one = FibreReference.pointSource(try Self.fibre.get(), distance: 1)
    let wrong = [
      ThresholdSearch(scheme: .parity(timeStep: 0)), ThresholdSearch(scheme: .secondOrder(timeStep: 50)),
      ThresholdSearch(tolerance: 0), ThresholdSearch(tolerance: 0.5), ThresholdSearch(limit: 0),
      ThresholdSearch(limit: .infinity), ThresholdSearch(criterion: .arrival(share: 1.2)),
      ThresholdSearch(observation: -1),
    ]
    for search in wrong {
      #expect(throws: FibreError.self) { try search.threshold(of: one, waveform: .monophasic(width: 100)) }
    }
    let conduction = try FibreConduction(one.fibre)
    #expect(throws: FibreError.self) { try conduction.transit(from: 2, to: 9) }
    #expect(throws: FibreError.self) { try conduction.arrivals(pulses: 0, period: 1000) }
    #expect(throws: FibreError.self) { try conduction.arrivals(pulses: 2, period: 50) }
    #expect(throws: FibreError.self) { try conduction.velocity(from: 0.5, to: 0.5) }
    #expect(throws: FibreError.self) { try conduction.simulation.run([], duration: -1) }
  }

  @Test("Edits of internodes that are not there or cannot be")
  func edits() throws {
    let fibre = try Self.fibre.get()
    #expect(throws: FibreError.internodesOutOfRange(found: 6..<9, available: 8)) {
      try fibre.demyelinated(6..<9, lamellaeFraction: 0.5)
    }
    #expect(throws: FibreError.self) { try fibre.demyelinated(3..<3, lamellaeFraction: 0.5) }
    #expect(throws: FibreError.self) { try fibre.demyelinated(3..<4, lamellaeFraction: 1.5) }
    #expect(throws: FibreError.self) { try fibre.demyelinated(3..<4, lamellaeFraction: 0.5, paranodalGap: 0) }
    #expect(throws: FibreError.self) { try fibre.remyelinated(3..<4, gRatio: 1, segments: 2) }
    #expect(throws: FibreError.self) { try fibre.remyelinated(3..<4, gRatio: 0.8, segments: 0) }
    // Too short for two attachments and paranodes.
    #expect(throws: FibreError.self) {
      try fibre.remyelinated(3..<4, gRatio: 0.8, segments: 100, sodiumShare: -1)
    }
    var wrong = fibre
    wrong.internodes[2].length = 50
    #expect(throws: FibreError.self) { try wrong.validate() }
    wrong = fibre
    wrong.internodes.removeLast()
    #expect(throws: FibreError.self) { try wrong.validate() }
    let unmyelinated = try NerveFibre.make(.unmyelinated, diameter: 1, length: 1)
    #expect(throws: FibreError.self) { try unmyelinated.demyelinated(0..<1, lamellaeFraction: 0.5) }
  }
}
