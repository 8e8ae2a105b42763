extension CriterionUnit {
  /// Hours in one of each unit of time.
  ///
  /// A year is the Julian year of 365.25 days (IAU style manual 1989, table 5) and a month a twelfth of it
  /// (30.4375 days): a criterion counts elapsed time, not dates of a calendar.
  private static let times: [(size: Double, names: [String])] = [
    (1, ["hours", "hour", "h"]),
    (24, ["days", "day", "d"]),
    (168, ["weeks", "week", "wk"]),
    (730.5, ["months", "month", "mo"]),
    (8766, ["years", "year", "y"]),
  ]

  /// Hours; days, weeks, months and years may be written.
  public static let hours = time(0)
  /// Days; hours, weeks, months and years may be written.
  public static let days = time(1)
  /// Weeks; hours, days, months and years may be written.
  public static let weeks = time(2)
  /// Months of 30.4375 days; hours, days, weeks and years may be written.
  public static let months = time(3)
  /// Years of 365.25 days; hours, days, weeks and months may be written.
  public static let years = time(4)

  private static func time(_ chosen: Int) -> CriterionUnit {
    let own = times[chosen]
    let others = times.indices.filter { $0 != chosen }.flatMap { index in
      times[index].names.map { Spelling($0, size: times[index].size) }
    }
    return CriterionUnit(
      own.names[0], size: own.size, synonyms: Array(own.names.dropFirst()), convertible: others)
  }
}
