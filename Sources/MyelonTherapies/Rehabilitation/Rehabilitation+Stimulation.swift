import MyelonAnatomy

extension Rehabilitation {
  /// Excitability of the circuits of a task by the stimulators that are switched on, fold; 1 without.
  ///
  /// Each stimulator's gain follows from the fibres that it recruits (`StimulationEffect`). Stimulators over the same circuits
  /// do not add up: the strongest counts.
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
      return max(best, effects[index].gain)
    }
  }

  /// Excitability of the circuits of every task, by `MotorTask.rawValue`.
  public func excitability(onDay day: Double, inExamination: Bool = true) -> [Float] {
    MotorTask.allCases.map { Float(excitability(of: $0, onDay: day, inExamination: inExamination)) }
  }

  /// Excitability of the circuits of every task averaged over days and nights between two days, by
  /// `MotorTask.rawValue`.
  ///
  /// Descending axons that fire with the pulses count as activity too. A stimulator counts for the share of the week that it is on, so half an hour a day is next to nothing and what
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
            return max(
              best, 1 + (effects[index].gain - 1 + effects[index].drivenDescending) * course.shareOfWeek)
          }
        })
    }
  }
}
