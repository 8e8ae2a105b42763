import Foundation
import MyelonFields

extension Bootstrap {
  /// The estimate of one number with its standard error and interval.
  ///
  /// - Parameters:
  ///   - units: number of independent units, at least 2.
  ///   - interval: kind of interval.
  ///   - executor: threads to use.
  ///   - statistic: the number for counts of each unit; all ones give the estimate.
  /// - Returns: the estimate.
  /// - Throws: `StatisticsError` if there are fewer than two units or the statistic is not finite.
  public func estimate(
    units: Int, interval: Interval = .percentile, executor: SlabExecutor = SlabExecutor(threads: 1),
    _ statistic: ([Int]) -> Double
  ) throws(StatisticsError) -> Estimate {
    guard units >= 2 else { throw .tooFew(what: "units", required: 2, found: units) }
    let value = statistic([Int](repeating: 1, count: units))
    try StatisticsError.requireFinite([value], "A statistic")
    let found = replicates(units: units, values: 1, executor: executor) { [statistic($0)] }
    guard interval == .accelerated else {
      return try estimate(value: value, replicates: found[0], interval: interval)
    }
    let jackknife = (0..<units).map { left in
      var counts = [Int](repeating: 1, count: units)
      counts[left] = 0
      return statistic(counts)
    }
    return try accelerated(value: value, replicates: found[0], jackknife: jackknife)
  }

  /// An estimate from a value and its replicates.
  ///
  /// - Parameters:
  ///   - value: the estimate from all units.
  ///   - replicates: the estimates from resampled units.
  ///   - interval: `.percentile` or `.normal`.
  /// - Returns: the estimate.
  /// - Throws: `StatisticsError.notFinite` if a replicate is not finite.
  public func estimate(value: Double, replicates: [Double], interval: Interval) throws(StatisticsError)
    -> Estimate
  {
    try StatisticsError.requireFinite(replicates, "Replicates")
    let error = Self.deviation(replicates)
    let tail = (1 - confidence) / 2
    guard interval == .percentile else {
      let reach = -NormalDistribution.standardQuantile(tail) * error
      return Estimate(value: value, standardError: error, low: value - reach, high: value + reach)
    }
    let sorted = replicates.sorted()
    return Estimate(
      value: value, standardError: error, low: Self.quantile(sorted, tail),
      high: Self.quantile(sorted, 1 - tail))
  }

  /// The bias-corrected and accelerated interval.
  ///
  /// Efron 1987, "Better bootstrap confidence intervals", J. Am. Stat. Assoc. 82:171.
  private func accelerated(value: Double, replicates: [Double], jackknife: [Double]) throws(StatisticsError)
    -> Estimate
  {
    try StatisticsError.requireFinite(replicates, "Replicates")
    try StatisticsError.requireFinite(jackknife, "Values with one unit left out")
    let sorted = replicates.sorted()
    // Share of replicates below the estimate, ties counted half.
    let below = replicates.reduce(0.0) { $0 + ($1 < value ? 1 : ($1 == value ? 0.5 : 0)) }
    let share = below / Double(replicates.count)
    guard share > 0, share < 1 else { throw .noVariation(what: "Replicates on both sides of the estimate") }
    let bias = NormalDistribution.standardQuantile(share)
    let mean = jackknife.reduce(0, +) / Double(jackknife.count)
    let squares = jackknife.reduce(0) { $0 + (mean - $1) * (mean - $1) }
    let cubes = jackknife.reduce(0) { $0 + (mean - $1) * (mean - $1) * (mean - $1) }
    let acceleration = squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
    func end(_ probability: Double) -> Double {
      let shifted = bias + NormalDistribution.standardQuantile(probability)
      let corrected = bias + shifted / (1 - acceleration * shifted)
      return Self.quantile(sorted, NormalDistribution.lowerTail(corrected))
    }
    let tail = (1 - confidence) / 2
    return Estimate(
      value: value, standardError: Self.deviation(replicates), low: end(tail), high: end(1 - tail))
  }

  /// Standard deviation with n - 1.
  static func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
  }

  /// Quantile of sorted values, Hyndman and Fan's type 7.
  static func quantile(_ sorted: [Double], _ probability: Double) -> Double {
    let place = probability * Double(sorted.count - 1)
    let index = min(Int(place), sorted.count - 2)
    guard index >= 0 else { return sorted[0] }
    return sorted[index] + (place - Double(index)) * (sorted[index + 1] - sorted[index])
  }
}
