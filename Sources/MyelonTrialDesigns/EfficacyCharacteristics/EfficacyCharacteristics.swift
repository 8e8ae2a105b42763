import MyelonStatistics

/// How simulated trials of efficacy ended, with Monte Carlo intervals.
public struct EfficacyCharacteristics: Sendable, Hashable, Codable {
  /// Number of simulated trials.
  public let trials: Int
  /// Trials that ended with success, look by look.
  public let successes: [Int]
  /// Trials that stopped early for futility or harm, look by look.
  public let stops: [Int]
  /// Trials whose analysis gave no result; they count as no success.
  public let failures: Int
  /// Mean number of people analysed, with a normal interval.
  public let people: Estimate
  /// Mean of the estimated effects, with a normal interval.
  public let effect: Estimate
  /// Standard deviation of the estimated effects.
  public let effectDeviation: Double
  /// The true effect; nil if it is not known.
  public let trueEffect: Double?
  /// Trials whose 95 % interval covered the true effect; nil if that is not known.
  public let covered: Int?
  /// Probability of success by formula; nil where there is none.
  public internal(set) var formula: Double?

  package init(_ tally: SimulatedTally, trueEffect: Double?) {
    trials = tally.trials
    successes = tally.successes
    stops = tally.stops
    failures = tally.failures
    let count = Double(tally.trials)
    let variance = max(0, tally.peopleSquares / count - (tally.peopleSum / count) * (tally.peopleSum / count))
    people = Self.normal(mean: tally.peopleSum / count, deviation: variance.squareRoot(), count: count)
    let analysed = Double(tally.estimates.count)
    let mean = tally.estimates.isEmpty ? .nan : tally.estimates.reduce(0, +) / analysed
    let squares = tally.estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    effectDeviation = (squares / max(1, analysed - 1)).squareRoot()
    effect = Self.normal(mean: mean, deviation: effectDeviation, count: analysed)
    self.trueEffect = trueEffect
    covered = trueEffect == nil ? nil : tally.covered
    formula = nil
  }

  private static func normal(mean: Double, deviation: Double, count: Double) -> Estimate {
    let error = deviation / max(1, count).squareRoot()
    let reach = NormalDistribution.standard.upperQuantile(0.025) * error
    return Estimate(value: mean, standardError: error, low: mean - reach, high: mean + reach)
  }

  /// Share of trials with success, with Wilson's interval.
  ///
  /// - Parameter confidence: coverage of the interval.
  /// - Returns: the share.
  /// - Throws: `StatisticsError` if the confidence is not in (0, 1).
  public func success(confidence: Double = 0.95) throws(StatisticsError) -> Estimate {
    try ProportionInterval.wilson(
      successes: successes.reduce(0, +), trials: trials, confidence: confidence)
  }

  /// Share of analysed trials whose interval covered the true effect, with Wilson's interval; nil if that is not known.
  ///
  /// - Parameter confidence: coverage of the interval.
  /// - Returns: the share.
  /// - Throws: `StatisticsError` if the confidence is not in (0, 1) or nothing was analysed.
  public func coverage(confidence: Double = 0.95) throws(StatisticsError) -> Estimate? {
    guard let covered else { return nil }
    return try ProportionInterval.wilson(
      successes: covered, trials: trials - failures, confidence: confidence)
  }

  /// Formula and simulation side by side.
  ///
  /// - Throws: `StatisticsError` if there are no trials.
  public func table() throws(StatisticsError) -> DesignTable {
    func row(_ name: String, _ formula: Double?, _ found: Estimate) -> [String] {
      [
        name, formula.map { $0.isNaN ? "-" : Wording.decimal($0, 4) } ?? "-", Wording.decimal(found.value, 4),
        "\(Wording.decimal(found.low, 4)) to \(Wording.decimal(found.high, 4))",
      ]
    }
    var rows = [row("success", formula, try success())]
    if successes.count > 1 {
      for look in successes.indices {
        let share = try ProportionInterval.wilson(successes: successes[look], trials: trials)
        rows.append(row("success at look \(look + 1)", nil, share))
        let stop = try ProportionInterval.wilson(successes: stops[look], trials: trials)
        rows.append(row("stopped at look \(look + 1)", nil, stop))
      }
    }
    rows.append(row("people", nil, people))
    rows.append(row("estimated effect", trueEffect, effect))
    if let coverage = try coverage() { rows.append(row("interval covers the effect", 0.95, coverage)) }
    return DesignTable(
      title: "Operating characteristics", columns: ["", "formula or truth", "simulated", "95 % interval"],
      rows: rows,
      notes: [
        "\(trials) simulated trials; intervals tell the error of simulation, not of the assumptions"
      ] + (failures == 0 ? [] : ["\(failures) analyses gave no result and count as no success"]))
  }
}
