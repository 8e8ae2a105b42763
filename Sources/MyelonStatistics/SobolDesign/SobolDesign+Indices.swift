import MyelonFields

extension SobolDesign {
  /// The indices of one output.
  ///
  /// Outputs are centred first. First order: mean of B (AB_i - A) over the variance of A and B together (Saltelli et al.
  /// 2010, table 2 b); total: mean of (A - AB_i)² / 2 over the variance (Jansen 1999,
  /// doi:10.1016/S0010-4655(98)00154-4); pairs: mean of BA_i AB_j - A B over the variance, less both first orders
  /// (Saltelli 2002). Estimates of small indices can be slightly negative. Intervals are percentiles of resampled points.
  ///
  /// - Parameters:
  ///   - outputs: one number a run, in the order of the rows.
  ///   - bootstrap: resampling for the intervals.
  ///   - executor: threads to use; the result does not depend on them.
  /// - Returns: the indices.
  /// - Throws: `StatisticsError` if an output is missing, not finite or all are the same.
  public func indices(from outputs: [Double], bootstrap: Bootstrap, executor: SlabExecutor)
    throws(StatisticsError)
    -> SobolIndices
  {
    try check(outputs)
    return try indices(outputs[...], bootstrap, executor)
  }

  /// The indices of the first points only, doubling up to all: what more runs have changed.
  ///
  /// - Parameters:
  ///   - outputs: one number a run, in the order of the rows.
  ///   - bootstrap: resampling for the intervals.
  ///   - executor: threads to use.
  /// - Returns: indices for N/2^m ... N/4, N/2 and N points, at most eight of them, none under 8 points; prefixes whose
  ///   outputs are all the same are left out.
  /// - Throws: `StatisticsError` as `indices` does.
  public func convergence(from outputs: [Double], bootstrap: Bootstrap, executor: SlabExecutor)
    throws(StatisticsError) -> [SobolIndices]
  {
    try check(outputs)
    var result: [SobolIndices] = []
    for halvings in stride(from: 7, through: 0, by: -1) where points >> halvings >= 8 {
      let prefix = outputs.prefix((points >> halvings) * runsPerPoint)
      guard let first = prefix.first, prefix.contains(where: { $0 != first }) else { continue }
      try result.append(indices(prefix, bootstrap, executor))
    }
    return result
  }

  /// The indices of one output from some points alone.
  ///
  /// What is left after points are taken out is no longer a low-discrepancy sample, so errors shrink more slowly.
  ///
  /// - Parameters:
  ///   - units: numbers of the points, each once, at least two.
  ///   - outputs: one number a run, in the order of the rows; those of other points are not looked at.
  ///   - bootstrap: resampling of these points for the intervals.
  ///   - executor: threads to use; the result does not depend on them.
  /// - Returns: the indices.
  /// - Throws: `StatisticsError` if an output of these points is missing, not finite or all are the same.
  public func indices(
    ofUnits units: [Int], from outputs: [Double], bootstrap: Bootstrap, executor: SlabExecutor
  ) throws(StatisticsError) -> SobolIndices {
    try indices(self.outputs(ofUnits: units, in: outputs)[...], bootstrap, executor)
  }

  private func indices(_ outputs: ArraySlice<Double>, _ bootstrap: Bootstrap, _ executor: SlabExecutor)
    throws(StatisticsError) -> SobolIndices
  {
    let estimator = SobolEstimator(
      outputs: outputs, factors: factors.count, withSecondOrder: withSecondOrder)
    let once = [Int](repeating: 1, count: estimator.points)
    let values = estimator.values(counts: once)
    try StatisticsError.requireFinite(values, "Indices (the variance of A and B)")
    let replicates = bootstrap.replicates(units: estimator.points, values: values.count, executor: executor) {
      estimator.values(counts: $0)
    }
    var estimates: [Estimate] = []
    for (value, sample) in zip(values, replicates) {
      try estimates.append(bootstrap.estimate(value: value, replicates: sample, interval: .percentile))
    }
    let k = factors.count
    var pairs: [SobolIndices.Pair] = []
    if withSecondOrder {
      var place = 2 * k
      for first in 0..<k {
        for second in stride(from: first + 1, to: k, by: 1) {
          pairs.append(.init(first: first, second: second, index: estimates[place]))
          place += 1
        }
      }
    }
    let moments = estimator.moments(counts: once)
    return SobolIndices(
      factors: factors.names, first: Array(estimates[0..<k]), total: Array(estimates[k..<2 * k]),
      pairs: pairs,
      mean: moments.mean + estimator.centre, variance: moments.variance, points: estimator.points)
  }
}
