/// A waveform cut into steps: its mean over each.
///
/// The mean keeps every pulse's charge whatever the step; a waveform whose edges lie on steps is reproduced exactly.
struct StimulusPlan {
  /// Relative current in each step.
  let levels: [Double]
  /// Steps after which no current flows any more.
  let activeSteps: Int

  /// Cuts a validated waveform.
  ///
  /// - Parameters:
  ///   - waveform: the waveform.
  ///   - start: time at which it begins, us.
  ///   - timeStep: us.
  init(_ waveform: StimulusWaveform, start: Double = 0, timeStep: Double) {
    let end = start + waveform.totalDuration
    let steps = Int((end / timeStep - 1e-9).rounded(.up))
    var levels = [Double](repeating: 0, count: max(0, steps))
    for pulse in 0..<waveform.pulses {
      var time = start + Double(pulse) * (waveform.period ?? 0)
      for phase in waveform.phases {
        Self.add(phase.level, from: time, to: time + phase.duration, timeStep, &levels)
        time += phase.duration
      }
    }
    self.levels = levels.map { abs($0) < 1e-9 ? 0 : $0 }
    activeSteps = levels.count
  }

  private static func add(
    _ level: Double, from begin: Double, to end: Double, _ timeStep: Double, _ levels: inout [Double]
  ) {
    guard end > begin, level != 0 else { return }
    let first = Int((begin / timeStep + 1e-9).rounded(.down))
    let last = min(levels.count - 1, Int((end / timeStep - 1e-9).rounded(.down)))
    guard first <= last else { return }
    for step in first...last {
      let from = max(begin / timeStep, Double(step))
      let to = min(end / timeStep, Double(step + 1))
      let share = to - from
      // A step that is covered but for rounding is covered.
      levels[step] += level * (share > 1 - 1e-9 ? 1 : max(0, share))
    }
  }
}
