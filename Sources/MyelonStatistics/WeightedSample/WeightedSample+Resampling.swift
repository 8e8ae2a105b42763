import MyelonRandom

extension WeightedSample {
  /// Indices of equally weighted draws: a draw of weight w stands about w times `count` times.
  ///
  /// Systematic resampling (Kitagawa 1996, doi:10.1080/10618600.1996.10474692): one random number, then equal steps.
  ///
  /// - Parameters:
  ///   - weights: weights that sum to 1.
  ///   - count: number of draws wanted.
  ///   - seed: seed of the random number.
  /// - Returns: `count` indices, ascending.
  public static func systematic(weights: [Double], count: Int, seed: UInt64) -> [Int] {
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
