import MyelonStatistics

/// How often intervals held the truth.
public struct RecoverySummary: Sendable, Codable, Equatable {
  /// One quantity.
  public struct Row: Sendable, Codable, Equatable {
    /// Its name; "all variables" and "all forecasts" pool the rows before them.
    public let name: String
    /// Patients whose interval was there to judge.
    public let patients: Int
    /// Share of them whose interval of 90 % held the truth.
    public let coverage: Double
    /// Exact interval of 95 % for that share; for pooled rows patients are not independent in it, so it is too narrow.
    public let interval: ClosedRange<Double>
    /// Median of the interval's width.
    public let width: Double
    /// Median of the distance between the median and the truth.
    public let error: Double
  }

  /// Patients made.
  public let patients: Int
  /// Patients whose baseline the fit reproduced; only they are judged, as only they may be forecast.
  public let reproduced: Int
  /// Patients that failed.
  public let failed: Int
  /// Variables, then forecasts, each with the pooled row last.
  public let rows: [Row]

  /// Sums up a study of `RecoveryOfTruth`.
  ///
  /// - Parameter store: the study.
  /// - Throws: `StudyError` when it cannot be read.
  public init(_ store: StudyStore) throws {
    let outcomes = store.description.outcomes
    let records = try store.records(.done)
    let reproducedPlace = outcomes.firstIndex { $0.name == "reproduced" } ?? 0
    let judged = records.filter { $0.outcomes[reproducedPlace] == 1 }
    patients = try store.counts().total
    failed = try store.counts().failed
    reproduced = judged.count
    var rows: [Row] = []
    for (arm, pooledName) in [("variable", "all variables"), ("forecast", "all forecasts")] {
      var pooled: [Judged] = []
      for (place, outcome) in outcomes.enumerated()
      where outcome.arm == arm && outcome.name.hasSuffix(".truth") {
        let found = judged.compactMap { Judged($0.outcomes[place..<place + 4]) }
        pooled += found
        if let row = try Self.row(String(outcome.name.dropLast(".truth".count)), found) { rows.append(row) }
      }
      if let row = try Self.row(pooledName, pooled) { rows.append(row) }
    }
    self.rows = rows
  }

  /// One truth with its interval.
  private struct Judged {
    let holds: Bool
    let width: Double
    let error: Double

    init?(_ values: ArraySlice<Double?>) {
      let numbers = values.compactMap { $0 }
      guard numbers.count == 4 else { return nil }
      let (truth, low, median, high) = (numbers[0], numbers[1], numbers[2], numbers[3])
      holds = low <= truth && truth <= high
      width = high - low
      error = abs(median - truth)
    }
  }

  private static func row(_ name: String, _ found: [Judged]) throws -> Row? {
    guard !found.isEmpty else { return nil }
    let held = found.count { $0.holds }
    let share = try ProportionInterval.clopperPearson(successes: held, trials: found.count)
    return Row(
      name: name, patients: found.count, coverage: share.value,
      interval: share.low...share.high,
      width: try WeightedSample(found.map(\.width)).quantile(0.5),
      error: try WeightedSample(found.map(\.error)).quantile(0.5))
  }

  /// A table, a row a quantity.
  public var csv: String {
    let header = "quantity,patients,coverage,coverage_low,coverage_high,median_width,median_error\n"
    return header
      + rows.map {
        "\($0.name),\($0.patients),\($0.coverage),\($0.interval.lowerBound),\($0.interval.upperBound),"
          + "\($0.width),\($0.error)\n"
      }.joined()
  }
}
