import MyelonStatistics

/// The distribution of a number, such as a score or a length, over the members at every visit.
public struct ForecastOutcome: Sendable, Hashable, Codable {
  /// The number on one day.
  public struct Visit: Sendable, Hashable, Codable {
    /// Day after injury.
    public let day: Double
    /// How many members it rests on.
    public let coverage: MemberCoverage
    /// Weighted mean with its Monte Carlo interval; nil for fewer than two members.
    ///
    /// For a risk this is the probability of the hazard; its interval is kept within 0 and 1.
    public let mean: Estimate?
    /// Quantiles at `Forecast.probabilities`; empty when no member has the number.
    public let quantiles: [Double]
    /// The change from the first visit, member by member; nil at the first visit and where no member has both.
    public let change: Change?
  }

  /// A change from the first visit.
  public struct Change: Sendable, Hashable, Codable {
    /// Members that have the number at both visits.
    public let coverage: MemberCoverage
    /// Weighted mean with its Monte Carlo interval; nil for fewer than two members.
    public let mean: Estimate?
    /// Quantiles at `Forecast.probabilities`.
    public let quantiles: [Double]
  }

  /// What was measured.
  public let name: String
  /// Unit, empty for a pure number.
  public let unit: String
  /// What the number means.
  public let meaning: String
  /// The visits in order of time.
  public let visits: [Visit]

  /// Whether it is the risk of a hazard: a probability that each member states and none plays out.
  public var isRisk: Bool { unit == "probability" && name.hasSuffix("_risk") }

  /// The visit of a day, or nil.
  public func visit(_ day: Double) -> Visit? { visits.first { $0.day == day } }
}

extension ForecastOutcome {
  /// Sums up an outcome of an arm.
  init(_ outcome: StudyOutcome, days: [Double], table: ForecastTable, confidence: Double)
    throws(ForecastError)
  {
    name = outcome.name
    unit = outcome.unit
    meaning = outcome.meaning
    var found: [Visit] = []
    let first = days.first.flatMap { table.column(arm: outcome.arm, day: $0, name: outcome.name) }
    for day in days {
      guard let values = table.column(arm: outcome.arm, day: day, name: outcome.name) else { continue }
      let sample = try table.sample(values)
      var mean: Estimate?
      if let sample { mean = try ForecastTable.mean(sample, confidence: confidence) }
      if outcome.unit == "probability" { mean = mean?.within(0...1) }
      var change: Change?
      if day != days.first, let first {
        change = try Change(zip(values, first).map { $0 - $1 }, table: table, confidence: confidence)
      }
      found.append(
        Visit(
          day: day, coverage: MemberCoverage(known: values.map { !$0.isNaN }, weights: table.weights),
          mean: mean, quantiles: sample.map(Forecast.quantiles) ?? [], change: change))
    }
    visits = found
  }
}

extension ForecastOutcome.Change {
  /// Sums up differences, NaN where one of both is missing; nil when they all are.
  init?(_ differences: [Double], table: ForecastTable, confidence: Double) throws(ForecastError) {
    guard let sample = try table.sample(differences) else { return nil }
    coverage = MemberCoverage(known: differences.map { !$0.isNaN }, weights: table.weights)
    mean = try ForecastTable.mean(sample, confidence: confidence)
    quantiles = Forecast.quantiles(sample)
  }
}

extension Estimate {
  /// The same with the ends of the interval kept inside a range.
  func within(_ range: ClosedRange<Double>) -> Estimate {
    Estimate(
      value: value, standardError: standardError, low: max(low, range.lowerBound),
      high: min(high, range.upperBound))
  }
}
