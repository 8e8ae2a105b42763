import Foundation

/// Numbers with weights: draws from a distribution, a particle or a member each.
public struct WeightedSample: Sendable, Hashable, Codable {
  /// The numbers, in the order given.
  public let values: [Double]
  /// Their weights, scaled to sum 1.
  public let weights: [Double]
  /// Indices of the numbers in ascending order; those of weight zero are left out.
  private let order: [Int]

  /// Takes numbers with weights.
  ///
  /// - Parameters:
  ///   - values: finite numbers, at least one.
  ///   - weights: as many weights, not negative, at least one positive; nil means all alike.
  /// - Throws: `StatisticsError`.
  public init(_ values: [Double], weights: [Double]? = nil) throws(StatisticsError) {
    try StatisticsError.requireCount(values, atLeast: 1, "values")
    try StatisticsError.requireFinite(values, "Values")
    self.init(values, normalised: try Self.normalised(weights, count: values.count))
  }

  private init(_ values: [Double], normalised weights: [Double]) {
    self.values = values
    self.weights = weights
    order = values.indices.filter { weights[$0] > 0 }.sorted { (values[$0], $0) < (values[$1], $1) }
  }

  /// Weights that sum to one.
  ///
  /// - Parameters:
  ///   - weights: weights, not negative; nil means all alike.
  ///   - count: how many there must be.
  /// - Returns: the scaled weights.
  /// - Throws: `StatisticsError` if one is negative or not finite or none is positive.
  public static func normalised(_ weights: [Double]?, count: Int) throws(StatisticsError) -> [Double] {
    guard let weights else { return [Double](repeating: 1 / Double(count), count: count) }
    try StatisticsError.requireLength(weights.count, count, "weights")
    try StatisticsError.requireFinite(weights, "Weights")
    if let negative = weights.first(where: { $0 < 0 }) {
      throw .outOfRange(what: "Weights", allowed: "not negative", found: negative)
    }
    guard let largest = weights.max(), largest > 0 else {
      throw .outOfRange(what: "The sum of weights", allowed: "positive", found: 0)
    }
    // By the largest first, so that the sum cannot overflow.
    let scaled = weights.map { $0 / largest }
    let sum = scaled.reduce(0, +)
    return scaled.map { $0 / sum }
  }

  /// Kish's effective sample size, 1 / Σ w² for weights that sum to 1: the number of equally weighted draws that know
  /// a mean as well.
  public var effectiveSize: Double { Self.effectiveSize(weights) }

  /// Kish's effective sample size of any weights: (Σ w)² / Σ w².
  public static func effectiveSize(_ weights: [Double]) -> Double {
    let sum = weights.reduce(0, +)
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    return squares > 0 ? sum * sum / squares : 0
  }

  /// Weighted mean.
  public var mean: Double { zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } }

  /// Weighted variance, unbiased for reliability weights: Σ w (x - mean)² / (1 - Σ w²); zero for one draw.
  public var variance: Double {
    let mean = mean
    let sum = zip(values, weights).reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) }
    let free = 1 - weights.reduce(0) { $0 + $1 * $1 }
    return free > 1e-15 ? sum / free : 0
  }

  /// Square root of the variance.
  public var deviation: Double { variance.squareRoot() }

  /// The share of weight at or below x.
  public func cumulative(_ x: Double) -> Double {
    zip(values, weights).reduce(0) { $0 + ($1.0 <= x ? $1.1 : 0) }
  }

  /// The p-quantile.
  ///
  /// Of type 7 (linear between order statistics, the default of R and numpy) for equal weights, and its extension to
  /// weights by Akinshin 2023, "Weighted quantile estimators", arXiv:2304.07265: order statistics are averaged over the
  /// window [h/n, (h+1)/n], h = p (n - 1), of the cumulative weight, with Kish's effective size for n. Draws of weight
  /// zero do not matter, and small changes of weights change it little.
  ///
  /// - Parameter p: probability; below 0 counts as 0, above 1 as 1.
  /// - Returns: the quantile; NaN for NaN.
  public func quantile(_ p: Double) -> Double {
    guard !p.isNaN else { return .nan }
    let size = effectiveSize
    let left = min(max(p, 0), 1) * (size - 1) / size
    let width = 1 / size
    var sum = 0.0
    var total = 0.0
    var reached = 0.0
    for index in order {
      let before = reached
      reached += weights[index]
      let share = max(0, min(reached, left + width) - max(before, left))
      sum += share * values[index]
      total += share
      if reached >= left + width { break }
    }
    return total > 0 ? sum / total : values[order[order.count - 1]]
  }

  /// The interval between two quantiles with equal tails.
  ///
  /// - Parameter probability: probability inside, in (0, 1).
  /// - Returns: its ends.
  public func interval(_ probability: Double) -> ClosedRange<Double> {
    let low = quantile((1 - probability) / 2)
    return low...max(low, quantile((1 + probability) / 2))
  }

  /// The shortest interval between draws that holds at least a probability (highest density, if there is one peak).
  ///
  /// - Parameter probability: probability inside, in (0, 1].
  /// - Returns: its ends.
  public func shortestInterval(_ probability: Double) -> ClosedRange<Double> {
    var best = values[order[0]]...values[order[order.count - 1]]
    var start = 0
    var inside = 0.0
    for end in order.indices {
      inside += weights[order[end]]
      while start < end, inside - weights[order[start]] >= probability - 1e-12 {
        inside -= weights[order[start]]
        start += 1
      }
      guard inside >= probability - 1e-12 else { continue }
      let (low, high) = (values[order[start]], values[order[end]])
      if high - low < best.upperBound - best.lowerBound { best = low...high }
    }
    return best
  }
}

extension WeightedSample {
  private enum CodingKeys: String, CodingKey {
    case values, weights
  }

  /// Reads a sample, checks it like a new one, and keeps the weights as they are stored.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let values = try container.decode([Double].self, forKey: .values)
    let weights = try container.decode([Double].self, forKey: .weights)
    _ = try WeightedSample(values, weights: weights)
    self.init(values, normalised: weights)
  }

  /// Writes the numbers and their weights.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(values, forKey: .values)
    try container.encode(weights, forKey: .weights)
  }
}
