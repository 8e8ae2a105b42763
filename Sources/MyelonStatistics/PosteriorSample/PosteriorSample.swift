import MyelonRandom

/// Weighted draws of all parameters after the data, with their outputs.
public struct PosteriorSample: Sendable, Hashable, Codable {
  /// The parameters.
  public let space: ParameterSpace
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

  /// Indices of equally weighted draws: a draw of weight w stands about w times `count` times.
  ///
  /// Systematic resampling (Kitagawa 1996, doi:10.1080/10618600.1996.10474692): one random number, then equal steps.
  ///
  /// - Parameters:
  ///   - count: number of draws wanted.
  ///   - seed: seed of the random number.
  /// - Returns: `count` indices, ascending.
  public func resampled(count: Int, seed: UInt64) -> [Int] {
    var stream = RandomStream(seed: seed, entity: 0)
    let offset = stream.uniform()
    var result: [Int] = []
    result.reserveCapacity(count)
    var draw = 0
    var reached = weights.first ?? 1
    for place in 0..<count {
      let target = (Double(place) + offset) / Double(count)
      while reached < target, draw + 1 < weights.count {
        draw += 1
        reached += weights[draw]
      }
      result.append(draw)
    }
    return result
  }
}
