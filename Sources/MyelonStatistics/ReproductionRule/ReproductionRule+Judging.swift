extension ReproductionRule {
  /// What replicates say about one datum.
  struct Judged {
    /// Weighted means of the replicates.
    let means: [Double]
    /// Their deviations, at least the noise.
    let deviations: [Double]
    /// Share of replicates as far out as the data.
    let tailProbability: Double
    /// The verdict.
    let verdict: InferenceVerdict
  }

  /// Compares data with replicates.
  func judge(
    _ observation: Observation, replicates: [OutputVector], weights: [Double], tolerance: Double?
  ) throws(StatisticsError) -> Judged {
    var means: [Double] = []
    var deviations: [Double] = []
    for datum in 0..<observation.count {
      let sample = try WeightedSample(replicates.map { $0[datum] }, weights: weights)
      means.append(sample.mean)
      deviations.append(max(sample.deviation, observation.deviations[datum]))
    }
    func discrepancy(_ data: [Double]) -> Double {
      data.indices.reduce(0) { sum, datum in
        let distance = (data[datum] - means[datum]) / deviations[datum]
        return sum + distance * distance
      }
    }
    let observed = discrepancy(observation.values)
    let tail = zip(replicates, weights).reduce(0) { $0 + (discrepancy($1.0) >= observed ? $1.1 : 0) }
    let reach = NormalDistribution.standard.upperQuantile(outlierProbability / Double(2 * observation.count))
    let outliers = observation.values.indices.filter {
      abs(observation.values[$0] - means[$0]) > reach * deviations[$0]
    }
    var reasons: [InferenceVerdict.Reason] = []
    let size = WeightedSample.effectiveSize(weights)
    // Equal weights of n draws give n up to rounding.
    if size < minimumEffectiveSize * (1 - 1e-9) {
      reasons.append(.effectiveSize(found: size, required: minimumEffectiveSize))
    }
    if tail < minimumTailProbability {
      reasons.append(.tailProbability(found: tail, required: minimumTailProbability))
    }
    if !outliers.isEmpty { reasons.append(.outlyingData(outliers.map { observation.names[$0] })) }
    if let tolerance, let most = largestTolerance, tolerance > most {
      reasons.append(.tolerance(found: tolerance, required: most))
    }
    return Judged(
      means: means, deviations: deviations, tailProbability: tail,
      verdict: reasons.isEmpty ? .reproduced : .notReproduced(reasons))
  }
}
