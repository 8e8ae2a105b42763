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
