import MyelonSimulation

/// One number that is read off the course of an arm.
struct CourseRequest: Sendable, Hashable {
  let arm: String
  let measure: String
  let per: String?
  let reading: ValidationRow.CourseReading
  let day: DayWindow
  let isPercent: Bool

  /// What a row reads off one of its arms.
  init(_ row: ValidationRow, arm: String, measure: String? = nil) {
    self.arm = arm
    self.measure = measure ?? row.measure
    per = row.per
    reading = row.reading ?? .mean
    day = row.day
    isPercent = row.unit == "%"
  }

  /// The mean of a column over some days.
  init(arm: String, measure: String, day: DayWindow) {
    self.arm = arm
    self.measure = measure
    self.day = day
    per = nil
    reading = .mean
    isPercent = false
  }

  /// Name of the number in a study.
  var name: String {
    let divided = per.map { "\(measure) per \($0)" } ?? measure
    return "\(divided), \(reading.rawValue) of day \(day.text)" + (isPercent ? ", %" : "")
  }

  /// The number; nil where the series does not hold it.
  func value(in series: SeriesTable) -> Double? {
    let days = series.rows.map { $0[0] }
    guard var values = series.values(measure), let last = days.last, day.first <= last else { return nil }
    let column = series.columns.first { $0.name == measure }
    if let per {
      guard let whole = series.values(per) else { return nil }
      values = zip(values, whole).map { $1 > 0 ? 100 * $0 / $1 : .nan }
    }
    let scale = per == nil && isPercent && column?.unit == "fraction" ? 100.0 : 1
    return Course(days: days, values: values).read(reading, day).map { found in
      switch reading {
      case .mean, .peak, .trough, .change: found * scale
      case .peakDay, .troughDay, .reached: found
      }
    }
  }
}

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
