/// A number with its standard error and an interval.
public struct Estimate: Sendable, Hashable, Codable {
  /// The estimate.
  public let value: Double
  /// Standard error.
  public let standardError: Double
  /// Lower end of the interval.
  public let low: Double
  /// Upper end of the interval.
  public let high: Double

  /// Makes an estimate.
  ///
  /// - Parameters:
  ///   - value: the estimate.
  ///   - standardError: its standard error.
  ///   - low: lower end of the interval.
  ///   - high: upper end of the interval.
  public init(value: Double, standardError: Double, low: Double, high: Double) {
    self.value = value
    self.standardError = standardError
    self.low = low
    self.high = high
  }
}
