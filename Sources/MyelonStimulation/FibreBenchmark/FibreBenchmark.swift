import MyelonFields

/// Measured speed of the fibre solver on one core.
///
/// The case is the one that other simulators were timed with: 10 um, 31 nodes (331 compartments), a cathode 1 mm above the
/// middle node in 0.2 S/m, 100 us, bracket of 0.1 %.
public struct FibreBenchmark: Sendable {
  /// Speed of one scheme.
  public struct Speed: Sendable {
    /// The scheme.
    public let scheme: CableScheme
    /// Threshold found, mA.
    public let threshold: Double
    /// Thresholds found per second, making of fibre and circuit included; best of the repetitions.
    public let thresholdRate: Double
    /// Simulations per threshold.
    public let runs: Int
    /// Steps of the whole fibre per second while searching.
    public let stepRate: Double
  }

  /// Compartments of the fibre.
  public let compartments: Int
  /// Backward Euler at 5 us, then the accurate scheme.
  public let speeds: [Speed]

  /// Measures; takes about a second.
  ///
  /// - Parameters:
  ///   - batch: thresholds found in each repetition.
  ///   - repetitions: measurements of each scheme, of which the fastest counts.
  /// - Returns: the measured figures.
  /// - Throws: ``FibreError`` never, as long as the case can be built.
  public static func measure(batch: Int = 20, repetitions: Int = 5) throws(FibreError) -> FibreBenchmark {
    precondition(batch > 0 && repetitions > 0, "The benchmark needs a batch and a repetition")
    let one = try referenceCase()
    var speeds: [Speed] = []
    for scheme in [CableScheme.parity(timeStep: 5), .accurate] {
      let search = ThresholdSearch(scheme: scheme, executor: SlabExecutor(threads: 1))
      let cases = [FibreCase](repeating: one, count: batch)
      var found: [FibreThreshold] = []
      var best = Double.infinity
      for _ in 0...repetitions {
        let clock = ContinuousClock()
        let begin = clock.now
        found = try search.thresholds(of: cases, waveform: .monophasic(width: 100))
        best = min(best, (clock.now - begin) / .seconds(1))
      }
      let steps = found.reduce(0) { $0 + $1.steps }
      speeds.append(
        Speed(
          scheme: scheme, threshold: found[0].amplitude ?? .infinity, thresholdRate: Double(batch) / best,
          runs: found[0].runs, stepRate: Double(steps) / best))
    }
    return FibreBenchmark(compartments: one.fibre.compartmentCount, speeds: speeds)
  }

  private static func referenceCase() throws(FibreError) -> FibreCase {
    let fibre = try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 31)
    let centres = fibre.centres
    let source = centres[fibre.nodeCompartments[15]]
    let potentials = centres.map { centre in
      let along = (centre - source) / 1000
      // 1 mA over S/m and mm is 1000 mV.
      return -1000 / (4 * Double.pi * 0.2 * (1 + along * along).squareRoot())
    }
    return FibreCase(fibre: fibre, potentials: potentials)
  }
}
