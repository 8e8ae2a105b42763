import Foundation

/// The distribution of one uncertain number before any data.
///
/// Each can be written as a monotone function of a standard normal variable, its normal score; inference works on
/// the scores, whose prior is the standard normal one whatever the marginal, so that no parameter can leave its
/// bounds and no prior density has to be evaluated.
public enum Marginal: Sendable, Hashable, Codable {
  /// Every value from low to high alike.
  case uniform(low: Double, high: Double)
  /// Every logarithm from that of low to that of high alike; low is positive.
  case logUniform(low: Double, high: Double)
  /// Normal with the mean and deviation of the untruncated one, cut to low ... high.
  case truncatedNormal(mean: Double, deviation: Double, low: Double, high: Double)
  /// Normal, without bounds.
  case normal(mean: Double, deviation: Double)
  /// Log-normal with the given median and deviation of the logarithm; positive, without upper bound.
  case logNormal(median: Double, logDeviation: Double)

  /// Throws what is wrong with the numbers, if anything.
  ///
  /// - Parameter name: name of the number, for the error.
  /// - Throws: `StatisticsError.outOfRange`.
  public func validate(name: String) throws(StatisticsError) {
    switch self {
    case .uniform(let low, let high):
      try Self.requireOrder(low, high, name)
    case .logUniform(let low, let high):
      try Self.requireOrder(low, high, name)
      try StatisticsError.requirePositive(low, "The lower end of '\(name)' (log-uniform)")
    case .truncatedNormal(let mean, let deviation, let low, let high):
      try Self.requireOrder(low, high, name)
      try StatisticsError.requirePositive(deviation, "The deviation of '\(name)'")
      try StatisticsError.requireFinite([mean], "The mean of '\(name)'")
      guard Truncation(mean, deviation, low, high).mass > 1e-290 else {
        throw .outOfRange(
          what: "The mean of '\(name)'", allowed: "within 36 deviations of its bounds", found: mean)
      }
    case .normal(let mean, let deviation):
      try StatisticsError.requirePositive(deviation, "The deviation of '\(name)'")
      try StatisticsError.requireFinite([mean], "The mean of '\(name)'")
    case .logNormal(let median, let logDeviation):
      try StatisticsError.requirePositive(median, "The median of '\(name)'")
      try StatisticsError.requirePositive(logDeviation, "The log deviation of '\(name)'")
    }
  }

  /// The bounds; infinite where there is none.
  public var bounds: ClosedRange<Double> {
    switch self {
    case .uniform(let low, let high), .logUniform(let low, let high),
      .truncatedNormal(_, _, let low, let high):
      low...high
    case .normal: -Double.infinity...Double.infinity
    case .logNormal: 0...Double.infinity
    }
  }

  private static func requireOrder(_ low: Double, _ high: Double, _ name: String) throws(StatisticsError) {
    try StatisticsError.requireFinite([low, high], "The bounds of '\(name)'")
    guard low < high else {
      throw .outOfRange(what: "The upper bound of '\(name)'", allowed: "above \(low)", found: high)
    }
  }
}
