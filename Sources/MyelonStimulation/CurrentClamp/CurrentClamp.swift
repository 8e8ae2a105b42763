/// A current put into the axoplasm of one node, as by a microelectrode.
public struct CurrentClamp: Sendable, Hashable, Codable {
  /// The node.
  public var node: Int
  /// Amplitude, nA; positive depolarises.
  public var amplitude: Double
  /// Course of the current.
  public var waveform: StimulusWaveform
  /// Time at which it begins, us.
  public var start: Double

  /// Makes a clamp.
  ///
  /// - Parameters:
  ///   - node: the node.
  ///   - amplitude: nA.
  ///   - waveform: course of the current.
  ///   - start: time at which it begins, us.
  public init(node: Int, amplitude: Double, waveform: StimulusWaveform, start: Double) {
    self.node = node
    self.amplitude = amplitude
    self.waveform = waveform
    self.start = start
  }

  /// The clamp of the reference runs, which starts one spike at the beginning of a fibre.
  ///
  /// Myelinated: 2 nA for 0.1 ms into the first node that is no dead end, at 0.1 ms. Unmyelinated: 0.5 nA for 1 ms into
  /// compartment 3, at 0.1 ms.
  ///
  /// - Parameter fibre: the fibre.
  /// - Returns: the clamp.
  public static func standard(for fibre: NerveFibre) -> CurrentClamp {
    fibre.isMyelinated
      ? CurrentClamp(node: 1, amplitude: 2, waveform: .monophasic(width: 100), start: 100)
      : CurrentClamp(node: 3, amplitude: 0.5, waveform: .monophasic(width: 1000), start: 100)
  }

  /// The same clamp given as a train.
  ///
  /// - Parameters:
  ///   - pulses: number of pulses.
  ///   - period: from the beginning of one to that of the next, us.
  /// - Returns: the train.
  public func train(pulses: Int, period: Double) -> CurrentClamp {
    var clamp = self
    clamp.waveform.pulses = pulses
    clamp.waveform.period = period
    return clamp
  }
}
