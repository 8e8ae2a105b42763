extension WeightedSample {
  /// The weighted mean with its Monte Carlo error: how well these draws know the mean of what they were drawn from.
  ///
  /// The error is that of a ratio of sums by first-order propagation, s² = n / (n - 1) Σ w² (x - mean)² (the usual
  /// one of self-normalised importance sampling, with Kish's effective size n), which takes into account that heavy
  /// draws may lie far out; all weights alike give deviation / √n. The interval is the mean ± t s, with Student's t of
  /// n - 1 degrees of freedom, at least 1.
  ///
  /// - Parameter confidence: coverage, in (0, 1).
  /// - Returns: the mean with standard error and interval.
  /// - Throws: `StatisticsError.tooFew` if fewer than two draws have weight.
  public func meanEstimate(confidence: Double = 0.95) throws(StatisticsError) -> Estimate {
    try StatisticsError.requireProbability(confidence, "A confidence")
    let carrying = weights.count { $0 > 0 }
    guard carrying >= 2 else { throw .tooFew(what: "draws with weight", required: 2, found: carrying) }
    let mean = mean
    let size = effectiveSize
    let free = max(size - 1, 1)
    let squares = zip(values, weights).reduce(0) {
      $0 + $1.1 * $1.1 * ($1.0 - mean) * ($1.0 - mean)
    }
    let error = (size / free * squares).squareRoot()
    let student = try StudentDistribution(degreesOfFreedom: free)
    let reach = student.upperQuantile((1 - confidence) / 2) * error
    return Estimate(value: mean, standardError: error, low: mean - reach, high: mean + reach)
  }
}
