import MyelonAnatomy
import MyelonSimulation

/// What practice and sprouting make of the connections that the injury spared: sentences and charts of the gain of each task.
struct SparedGain {
  let context: ReportContext

  /// Least change of the gain that is spoken of.
  ///
  /// Assumed because a hundredth of what conducts moves no score.
  private static let smallest = 0.01

  /// Tasks with the name of their column of the series.
  private static let columns: [(task: MotorTask, column: String)] = [
    (.stepping, "training_gain_stepping"), (.reaching, "training_gain_reaching"),
  ]

  private static func word(_ task: MotorTask) -> String {
    switch task {
    case .stepping: "stepping"
    case .reaching: "reaching"
    }
  }

  /// A sentence about an arm's last day; empty where nothing has changed.
  func sentence(_ arm: Int) -> String {
    let changed = Self.columns.compactMap { task, column -> String? in
      guard let gain = context.arms[arm].series.values(column)?.last, abs(gain - 1) >= Self.smallest else {
        return nil
      }
      return "those of \(Self.word(task)) \(NumberText.short(gain)) times"
    }
    guard !changed.isEmpty else { return "" }
    return "Practice and sprouting change what spared connections carry: \(changed.joined(separator: ", ")) "
      + "as much as without."
  }

  /// One chart a task in which any arm's gain has changed.
  var panels: [ChartPanel] {
    Self.columns.compactMap { task, column in
      let lines = context.regrown.compactMap { arm -> ChartPanel.Line? in
        let series = context.arms[arm].series
        guard let days = series.values("day"), let gains = series.values(column) else { return nil }
        return ChartPanel.Line(arm: arm, points: zip(days, gains).map { (day: $0, value: $1) })
      }
      let moved = lines.contains { $0.points.contains { abs($0.value - 1) >= Self.smallest } }
      guard moved else { return nil }
      let title = "Gain of spared connections of \(Self.word(task))"
      let ends = lines.compactMap { line in
        line.points.last.map { "\(context.arms[line.arm].name): \(NumberText.short($0.value)) in the end." }
      }
      return ChartPanel(
        id: "regrowth-gain-\(Self.word(task))", title: title, unit: "fold, by practice and sprouting",
        meaning: Markup.escape("\(title) against time. \(ends.joined(separator: " "))"), lines: lines)
    }
  }
}
