import MyelonSimulation

/// A published result as the report compares it; the one place that reads the record's own type.
struct PublishedFact {
  /// Name of the measure as in the scenario, for example `BBB`.
  let measure: String
  /// First and last day after injury to which it belongs.
  let days: ClosedRange<Double>
  /// Published mean, in `unit`.
  let mean: Double
  /// Published spread (±), in `unit`.
  let spread: Double?
  /// Unit of mean and spread.
  let unit: String
  /// Where it was published, not escaped.
  let source: String

  /// Anything that a reader must know before comparing, not escaped; may be empty.
  let note: String

  init(_ result: Scenario.PublishedResult) {
    measure = result.measure
    days = min(result.firstDay, result.lastDay)...max(result.firstDay, result.lastDay)
    mean = result.mean
    spread = result.spread
    unit = result.unit
    source = "\(result.source) (\(result.provenance.rawValue))"
    let kind: String? =
      switch result.spreadKind {
      case .standardDeviation: "± is the standard deviation"
      case .standardError: "± is the standard error of the mean"
      case .uncertainty: "± is how far off the number itself may be"
      case .unstated: nil
      }
    let hasSpread = result.spread != nil
    note = [hasSpread ? kind : nil, result.note.isEmpty ? nil : result.note].compactMap { $0 }
      .joined(separator: "; ")
  }

  /// The middle of the days.
  var day: Double { 0.5 * (days.lowerBound + days.upperBound) }

}
