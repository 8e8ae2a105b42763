import Foundation

/// Scores of probabilistic forecasts against what happened; all of them are better when smaller.
///
/// Gneiting & Raftery 2007, "Strictly proper scoring rules, prediction, and estimation", J. Am. Stat. Assoc. 102:359,
/// doi:10.1198/016214506000001437.
public enum ForecastScore {
  /// Brier's score: the mean squared distance of a probability from what happened.
  ///
  /// - Parameters:
  ///   - probabilities: forecast probabilities of an event.
  ///   - happened: whether it happened.
  /// - Returns: the score, 0 to 1; 0.25 for always saying one half.
  /// - Throws: `StatisticsError`.
  public static func brier(_ probabilities: [Double], happened: [Bool]) throws(StatisticsError) -> Double {
    try StatisticsError.requireCount(probabilities, atLeast: 1, "forecasts")
    try StatisticsError.requireLength(happened.count, probabilities.count, "events")
    var sum = 0.0
    for (probability, event) in zip(probabilities, happened) {
      guard 0...1 ~= probability else {
        throw .outOfRange(what: "A probability", allowed: "in 0...1", found: probability)
      }
      let distance = probability - (event ? 1 : 0)
      sum += distance * distance
    }
    return sum / Double(probabilities.count)
  }

  /// Brier's score for one of several ordered or unordered categories: Σ (p - indicator)², 0 to 2.
  ///
  /// - Parameters:
  ///   - probabilities: forecast probabilities of the categories, summing to 1.
  ///   - category: index of what happened.
  /// - Returns: the score.
  /// - Throws: `StatisticsError` if the category does not exist.
  public static func brier(_ probabilities: [Double], category: Int) throws(StatisticsError) -> Double {
    guard probabilities.indices.contains(category) else {
      throw .outOfRange(what: "A category", allowed: "in 0..<\(probabilities.count)", found: Double(category))
    }
    return probabilities.enumerated().reduce(0) { sum, item in
      let distance = item.element - (item.offset == category ? 1 : 0)
      return sum + distance * distance
    }
  }

  /// The continuous ranked probability score of a weighted sample: E|X - y| - E|X - X'| / 2, in the unit of y.
  ///
  /// - Parameters:
  ///   - sample: the forecast.
  ///   - observed: what happened.
  ///   - isFair: whether draws are seen as a sample of the forecast, whose spread is then estimated without bias (Ferro
  ///     2014, doi:10.1002/qj.2270); otherwise the sample is the forecast.
  /// - Returns: the score, the absolute error for a single draw.
  public static func rankedProbability(_ sample: WeightedSample, observed: Double, isFair: Bool = false)
    -> Double
  {
    let pairs = zip(sample.values, sample.weights).sorted { $0.0 < $1.0 }
    var error = 0.0
    // Σ_i Σ_j w_i w_j |x_i - x_j| / 2 by one pass over the sorted draws.
    var spread = 0.0
    var weightBefore = 0.0
    var sumBefore = 0.0
    var squares = 0.0
    for (value, weight) in pairs {
      error += weight * abs(value - observed)
      spread += weight * (value * weightBefore - sumBefore)
      weightBefore += weight
      sumBefore += weight * value
      squares += weight * weight
    }
    let factor = isFair && squares < 1 ? 1 / (1 - squares) : 1
    return error - spread * factor
  }

  /// The continuous ranked probability score of a normal forecast, in closed form (Gneiting & Raftery, equation 21).
  public static func rankedProbability(_ normal: NormalDistribution, observed: Double) -> Double {
    let z = (observed - normal.mean) / normal.deviation
    let standard = NormalDistribution.standard
    let value = z * (2 * standard.cumulative(z) - 1) + 2 * standard.density(z) - 1 / Double.pi.squareRoot()
    return normal.deviation * value
  }

  /// The interval score: width plus 2/α times the distance by which what happened lies outside (equation 43).
  ///
  /// - Parameters:
  ///   - interval: the forecast interval.
  ///   - probability: its stated probability, 1 - α.
  ///   - observed: what happened.
  /// - Returns: the score, in the unit of the outcome.
  public static func interval(_ interval: ClosedRange<Double>, probability: Double, observed: Double)
    -> Double
  {
    let miss = max(interval.lowerBound - observed, observed - interval.upperBound, 0)
    return interval.upperBound - interval.lowerBound + 2 / (1 - probability) * miss
  }

  /// How often intervals held what happened, with an exact interval for that share.
  ///
  /// - Parameters:
  ///   - intervals: the forecast intervals.
  ///   - observed: what happened.
  ///   - confidence: confidence of the interval for the share.
  /// - Returns: the share, its standard error and Clopper and Pearson's interval.
  /// - Throws: `StatisticsError`.
  public static func coverage(
    _ intervals: [ClosedRange<Double>], observed: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    try StatisticsError.requireLength(observed.count, intervals.count, "observations")
    let hits = zip(intervals, observed).filter { $0.contains($1) }.count
    return try ProportionInterval.clopperPearson(
      successes: hits, trials: intervals.count, confidence: confidence)
  }

  /// The probability integral transform: the share of the forecast below what happened, ties counted half.
  ///
  /// Uniform over many forecasts if they are calibrated; heaped at both ends if they are too narrow.
  public static func probabilityTransform(_ sample: WeightedSample, observed: Double) -> Double {
    zip(sample.values, sample.weights).reduce(0) { sum, draw in
      sum + (draw.0 < observed ? draw.1 : (draw.0 == observed ? draw.1 / 2 : 0))
    }
  }
}
