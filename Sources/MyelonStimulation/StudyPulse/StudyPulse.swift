/// One stimulating pulse as a stimulator is set: its kind, widths and rate.
public struct StudyPulse: Sendable, Hashable, Codable {
  /// Shape of a pulse.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// One rectangle, whose charge nothing takes back.
    case monophasic
    /// Two opposite rectangles of the same width.
    case symmetric = "symmetric-biphasic"
    /// A rectangle, then a longer and lower one that takes its charge back.
    case asymmetric = "asymmetric-biphasic"
  }

  /// Shape.
  public var kind: Kind
  /// Width of the first phase, us.
  public var width: Double
  /// Time between the phases, us.
  public var gap: Double
  /// How many times longer and lower the second phase is; used by `asymmetric` only.
  public var ratio: Double
  /// Pulses a second, Hz; thresholds are those of one pulse, safety takes the rate into account.
  public var rate: Double

  /// Makes a pulse; see the properties for units.
  public init(kind: Kind, width: Double, gap: Double = 0, ratio: Double = 10, rate: Double = 30) {
    self.kind = kind
    self.width = width
    self.gap = gap
    self.ratio = ratio
    self.rate = rate
  }

  /// The course of one pulse in time.
  public var waveform: StimulusWaveform {
    switch kind {
    case .monophasic: .monophasic(width: width)
    case .symmetric: .symmetricBiphasic(width: width, gap: gap)
    case .asymmetric: .asymmetricBiphasic(width: width, ratio: ratio, gap: gap)
    }
  }

  /// Time from the beginning of one pulse to that of the next, us.
  public var period: Double { 1e6 / rate }

  /// Charge that a pulse leaves in the tissue, as a share of the charge of its larger phase.
  public var imbalance: Double {
    let waveform = waveform
    return waveform.phaseCharge > 0 ? abs(waveform.netCharge) / waveform.phaseCharge : 0
  }

  /// Root mean square of the current over a period for an amplitude of 1 mA, mA.
  public var rootMeanSquare: Double {
    let energy = waveform.phases.reduce(0) { $0 + $1.level * $1.level * $1.duration }
    return (energy / period).squareRoot()
  }
}
