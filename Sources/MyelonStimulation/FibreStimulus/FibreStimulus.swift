/// What drives a fibre in a simulation.
public enum FibreStimulus: Sendable, Hashable {
  /// A current into the axoplasm of a node.
  case clamp(CurrentClamp)
  /// A field outside the fibre.
  ///
  /// - Parameters:
  ///   - potentials: mV for 1 mA at every compartment, montage superposed.
  ///   - amplitude: mA.
  ///   - waveform: course of the current.
  ///   - start: time at which it begins, us.
  case field(potentials: [Double], amplitude: Double, waveform: StimulusWaveform, start: Double)
}
