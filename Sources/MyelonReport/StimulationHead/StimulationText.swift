import MyelonAnatomy
import MyelonStimulation

/// Settings of a stimulator in words.
enum StimulationText {
  /// A pulse, such as "asymmetric biphasic pulses of 210 us at 30 Hz".
  static func pulse(_ pulse: StudyPulse) -> String {
    let kind =
      switch pulse.kind {
      case .monophasic: "monophasic"
      case .symmetric: "symmetric biphasic"
      case .asymmetric: "asymmetric biphasic"
      }
    return
      "\(kind) pulses of \(NumberText.short(pulse.width)) µs a phase at \(NumberText.short(pulse.rate)) Hz"
  }

  /// Share of the amplitude with its sign, such as "-100 %".
  static func share(_ share: Double) -> String {
    (share > 0 ? "+" : "") + NumberText.percent(share)
  }
}
