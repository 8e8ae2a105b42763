import MyelonQuantities

extension ParameterSpace {
  /// The plausible ranges of model parameters as distributions before any data.
  ///
  /// A range whose upper end is more than ten times its positive lower end is taken as log-uniform, because such a range
  /// states an order of magnitude; any other as uniform. Assumed because the tables state ranges and no shapes.
  ///
  /// - Parameter parameters: the parameters; those whose range is a single number are left out.
  /// - Throws: `StatisticsError` if none has a range.
  public init(plausibleRangesOf parameters: [Parameter]) throws(StatisticsError) {
    let varying = parameters.filter { $0.plausible.lowerBound < $0.plausible.upperBound }
    try self.init(
      varying.map { parameter in
        let (low, high) = (parameter.plausible.lowerBound, parameter.plausible.upperBound)
        let isScale = low > 0 && high > 10 * low
        return (parameter.id, isScale ? .logUniform(low: low, high: high) : .uniform(low: low, high: high))
      })
  }
}
