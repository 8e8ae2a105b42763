import MyelonFields

/// Finds thresholds of fibres: the least amplitude at which a spike begins and travels.
///
/// Every case is searched by itself: a linear prediction, a bracket that grows until it holds, then bisection; with short steps
/// first at longer ones. A case's result therefore depends on nothing but the case, and is the same for any number of threads and any batch.
public struct ThresholdSearch: Sendable {
  /// Scheme and step in time.
  public var scheme: CableScheme
  /// Relative width of the last bracket; the threshold is its middle.
  public var tolerance: Double
  /// Largest amplitude to be tried, mA.
  public var limit: Double
  /// When a fibre counts as fired.
  public var criterion: SpikeCriterion
  /// Time after the stimulus within which the spike must be seen, us; nil: 3 ms for myelinated fibres, 15 ms for others.
  public var observation: Double?
  /// Whether runs end as soon as their result is certain, rather than after the whole observation.
  public var endsEarly: Bool
  /// Threads.
  public var executor: SlabExecutor

  /// Makes a search.
  ///
  /// - Parameters:
  ///   - scheme: scheme and step in time.
  ///   - tolerance: relative width of the last bracket, 1e-6 to 0.1.
  ///   - limit: largest amplitude to be tried, mA.
  ///   - criterion: when a fibre counts as fired.
  ///   - observation: time after the stimulus, us; nil for what suits the model.
  ///   - endsEarly: whether runs end as soon as their result is certain.
  ///   - executor: threads.
  public init(
    scheme: CableScheme = .accurate, tolerance: Double = 0.001, limit: Double = 100,
    criterion: SpikeCriterion = .travelled(nodes: nil), observation: Double? = nil, endsEarly: Bool = true,
    executor: SlabExecutor = SlabExecutor(threads: 1)
  ) {
    self.scheme = scheme
    self.tolerance = tolerance
    self.limit = limit
    self.criterion = criterion
    self.observation = observation
    self.endsEarly = endsEarly
    self.executor = executor
  }

  /// Thresholds of fibres under one waveform.
  ///
  /// - Parameters:
  ///   - cases: the fibres and their potentials.
  ///   - waveform: course of the current.
  /// - Returns: a threshold a case, in order.
  /// - Throws: ``FibreError`` for the first case, waveform or setting that cannot be.
  public func thresholds(
    of cases: [FibreCase], waveform: StimulusWaveform
  ) throws(FibreError) -> [FibreThreshold] {
    try validate()
    try waveform.validate()
    for one in cases { try one.validate() }
    let tables = SteppingTables(cases.map(\.fibre), scheme: scheme)
    let coarse = scheme.coarse.map { (scheme: $0, tables: SteppingTables(cases.map(\.fibre), scheme: $0)) }
    var results = [FibreThreshold](
      repeating: FibreThreshold(amplitude: nil, runs: 0, steps: 0), count: cases.count)
    results.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      executor.run(slabs: cases.count) { index in
        var start: FibreThreshold?
        if let coarse {
          var rough = self
          rough.scheme = coarse.scheme
          rough.tolerance = max(tolerance, 0.004)
          var trial = ThresholdTrial(cases[index], waveform, rough, coarse.tables)
          start = trial.search(from: nil)
        }
        var trial = ThresholdTrial(cases[index], waveform, self, tables)
        results[index] = trial.search(from: start)
      }
    }
    return results
  }

  /// Threshold of one fibre.
  ///
  /// - Parameters:
  ///   - one: the fibre and its potentials.
  ///   - waveform: course of the current.
  /// - Returns: its threshold.
  /// - Throws: ``FibreError`` when something cannot be.
  public func threshold(of one: FibreCase, waveform: StimulusWaveform) throws(FibreError) -> FibreThreshold {
    try thresholds(of: [one], waveform: waveform)[0]
  }

  /// Threshold of one fibre as a number.
  ///
  /// - Parameters:
  ///   - one: the fibre and its potentials.
  ///   - waveform: course of the current.
  /// - Returns: amplitude, mA.
  /// - Throws: ``FibreError/noThreshold(limit:)`` when none fires the fibre, and what ``threshold(of:waveform:)`` throws.
  public func amplitude(of one: FibreCase, waveform: StimulusWaveform) throws(FibreError) -> Double {
    guard let amplitude = try threshold(of: one, waveform: waveform).amplitude else {
      throw .noThreshold(limit: limit)
    }
    return amplitude
  }

  private func validate() throws(FibreError) {
    try scheme.validate()
    guard (1e-6...0.1).contains(tolerance) else {
      throw .settingOutOfRange(
        name: "tolerance of a threshold", found: tolerance, unit: "", required: "1e-6 to 0.1")
    }
    guard limit > 0, limit.isFinite else {
      throw .settingOutOfRange(
        name: "limit of the amplitude", found: limit, unit: "mA", required: "above 0 and finite")
    }
    if let observation, !(observation > 0 && observation <= 1e7) {
      throw .settingOutOfRange(
        name: "observation after the stimulus", found: observation, unit: "us",
        required: "above 0, at most 10 s")
    }
    if case .arrival(let share) = criterion, !(0...1).contains(share) {
      throw .settingOutOfRange(name: "node of arrival", found: share, unit: "", required: "a share of 0 to 1")
    }
  }
}
