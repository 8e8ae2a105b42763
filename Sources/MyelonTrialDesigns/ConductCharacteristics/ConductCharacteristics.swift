import MyelonStatistics

/// What a dose-finding trial does in time: selection, exposure, duration and patients who could not be treated.
public struct ConductCharacteristics: Codable, Sendable, Hashable {
  /// Selection, patients and toxicities.
  public var characteristics: OperatingCharacteristics
  /// Mean duration in days with an interval for the mean (95 %, normal).
  public var duration: Estimate
  /// Duration in days that 5, 25, 50, 75 and 95 % of the trials do not exceed.
  public var durationQuantiles: [Double]
  /// Expected number of patients added at each dose outside of the cohorts; they are among the patients.
  public var backfill: [Double]
  /// Expected number of patients turned away.
  public var turnedAway: Double
  /// Mean wait of a treated patient in days.
  public var wait: Double

  /// The numbers as a table.
  public var table: DesignTable {
    var table = characteristics.table
    table.rows.append(
      ["of them added outside of cohorts"] + backfill.map { Wording.decimal($0, 2) }
        + ["", Wording.decimal(backfill.reduce(0, +), 2)])
    let quantiles = durationQuantiles.map { Wording.decimal($0, 0) }.joined(separator: ", ")
    table.notes += [
      "duration \(Wording.decimal(duration.value, 0)) days on average; 5, 25, 50, 75, 95 %: \(quantiles) days",
      "turned away \(Wording.decimal(turnedAway, 2)) patients; mean wait \(Wording.decimal(wait, 1)) days",
    ]
    return table
  }
}
