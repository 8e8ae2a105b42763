/// Shares of weight in equal bins.
public struct Histogram: Sendable, Hashable, Codable {
  /// Edges of the bins, ascending; one more than bins.
  public let edges: [Double]
  /// Share of the weight in each bin; a value on an inner edge counts in the bin above it.
  public let shares: [Double]

  /// Counts draws.
  ///
  /// - Parameters:
  ///   - sample: the draws.
  ///   - bins: number of bins, at least 1.
  ///   - range: what the bins cover; nil means from the smallest to the largest draw. Draws outside count nowhere, so
  ///     that shares then sum to less than 1.
  /// - Throws: `StatisticsError`.
  public init(_ sample: WeightedSample, bins: Int, range: ClosedRange<Double>? = nil) throws(StatisticsError)
  {
    guard bins >= 1 else { throw .tooFew(what: "bins", required: 1, found: bins) }
    let low = range?.lowerBound ?? sample.values.min() ?? 0
    let high = range?.upperBound ?? sample.values.max() ?? 0
    guard high > low, (high - low).isFinite else { throw .noVariation(what: "Ends of the range") }
    edges = (0...bins).map { $0 == bins ? high : low + (high - low) * Double($0) / Double(bins) }
    var shares = [Double](repeating: 0, count: bins)
    for (value, weight) in zip(sample.values, sample.weights) where value >= low && value <= high {
      shares[min(bins - 1, Int((value - low) / (high - low) * Double(bins)))] += weight
    }
    self.shares = shares
  }
}
