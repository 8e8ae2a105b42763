import MyelonAnatomy
import MyelonQuantities

extension Rehabilitation {
  /// Excitability of the circuits of a task by the stimulators that are switched on, fold; 1 without.
  ///
  /// **A simple gain until fibre recruitment is computed.** Stimulators over the same circuits do not add up: the
  /// strongest counts.
  ///
  /// - Parameters:
  ///   - task: the task whose circuits are asked for.
  ///   - day: day after injury.
  ///   - inExamination: true for stimulators that stay on during examinations, false for all whose course is under way.
  /// - Returns: the gain.
  public func excitability(
    of task: MotorTask, onDay day: Double, inExamination: Bool = true
  ) -> Double {
    stimulation.indices.reduce(1) { best, index in
      let course = stimulation[index]
      guard course.site.task == task, Self.isUnderWay(course.day, course.lastDay, day),
        course.isOnDuringExamination || !inExamination
      else { return best }
      return max(best, gains[index])
    }
  }

  /// Excitability of the circuits of every task, by `MotorTask.rawValue`.
  public func excitability(onDay day: Double, inExamination: Bool = true) -> [Float] {
    MotorTask.allCases.map { Float(excitability(of: $0, onDay: day, inExamination: inExamination)) }
  }

  /// Excitability of the circuits of every task averaged over days and nights between two days, by
  /// `MotorTask.rawValue`.
  ///
  /// A stimulator counts for the share of the week that it is on, so half an hour a day is next to nothing and what
  /// stimulation does for a training session is in `practice` alone: this is what it adds to activity outside sessions.
  ///
  /// - Parameters:
  ///   - from: day after injury on which the stretch begins.
  ///   - to: day on which it ends; the mean of the week at `from` when not later.
  /// - Returns: one gain a task, 1 without.
  public func meanExcitability(fromDay from: Double, toDay to: Double) -> [Float] {
    MotorTask.allCases.map { task in
      guard !stimulation.isEmpty else { return 1 }
      return Float(
        mean(fromDay: from, toDay: to, weight: { $1 - $0 }) { day in
          stimulation.indices.reduce(1) { best, index in
            let course = stimulation[index]
            guard course.site.task == task, Self.isUnderWay(course.day, course.lastDay, day) else {
              return best
            }
            return max(best, 1 + (gains[index] - 1) * course.shareOfWeek)
          }
        })
    }
  }

  /// Fold gain of the circuits under the electrodes of a course while it is on.
  ///
  /// `g = 1 + G A F`. `A = r² / (r² + r½²)` saturates with the amplitude r relative to the usual one of kind, site and
  /// species, pulses of another width being compared by Weiss's law, `r = I / I₀ (1 + c / p₀) / (1 + c / p)`. `F` is 1
  /// between the lowest and the highest useful frequency, `(f / f₁)²` below and `(f₂ / f)²` above.
  ///
  /// - Parameters:
  ///   - course: the plan.
  ///   - table: holds `TherapyParameters` of the species.
  /// - Returns: the gain, 1 or more.
  public static func gain(of course: StimulationCourse, _ table: ParameterTable) -> Double {
    let usual = UsualStimulation(course, table)
    let chronaxie = table["stimulation_chronaxie"]
    let width = (1 + chronaxie / usual.pulseWidth) / (1 + chronaxie / course.pulseWidth)
    let relative = course.amplitude / usual.amplitude * width
    let half = table["stimulation_half_amplitude"]
    let reached = relative * relative / (relative * relative + half * half)
    let below = min(1, course.frequency / table["stimulation_lowest_frequency"])
    let above = min(1, table["stimulation_highest_frequency"] / course.frequency)
    let frequency = below * below * above * above
    return 1 + usual.gain * reached * frequency
  }
}

/// Usual settings of a kind of stimulation at a site.
struct UsualStimulation {
  /// Amplitude, mA.
  let amplitude: Double
  /// Pulse width, us.
  let pulseWidth: Double
  /// Largest relative gain.
  let gain: Double

  init(_ course: StimulationCourse, _ table: ParameterTable) {
    switch course.kind {
    case .epidural:
      amplitude = table["EES_amplitude"]
      pulseWidth = table["EES_pulse_width"]
      gain = table["EES_gain"]
    case .transcutaneous:
      amplitude =
        table[
          course.site.task == .reaching ? "tSCS_amplitude_cervical" : "tSCS_amplitude_lumbar"]
      pulseWidth = table["tSCS_pulse_width"]
      gain = table["tSCS_gain"]
    }
  }
}
