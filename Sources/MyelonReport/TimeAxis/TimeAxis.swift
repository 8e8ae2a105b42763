import Foundation

/// The time axis of a chart: logarithmic from the first hour, or linear from zero.
struct TimeAxis {
  /// Whether equal distances are equal factors.
  let isLogarithmic: Bool
  /// Last day shown.
  let lastDay: Double

  /// First time of a logarithmic axis, one hour; what lies before is shown there.
  static let firstHour = 1.0 / 24

  /// Position on the axis, 0 to 1.
  func position(_ day: Double) -> Double {
    guard isLogarithmic else { return min(max(day / max(lastDay, 1e-9), 0), 1) }
    let span = log(max(lastDay, 1) / Self.firstHour)
    return min(max(log(max(day, Self.firstHour) / Self.firstHour) / span, 0), 1)
  }

  /// Times with a label, in days.
  var ticks: [(day: Double, label: String)] {
    if isLogarithmic {
      let all: [(Double, String)] = [
        (1.0 / 24, "≤1 h"), (0.25, "6 h"), (1, "1 d"), (3, "3 d"), (7, "7 d"), (14, "14 d"), (28, "28 d"),
        (84, "12 w"), (182.5, "6 mo"), (365, "1 y"), (730, "2 y"), (1826, "5 y"), (3652, "10 y"),
      ]
      return all.filter { $0.0 <= lastDay * 1.001 }.map { (day: $0.0, label: $0.1) }
    }
    let steps = [1.0, 2, 7, 14, 28, 56, 91, 182.5, 365, 730]
    let step = steps.first { lastDay / $0 <= 6.5 } ?? 730
    return (0...Int(lastDay / step)).map {
      (day: Double($0) * step, label: "\(NumberText.short(Double($0) * step)) d")
    }
  }

  /// Indices of a series' rows that are enough to draw it: the first in each of 220 stretches of logarithmic
  /// time, the last row, and every highest and lowest value of each column.
  static func sample(days: [Double], columns: [[Double]]) -> [Int] {
    guard let last = days.indices.last else { return [] }
    let axis = TimeAxis(isLogarithmic: true, lastDay: max(days[last], 1))
    var kept: Set<Int> = [0, last]
    var stretch = -1
    for index in days.indices {
      let place = Int(axis.position(days[index]) * 220)
      if place != stretch {
        kept.insert(index)
        stretch = place
      }
    }
    for column in columns where column.count == days.count {
      if let low = column.indices.min(by: { column[$0] < column[$1] }) { kept.insert(low) }
      if let high = column.indices.max(by: { column[$0] < column[$1] }) { kept.insert(high) }
    }
    return kept.sorted()
  }
}
