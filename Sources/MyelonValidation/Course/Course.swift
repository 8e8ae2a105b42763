/// A measure over time.
struct Course {
  let days: [Double]
  let values: [Double]

  /// One number of the course between two days; nil where it is not known.
  func read(_ reading: ValidationRow.CourseReading, _ day: DayWindow) -> Double? {
    let inside = days.indices.filter { day.first <= days[$0] && days[$0] <= day.last && values[$0].isFinite }
    switch reading {
    case .mean:
      guard day.first < day.last, !inside.isEmpty else { return at(day.first) }
      return inside.reduce(0) { $0 + values[$1] } / Double(inside.count)
    case .peak: return inside.map { values[$0] }.max()
    case .trough: return inside.map { values[$0] }.min()
    case .peakDay: return inside.max { values[$0] < values[$1] }.map { days[$0] }
    case .troughDay: return inside.min { values[$0] < values[$1] }.map { days[$0] }
    case .change:
      guard let first = at(day.first), let last = at(day.last) else { return nil }
      return last - first
    case .reached:
      guard let early = at(day.first), let end = at(day.last), let start = values.first, end != start else {
        return nil
      }
      return 100 * (early - start) / (end - start)
    }
  }

  /// The value on a day, interpolated linearly between samples.
  private func at(_ day: Double) -> Double? {
    guard let after = days.firstIndex(where: { $0 >= day - 1e-6 }) else { return nil }
    guard after > 0, days[after] > day else { return finite(values[after]) }
    let share = (day - days[after - 1]) / (days[after] - days[after - 1])
    return finite(values[after - 1] + share * (values[after] - values[after - 1]))
  }

  private func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
}
