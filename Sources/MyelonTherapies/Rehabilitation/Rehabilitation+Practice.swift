import MyelonAnatomy

extension Rehabilitation {
  /// Mean daily dose of active practice of a task between two days, 0 (none) to 1 (saturating every day).
  ///
  /// - Parameters:
  ///   - task: the task.
  ///   - from: day after injury on which the stretch begins.
  ///   - to: day on which it ends; the dose of the moment `from` when not later.
  /// - Returns: the dose.
  public func practice(of task: MotorTask, fromDay from: Double, toDay to: Double) -> Double {
    guard !training.isEmpty else { return 0 }
    return mean(fromDay: from, toDay: to, weight: { $1 - $0 }) { practice(of: task, onDay: $0) }
  }

  /// Mean daily dose of active practice of every task between two days, by `MotorTask.rawValue`.
  public func practice(fromDay from: Double, toDay to: Double) -> [Float] {
    MotorTask.allCases.map { Float(practice(of: $0, fromDay: from, toDay: to)) }
  }

  /// The weekly mean of the dose that courses under way on a day give.
  func practice(of task: MotorTask, onDay day: Double) -> Double {
    weeklyMean { weekday in
      training.indices.reduce(0) { sum, index in
        guard isTrained(index, day: day, weekday: weekday) else { return sum }
        return sum + doses[index].practice[task.rawValue]
          * support(of: task, minutes: training[index].minutesPerDay, day: day, weekday: weekday)
      }
    }
  }

  /// The weekly mean of the dose of exercise of any kind on a day.
  func exercise(onDay day: Double) -> Double {
    weeklyMean { weekday in
      training.indices.reduce(0) { sum, index in
        isTrained(index, day: day, weekday: weekday) ? sum + doses[index].exercise : sum
      }
    }
  }

  /// Practice that stimulation during a session makes of it, fold: `1 + b (g - 1)` for the share that it accompanies.
  private func support(of task: MotorTask, minutes: Double, day: Double, weekday: Int) -> Double {
    stimulation.indices.reduce(1) { best, index in
      let course = stimulation[index]
      guard course.site.task == task, Self.isUnderWay(course.day, course.lastDay, day),
        weekday <= course.daysPerWeek
      else { return best }
      return max(best, 1 + practiceGain * (effects[index].gain - 1) * course.cover(ofMinutes: minutes))
    }
  }

  private func isTrained(_ index: Int, day: Double, weekday: Int) -> Bool {
    let course = training[index]
    return Self.isUnderWay(course.day, course.lastDay, day) && weekday <= course.daysPerWeek
  }

  /// True from the first moment of a course to the last, which is no longer part of it.
  static func isUnderWay(_ first: Double, _ last: Double, _ day: Double) -> Bool {
    day >= first && day < last
  }

  /// Mean over the days of a week of `x / (1 + x)`.
  private func weeklyMean(_ amount: (Int) -> Double) -> Double {
    (1...7).reduce(0) { sum, weekday in
      let x = amount(weekday)
      return sum + x / (1 + x)
    } / 7
  }
}
