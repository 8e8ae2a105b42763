/// Simulations of one fibre under clamps and fields.
public struct FibreSimulation: Sendable {
  /// What a run records beside spikes.
  public enum Recording: Sendable, Hashable {
    /// Nothing.
    case spikes
    /// The potentials of compartments; slower, since every compartment is solved for.
    case compartments([Int])
  }

  /// The fibre.
  public let fibre: NerveFibre
  /// Scheme and step in time.
  public let scheme: CableScheme
  let network: CableNetwork
  let tables: SteppingTables

  /// Prepares simulations of a fibre.
  ///
  /// - Parameters:
  ///   - fibre: the fibre.
  ///   - scheme: scheme and step in time.
  /// - Throws: ``FibreError`` when the fibre or the step cannot be.
  public init(_ fibre: NerveFibre, scheme: CableScheme = .accurate) throws(FibreError) {
    try fibre.validate()
    try scheme.validate()
    self.fibre = fibre
    self.scheme = scheme
    network = CableNetwork(fibre)
    tables = SteppingTables([fibre], scheme: scheme)
  }

  /// Runs the fibre from rest.
  ///
  /// - Parameters:
  ///   - stimuli: what drives it.
  ///   - duration: length of the run, us.
  ///   - recording: what is recorded beside spikes.
  /// - Returns: the record.
  /// - Throws: ``FibreError`` when a stimulus or the duration cannot be.
  public func run(
    _ stimuli: [FibreStimulus], duration: Double, recording: Recording = .spikes
  ) throws(FibreError) -> FibreRecord {
    try run(stimuli, duration: duration, recording: recording) { _ in false }
  }

  /// The same, ended early when spikes so far suffice.
  func run(
    _ stimuli: [FibreStimulus], duration: Double, recording: Recording = .spikes,
    until isDone: (FibreRecord) -> Bool
  ) throws(FibreError) -> FibreRecord {
    let prepared = try prepare(stimuli, duration: duration)
    let steps = Int((duration / scheme.timeStep - 1e-9).rounded(.up))
    switch recording {
    case .spikes:
      let kernel = tables.settled(fibre, network, prepared.drives)
      return run(kernel, prepared, steps: steps, until: isDone) { _ in }
    case .compartments(let compartments):
      if let bad = compartments.first(where: { !(0..<network.count).contains($0) }) {
        throw .settingOutOfRange(
          name: "compartment to be recorded", found: Double(bad), unit: "",
          required: "0 to \(network.count - 1)")
      }
      let kernel = tables.settledPlain(fibre, network, prepared.drives)
      let rest = network.membrane.restPotential
      var membrane = compartments.map { [kernel.w[$0] - kernel.u[$0] + rest] }
      var periaxonal = compartments.map { [kernel.u[$0]] }
      var record = run(kernel, prepared, steps: steps, until: isDone) { _ in
        for (index, compartment) in compartments.enumerated() {
          membrane[index].append(kernel.w[compartment] - kernel.u[compartment] + rest)
          periaxonal[index].append(kernel.u[compartment])
        }
      }
      record.compartments = compartments
      record.times = (0..<(membrane.first?.count ?? 0)).map { Double($0) * scheme.timeStep }
      record.membrane = membrane
      record.periaxonal = periaxonal
      return record
    }
  }

  /// Drives, amplitudes and plans of stimuli.
  struct Prepared {
    var drives: [CableDrive] = []
    var amplitudes: [Double] = []
    var plans: [StimulusPlan] = []
  }

  private func prepare(
    _ stimuli: [FibreStimulus], duration: Double
  ) throws(FibreError) -> Prepared {
    // Ten million steps are minutes of work: assumed to be a slip.
    guard duration > 0, duration / scheme.timeStep <= 1e7 else {
      throw .settingOutOfRange(
        name: "duration of a run", found: duration, unit: "us",
        required: "above 0 and at most ten million steps")
    }
    var prepared = Prepared()
    for stimulus in stimuli {
      let (drive, amplitude, waveform, start) = try drive(of: stimulus)
      try waveform.validate()
      guard start >= 0, start <= duration, amplitude.isFinite else {
        throw .settingOutOfRange(
          name: "beginning of a stimulus", found: start, unit: "us",
          required: "0 to \(duration) us, and its "
            + "amplitude finite")
      }
      prepared.drives.append(drive)
      prepared.amplitudes.append(amplitude)
      prepared.plans.append(StimulusPlan(waveform, start: start, timeStep: scheme.timeStep))
    }
    return prepared
  }

  private func drive(
    of stimulus: FibreStimulus
  ) throws(FibreError) -> (CableDrive, Double, StimulusWaveform, Double) {
    switch stimulus {
    case .clamp(let clamp):
      guard fibre.nodes.indices.contains(clamp.node) else {
        throw .settingOutOfRange(
          name: "node of a clamp", found: Double(clamp.node), unit: "",
          required: "0 to \(fibre.nodes.count - 1)")
      }
      return (network.clamp(node: clamp.node), clamp.amplitude, clamp.waveform, clamp.start)
    case .field(let potentials, let amplitude, let waveform, let start):
      try FibreCase(fibre: fibre, potentials: potentials).validate()
      return (network.sources(potentials), amplitude, waveform, start)
    }
  }

  private func run(
    _ kernel: any CableKernel, _ prepared: Prepared, steps: Int, until isDone: (FibreRecord) -> Bool,
    _ look: (Int) -> Void
  ) -> FibreRecord {
    var record = FibreRecord()
    var watch = SpikeWatch(kernel, membrane: network.membrane, scheme: scheme)
    var levels = [Double](repeating: 0, count: max(1, prepared.drives.count))
    for step in 0..<steps {
      for (index, plan) in prepared.plans.enumerated() {
        levels[index] = step < plan.activeSteps ? prepared.amplitudes[index] * plan.levels[step] : 0
      }
      let largest = kernel.advance(levels)
      let hasCrossed = watch.observe(kernel, step: step, largest: largest)
      look(step)
      guard hasCrossed else { continue }
      record.spikes = watch.spikes
      if isDone(record) { break }
    }
    return record
  }
}
