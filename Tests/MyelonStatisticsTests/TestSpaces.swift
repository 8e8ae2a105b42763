import MyelonStatistics

/// Parameter spaces that several suites share.
enum TestSpaces {
  /// A cube whose edges all have the same range.
  static func cube(_ dimensions: Int, low: Double = 0, high: Double = 1) throws -> ParameterSpace {
    try ParameterSpace((1...dimensions).map { ("x\($0)", Marginal.uniform(low: low, high: high)) })
  }

  /// Independent standard normal parameters.
  static func normal(_ dimensions: Int) throws -> ParameterSpace {
    try ParameterSpace((1...dimensions).map { ("x\($0)", Marginal.normal(mean: 0, deviation: 1)) })
  }
}
