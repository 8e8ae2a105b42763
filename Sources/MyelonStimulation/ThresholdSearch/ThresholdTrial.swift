/// The search for one case's threshold.
struct ThresholdTrial {
  /// What became of one amplitude.
  private enum Outcome {
    /// A spike travelled; where and when it began.
    case fired(FibreRecord.Spike)
    /// Nodes crossed, yet nothing travelled: a blocked spike, or a node driven by the stimulus alone.
    case local
    /// Nothing crossed.
    case silent
  }

  private let settings: ThresholdSearch
  private let membrane: AxonMembrane
  private let kernel: any CableKernel
  private let plan: StimulusPlan
  private let isMyelinated: Bool
  private let totalSteps: Int
  private let firstPulseSteps: Int
  private var result = FibreThreshold(amplitude: nil, runs: 0, steps: 0)

  /// Nodes below this much above rest that fall for ``quietTime`` fire no more, mV.
  ///
  /// Half the distance to where a spike takes off. On the reference grids 14 mV still gives the very thresholds of full
  /// runs; 20 mV makes them up to 0.9 % too high, because a node may sag before it takes off.
  private var quietLevel: Double { isMyelinated ? 10 : 5 }
  /// How long they must fall, us.
  private var quietTime: Double { isMyelinated ? 100 : 500 }

  init(_ one: FibreCase, _ waveform: StimulusWaveform, _ search: ThresholdSearch, _ tables: SteppingTables) {
    let network = CableNetwork(one.fibre)
    settings = search
    membrane = network.membrane
    kernel = tables.settled(one.fibre, network, [network.sources(one.potentials)])
    plan = StimulusPlan(waveform, timeStep: search.scheme.timeStep)
    isMyelinated = one.fibre.isMyelinated
    // Myelinated fibres 3 ms, as in the reference runs; unmyelinated ones conduct a millimetre in 1 to 4 ms.
    let observation = search.observation ?? (isMyelinated ? 3000 : 15_000)
    totalSteps = plan.activeSteps + Int((observation / search.scheme.timeStep).rounded(.up))
    firstPulseSteps = max(
      1, min(plan.activeSteps, Int((waveform.duration / search.scheme.timeStep).rounded(.up))))
  }

  /// Searches.
  ///
  /// - Parameter start: the threshold of a coarser scheme; nil begins with the linear prediction.
  /// - Returns: the threshold.
  mutating func search(from start: FibreThreshold?) -> FibreThreshold {
    var guess = start?.amplitude
    result.runs = start?.runs ?? 0
    result.steps = start?.steps ?? 0
    // Without a coarse threshold the fine one can lie below the limit only if the coarse one is just above it.
    if start != nil, guess == nil { guess = settings.limit }
    let ratio = start?.amplitude == nil ? 1.1 : 1.003
    guard let first = guess ?? prediction(), first < 4 * settings.limit else { return result }
    guard let bracket = bracket(around: min(first, settings.limit), ratio: ratio) else {
      return FibreThreshold(amplitude: nil, runs: result.runs, steps: result.steps)
    }
    var (low, high) = bracket
    while high - low > settings.tolerance * (low + high) / 2 {
      let middle = (low + high) / 2
      if fires(middle) { high = middle } else { low = middle }
    }
    result.amplitude = (low + high) / 2
    return result
  }

  /// Two amplitudes of which only the upper fires; nil when none does up to the limit.
  private mutating func bracket(around guess: Double, ratio first: Double) -> (low: Double, high: Double)? {
    var amplitude = guess
    var high: Double?
    var ratio = first
    // Down to an amplitude that leaves the fibre silent. A spike that does not travel may mean block: look below it too.
    for _ in 0..<200 {
      let outcome = run(amplitude)
      if case .fired(let spike) = outcome {
        high = amplitude
        note(spike)
      } else if case .silent = outcome {
        break
      } else if high != nil {
        break
      }
      amplitude /= ratio
      ratio = min(1.5, 1 + 1.5 * (ratio - 1))
    }
    if let high { return (amplitude, high) }
    // Up by small factors, so that a window between threshold and block is not stepped over.
    ratio = first
    var low = amplitude
    while low < settings.limit {
      let next = min(settings.limit, low * ratio)
      if fires(next) { return (low, next) }
      low = next
      ratio = min(1.25, 1 + 1.5 * (ratio - 1))
    }
    return nil
  }

  private mutating func fires(_ amplitude: Double) -> Bool {
    guard case .fired(let spike) = run(amplitude) else { return false }
    note(spike)
    return true
  }

  private mutating func note(_ spike: FibreRecord.Spike) {
    result.node = spike.node
    result.time = spike.time
  }

  /// Threshold by the linear response of the nodes and the depolarisation that a spike needs; nil without a response.
  private mutating func prediction() -> Double? {
    kernel.recall()
    // A first probe of 1 uA, then one whose response is small enough to be linear and large enough to be exact.
    var probe = 1e-3
    for _ in 0..<40 {
      let response = peak(probe)
      if response > 0.2 {
        probe *= 0.05 / response
      } else if response < 1e-4 {
        probe *= response > 1e-12 ? 0.02 / response : 1e3
        if probe > 1e9 { return nil }
      } else {
        return probe * 25 / response
      }
    }
    return nil
  }

  /// Largest depolarisation of a node during the first pulse, mV.
  private mutating func peak(_ amplitude: Double) -> Double {
    kernel.recall()
    let rest = (0..<kernel.nodeCount).map { kernel.nodes[$0] }
    var largest = 0.0
    result.steps += firstPulseSteps
    for step in 0..<firstPulseSteps {
      var level = amplitude * plan.levels[step]
      _ = kernel.advance(&level)
      for node in rest.indices { largest = max(largest, kernel.nodes[node] - rest[node]) }
    }
    return largest
  }

  /// One simulation from rest.
  private mutating func run(_ amplitude: Double) -> Outcome {
    result.runs += 1
    kernel.recall()
    var watch = SpikeWatch(kernel, membrane: membrane, scheme: settings.scheme)
    var falling = 0
    var before = Double.infinity
    let quietSteps = Int((quietTime / settings.scheme.timeStep).rounded(.up))
    for step in 0..<totalSteps {
      var level = step < plan.activeSteps ? amplitude * plan.levels[step] : 0
      let largest = kernel.advance(&level)
      if watch.observe(kernel, step: step, largest: largest), let first = watch.first,
        hasTravelled(watch, first)
      {
        result.steps += step + 1
        return .fired(first)
      }
      falling = largest < before && largest < quietLevel && step >= plan.activeSteps ? falling + 1 : 0
      before = largest
      if settings.endsEarly, falling >= quietSteps {
        result.steps += step + 1
        return watch.first == nil ? .silent : .local
      }
    }
    result.steps += totalSteps
    return watch.first == nil ? .silent : .local
  }

  /// Whether the criterion holds.
  private func hasTravelled(_ watch: SpikeWatch, _ first: FibreRecord.Spike) -> Bool {
    let last = kernel.nodeCount - 1
    switch settings.criterion {
    case .arrival(let share):
      return watch.count(at: SpikeCriterion.node(at: share, of: kernel.nodeCount)) > 0
    case .travelled(let nodes):
      // 1 mm of an unmyelinated fibre, which is several length constants.
      let wanted = nodes ?? (isMyelinated ? 8 : 120)
      let required = min(wanted, max(1, max(first.node, last - first.node) - 2))
      return watch.spikes.contains { abs($0.node - first.node) >= required }
    }
  }
}
