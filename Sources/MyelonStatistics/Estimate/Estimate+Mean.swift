extension Estimate {
  /// Takes a number with its standard error; the interval is the normal one of 95 %.
  ///
  /// - Parameters:
  ///   - value: the estimate.
  ///   - standardError: its standard error.
  public init(value: Double, standardError: Double) {
    let reach = 1.96 * standardError
    self.init(value: value, standardError: standardError, low: value - reach, high: value + reach)
  }

  /// Mean of independent numbers with Student's interval of 95 %; nil for fewer than two.
  ///
  /// - Parameter values: the numbers.
  public init?(meanOf values: [Double]) {
    guard values.count > 1 else { return nil }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let error = (variance / count).squareRoot()
    guard let student = try? StudentDistribution(degreesOfFreedom: count - 1) else { return nil }
    let reach = student.upperQuantile(0.025) * error
    self.init(value: mean, standardError: error, low: mean - reach, high: mean + reach)
  }
}
