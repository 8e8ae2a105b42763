/// Weighted draws of all parameters after the data, with their outputs.
public struct PosteriorSample: Sendable, Hashable, Codable {
  /// The parameters.
  public let space: ParameterSpace
  /// Running number of the run of each draw.
  public let identifiers: [UInt32]
  /// Normal scores of each draw.
  public let scores: [[Double]]
  /// Outputs of each draw as simulated.
  public let outputs: [OutputVector]
  /// Data that each draw would give if they were taken again: outputs with fresh noise.
  public let replicates: [OutputVector]
  /// Weights, summing to 1.
  public let weights: [Double]

  /// Number of draws.
  public var count: Int { scores.count }

  /// Kish's effective sample size.
  public var effectiveSize: Double { WeightedSample.effectiveSize(weights) }

  /// Parameter values of one draw.
  public func values(_ draw: Int) -> [Double] { space.values(atScores: scores[draw]) }

  /// The draws of one parameter.
  ///
  /// - Parameter index: index of the parameter.
  /// - Returns: its weighted values.
  /// - Throws: `StatisticsError` if there are no draws.
  public func parameter(_ index: Int) throws(StatisticsError) -> WeightedSample {
    try WeightedSample(scores.map { space.marginals[index].value(atScore: $0[index]) }, weights: weights)
  }

  /// Indices of equally weighted draws; see `WeightedSample.systematic(weights:count:seed:)`.
  public func resampled(count: Int, seed: UInt64) -> [Int] {
    WeightedSample.systematic(weights: weights, count: count, seed: seed)
  }
}
