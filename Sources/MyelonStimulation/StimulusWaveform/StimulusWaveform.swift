/// The course of a stimulating current in time: one pulse of constant phases, which may repeat.
///
/// Phases carry relative currents: the montage's own sign times these times an amplitude in mA is the current. A montage whose
/// active contact is a cathode has a negative current there, so the first phase of a usual pulse is +1 here.
public struct StimulusWaveform: Sendable, Hashable, Codable {
  /// A stretch of constant current.
  public struct Phase: Sendable, Hashable, Codable {
    /// Length, us.
    public var duration: Double
    /// Current relative to the amplitude.
    public var level: Double

    /// Makes a phase.
    public init(duration: Double, level: Double) {
      self.duration = duration
      self.level = level
    }
  }

  /// Phases of one pulse in order; gaps are phases of level 0.
  public var phases: [Phase]
  /// Time from the beginning of one pulse to that of the next, us; nil for a single pulse.
  public var period: Double?
  /// Number of pulses, at least 1.
  public var pulses: Int

  /// Makes a waveform.
  public init(phases: [Phase], period: Double? = nil, pulses: Int = 1) {
    self.phases = phases
    self.period = period
    self.pulses = pulses
  }

  /// One rectangle of so many us.
  public static func monophasic(width: Double) -> StimulusWaveform {
    StimulusWaveform(phases: [Phase(duration: width, level: 1)])
  }

  /// Two opposite rectangles of the same width, us, with an optional gap between them.
  public static func symmetricBiphasic(width: Double, gap: Double = 0) -> StimulusWaveform {
    let between = gap > 0 ? [Phase(duration: gap, level: 0)] : []
    return StimulusWaveform(
      phases: [Phase(duration: width, level: 1)] + between + [Phase(duration: width, level: -1)])
  }

  /// A rectangle and a longer, lower one that takes its charge back.
  ///
  /// - Parameters:
  ///   - width: width of the first phase, us.
  ///   - ratio: how many times longer and lower the second phase is.
  ///   - gap: gap between them, us.
  /// - Returns: the waveform.
  public static func asymmetricBiphasic(width: Double, ratio: Double, gap: Double = 0) -> StimulusWaveform {
    let between = gap > 0 ? [Phase(duration: gap, level: 0)] : []
    return StimulusWaveform(
      phases: [Phase(duration: width, level: 1)] + between
        + [Phase(duration: width * ratio, level: -1 / ratio)])
  }

  /// Length of one pulse, us.
  public var duration: Double { phases.reduce(0) { $0 + $1.duration } }
  /// From the beginning of the first pulse to the end of the last, us.
  public var totalDuration: Double { Double(pulses - 1) * (period ?? 0) + duration }
  /// Charge that one pulse leaves behind for an amplitude of 1 mA, nC.
  public var netCharge: Double { phases.reduce(0) { $0 + $1.duration * $1.level } }
  /// Largest charge of one sign that a pulse brings for an amplitude of 1 mA, nC: what electrode safety is judged by.
  public var phaseCharge: Double {
    var run = 0.0
    var largest = 0.0
    for phase in phases {
      run = phase.level * run < 0 ? 0 : run
      run += phase.level * phase.duration
      largest = max(largest, abs(run))
    }
    return largest
  }

  /// Relative current at a time from the beginning of the first pulse, us; phases hold at their beginning.
  public func level(at time: Double) -> Double {
    guard time >= 0 else { return 0 }
    var local = time
    if let period, period > 0 {
      let index = min(pulses - 1, Int((time / period).rounded(.down)))
      local = time - Double(index) * period
    }
    for phase in phases {
      if local < phase.duration { return phase.level }
      local -= phase.duration
    }
    return 0
  }
}
