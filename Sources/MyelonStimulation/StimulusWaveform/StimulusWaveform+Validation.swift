extension StimulusWaveform {
  /// Checks that the waveform can be given.
  ///
  /// - Throws: ``FibreError`` with the first finding.
  public func validate() throws(FibreError) {
    for (index, phase) in phases.enumerated()
    where !(phase.duration >= 0 && phase.duration.isFinite && phase.level.isFinite) {
      throw .phaseImpossible(phase: index, duration: phase.duration, level: phase.level)
    }
    guard phases.contains(where: { $0.duration > 0 && $0.level != 0 }) else { throw .waveformEmpty }
    guard pulses >= 1, period.map({ $0 > 0 && $0.isFinite }) ?? (pulses == 1) else {
      throw .trainImpossible(pulses: pulses, period: period)
    }
    if let period, pulses > 1, duration > period {
      throw .pulseLongerThanPeriod(pulse: duration, period: period)
    }
  }
}
