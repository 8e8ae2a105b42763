import MyelonFields
import Testing

@testable import MyelonStimulation

@Suite("Fibre thresholds against reference runs at the same step")
struct FibreThresholdTests {
  /// The rule of the reference runs.
  static func parity(_ step: Double = 5) -> ThresholdSearch {
    ThresholdSearch(scheme: .parity(timeStep: step), criterion: .arrival(share: 0.9))
  }

  @Test(
    "All thresholds of the grids agree to 0.3 %", .enabled(if: FibreReference.isPresent),
    arguments: [
      "thresholds_mrg_discrete_dt5us.csv", "thresholds_mrg_interpolation_dt5us.csv",
      "thresholds_mrg_discrete_dt1us.csv",
    ])
  func grids(_ name: String) throws {
    for row in try FibreReference.rows(name) {
      let fibre = try NerveFibre.make(
        try FibreReference.model(row["model"] ?? ""), diameter: row.number("diameter_um"),
        nodeCount: Int(row.number("n_nodes")))
      let one = FibreReference.pointSource(fibre, distance: row.number("distance_mm"))
      let found = try Self.parity(row.number("dt_us")).amplitude(
        of: one, waveform: .monophasic(width: row.number("pw_us")))
      #expect(abs(found / row.number("threshold_mA") - 1) < 0.003, "\(row): \(found)")
    }
  }

  /// Runs of NEURON 9.0.2 with PyFibers 0.13.0: 31 nodes (thin fibre 61), point cathode over the middle node, 0.2 S/m, 37 degrees.
  struct Row: Sendable {
    var model: FibreModel
    var diameter: Double
    var distance: Double
    var width: Double
    var step: Double
    var threshold: Double
  }

  static let rows: [Row] = [
    Row(model: .mrgDiscrete, diameter: 5.7, distance: 1, width: 50, step: 5, threshold: 0.344385),
    Row(model: .mrgDiscrete, diameter: 5.7, distance: 2, width: 400, step: 5, threshold: 0.314957),
    Row(model: .mrgDiscrete, diameter: 7.3, distance: 1, width: 100, step: 5, threshold: 0.158425),
    Row(model: .mrgDiscrete, diameter: 8.7, distance: 2, width: 100, step: 5, threshold: 0.436422),
    Row(model: .mrgDiscrete, diameter: 10, distance: 1, width: 100, step: 5, threshold: 0.121988),
    Row(model: .mrgDiscrete, diameter: 10, distance: 1, width: 20, step: 5, threshold: 0.343799),
    Row(model: .mrgDiscrete, diameter: 10, distance: 0.3, width: 100, step: 5, threshold: 0.023740),
    Row(model: .mrgDiscrete, diameter: 10, distance: 1, width: 200, step: 1, threshold: 0.081065),
    Row(model: .mrgDiscrete, diameter: 16, distance: 1, width: 5000, step: 5, threshold: 0.043602),
    Row(model: .mrgInterpolated, diameter: 5.7, distance: 2, width: 50, step: 5, threshold: 1.367963),
    Row(model: .mrgInterpolated, diameter: 8.7, distance: 1, width: 400, step: 5, threshold: 0.065665),
    Row(model: .mrgInterpolated, diameter: 10, distance: 2, width: 100, step: 5, threshold: 0.387931),
    Row(model: .smallMyelinated, diameter: 1.5, distance: 1, width: 100, step: 5, threshold: 2.670667),
    Row(model: .smallMyelinated, diameter: 3, distance: 1, width: 1000, step: 5, threshold: 0.186003),
  ]

  @Test("A choice of their thresholds stands here", arguments: rows)
  func fixed(_ row: Row) throws {
    let fibre = try NerveFibre.make(
      row.model, diameter: row.diameter, nodeCount: row.model == .smallMyelinated ? 61 : 31)
    let one = FibreReference.pointSource(fibre, distance: row.distance)
    let found = try Self.parity(row.step).amplitude(of: one, waveform: .monophasic(width: row.width))
    #expect(abs(found / row.threshold - 1) < 0.003, "\(row): \(found)")
  }

  @Test("Offsets, anodes, biphasic pulses and anisotropic tissue")
  func variants() throws {
    let fibre = try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 31)
    let white = SIMD3(0.083, 0.083, 0.6)
    let short = StimulusWaveform.monophasic(width: 100)
    let variants: [(FibreCase, StimulusWaveform, Double)] = [
      (FibreReference.pointSource(fibre, distance: 1, offset: 575), short, 0.146419),
      (FibreReference.pointSource(fibre, distance: 1, offset: 287.5), short, 0.131006),
      (FibreReference.pointSource(fibre, distance: 1, sign: 1), short, 0.610254),
      (FibreReference.pointSource(fibre, distance: 1), .symmetricBiphasic(width: 200), 0.087402),
      (FibreReference.pointSource(fibre, distance: 1), .symmetricBiphasic(width: 200, gap: 50), 0.083952),
      (FibreReference.pointSource(fibre, distance: 1, conductivity: white), short, 0.270154),
    ]
    for (one, waveform, threshold) in variants {
      let found = try Self.parity().amplitude(of: one, waveform: waveform)
      #expect(abs(found / threshold - 1) < 0.003, "\(threshold): \(found)")
    }
  }

  @Test("Strength-duration curve, rheobase, chronaxie by definition and Weiss's fit")
  func strengthDuration() throws {
    let fibre = try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 31)
    let curve = try StrengthDuration.measure(
      FibreReference.pointSource(fibre, distance: 1), search: Self.parity())
    for (width, threshold) in [(20.0, 0.343799), (100, 0.122019), (400, 0.060501), (5000, 0.048523)] {
      let point = try #require(curve.points.first { $0.width == width })
      #expect(abs(point.threshold / threshold - 1) < 0.003)
    }
    #expect(abs(curve.rheobase / 0.048523 - 1) < 0.003)
    #expect(abs(curve.chronaxie / 146.9 - 1) < 0.01)
    let weiss = try #require(curve.weiss)
    #expect(abs(weiss.rheobase / 0.042233 - 1) < 0.02)
    #expect(abs(weiss.chronaxie / 174.2 - 1) < 0.04)
  }

  @Test("Weiss's fit finds the law that made the points")
  func weiss() throws {
    let points = [30.0, 100, 300, 900].map {
      StrengthDuration.Point(width: $0, threshold: 0.05 * (1 + 150 / $0))
    }
    let fit = try #require(StrengthDuration(points: points, rheobase: 0.05, chronaxie: 150).weiss)
    #expect(abs(fit.rheobase - 0.05) < 1e-12 && abs(fit.chronaxie - 150) < 1e-9)
  }

  @Test("Ending runs early changes no threshold", arguments: [CableScheme.parity(timeStep: 5), .accurate])
  func endsEarly(_ scheme: CableScheme) throws {
    for (model, diameter) in [(FibreModel.mrgDiscrete, 16.0), (.mrgInterpolated, 8), (.smallMyelinated, 2)] {
      let fibre = try NerveFibre.make(model, diameter: diameter, nodeCount: 41)
      for sign in [-1.0, 1] {
        let one = FibreReference.pointSource(fibre, distance: 1.5, offset: 100, sign: sign)
        for waveform in [StimulusWaveform.monophasic(width: 60), .symmetricBiphasic(width: 300)] {
          var search = ThresholdSearch(scheme: scheme)
          let early = try search.amplitude(of: one, waveform: waveform)
          search.endsEarly = false
          #expect(try search.amplitude(of: one, waveform: waveform) == early)
        }
      }
    }
  }

  @Test("Ending runs early changes no threshold of an unmyelinated fibre")
  func endsEarlyUnmyelinated() throws {
    for model in [FibreModel.unmyelinated, .unmyelinatedSquid] {
      let fibre = try NerveFibre.make(model, diameter: 0.8, length: 3)
      let one = FibreReference.pointSource(fibre, distance: 0.4)
      var search = ThresholdSearch(scheme: .parity(timeStep: 5))
      let early = try search.amplitude(of: one, waveform: .monophasic(width: 300))
      search.endsEarly = false
      #expect(try search.amplitude(of: one, waveform: .monophasic(width: 300)) == early)
    }
  }

  @Test("The accurate scheme is within 0.3 % of the converged threshold for 50 us and more, 20 us included")
  func accurate() throws {
    for diameter in [5.7, 16] {
      let fibre = try NerveFibre.make(.mrgDiscrete, diameter: diameter, nodeCount: 31)
      let one = FibreReference.pointSource(fibre, distance: 1)
      for (width, allowed) in [(20.0, 0.003), (50, 0.001), (200, 0.0005)] {
        let waveform = StimulusWaveform.monophasic(width: width)
        func threshold(_ scheme: CableScheme) throws -> Double {
          try ThresholdSearch(scheme: scheme, tolerance: 5e-5).amplitude(of: one, waveform: waveform)
        }
        let converged = try threshold(.secondOrder(timeStep: 0.25))
        let error = try threshold(.accurate) / converged - 1
        #expect(abs(error) < allowed, "\(diameter) um, \(width) us: \(error)")
      }
    }
  }
}
