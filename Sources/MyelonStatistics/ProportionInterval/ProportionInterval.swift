/// Confidence intervals for a proportion.
public enum ProportionInterval {
  /// Wilson's score interval: the proportions that a score test does not reject.
  ///
  /// Wilson 1927, doi:10.1080/01621459.1927.10502953. Close to its confidence on average, narrower than the exact one.
  ///
  /// - Parameters:
  ///   - successes: number of successes.
  ///   - trials: number of trials, at least 1.
  ///   - confidence: coverage, in (0, 1).
  /// - Returns: the proportion with standard error and interval.
  /// - Throws: `StatisticsError`.
  public static func wilson(successes: Int, trials: Int, confidence: Double = 0.95) throws(StatisticsError)
    -> Estimate
  {
    try check(successes, trials, confidence)
    return wilson(share: Double(successes) / Double(trials), size: Double(trials), confidence: confidence)
  }

  /// Wilson's interval for a share of a sample whose size need not be whole.
  static func wilson(share p: Double, size n: Double, confidence: Double) -> Estimate {
    let z = NormalDistribution.standard.upperQuantile((1 - confidence) / 2)
    let centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    let reach = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return Estimate(
      value: p, standardError: (p * (1 - p) / n).squareRoot(), low: p == 0 ? 0 : max(0, centre - reach),
      high: p == 1 ? 1 : min(1, centre + reach))
  }

  /// Clopper and Pearson's interval: covers at least its confidence whatever the proportion.
  ///
  /// Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404, by quantiles of beta distributions.
  ///
  /// - Parameters:
  ///   - successes: number of successes.
  ///   - trials: number of trials, at least 1.
  ///   - confidence: coverage, in (0, 1).
  /// - Returns: the proportion with standard error and interval.
  /// - Throws: `StatisticsError`.
  public static func clopperPearson(successes: Int, trials: Int, confidence: Double = 0.95)
    throws(StatisticsError) -> Estimate
  {
    try check(successes, trials, confidence)
    let n = Double(trials)
    let x = Double(successes)
    let p = x / n
    let tail = (1 - confidence) / 2
    let low = successes == 0 ? 0 : try BetaDistribution(alpha: x, beta: n - x + 1).quantile(tail)
    let high = successes == trials ? 1 : try BetaDistribution(alpha: x + 1, beta: n - x).upperQuantile(tail)
    return Estimate(value: p, standardError: (p * (1 - p) / n).squareRoot(), low: low, high: high)
  }

  private static func check(_ successes: Int, _ trials: Int, _ confidence: Double) throws(StatisticsError) {
    guard trials >= 1 else { throw .tooFew(what: "trials", required: 1, found: trials) }
    guard 0...trials ~= successes else {
      throw .outOfRange(what: "Successes", allowed: "0 to \(trials)", found: Double(successes))
    }
    try StatisticsError.requireProbability(confidence, "A confidence")
  }
}
