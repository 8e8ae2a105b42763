import Foundation
import MyelonFields

/// How often one arm does better than another on the same members.
///
/// Every member lives under both arms, so that the difference is a member's own and the spread between members does not
/// blur it.
public struct PairedComparison: Sendable, Hashable, Codable {
  /// Margin by which the first arm must be better, in the unit of the outcome.
  public let margin: Double
  /// Probability that the first arm is better by at least the margin; above it where the margin is zero.
  public let better: Estimate
  /// Probability that it is worse by at least the margin; below it where the margin is zero.
  public let worse: Estimate
  /// Mean difference.
  public let meanDifference: Estimate
  /// The differences, weighted.
  public let differences: WeightedSample

  /// Probability of a difference smaller than the margin.
  public var similar: Double { max(0, 1 - better.value - worse.value) }

  /// Compares two arms.
  ///
  /// - Parameters:
  ///   - first: outcome of each member under the first arm.
  ///   - second: outcome of the same members under the second arm.
  ///   - weights: weights of the members; nil means all alike.
  ///   - margin: margin, not negative.
  ///   - higherIsBetter: whether a larger outcome is the better one.
  ///   - bootstrap: resampling of members for the intervals, which say how well the ensemble knows these numbers, not
  ///     how well the model knows the patient.
  ///   - executor: threads to use.
  /// - Throws: `StatisticsError`.
  public init(
    _ first: [Double], against second: [Double], weights: [Double]? = nil, margin: Double = 0,
    higherIsBetter: Bool = true, bootstrap: Bootstrap, executor: SlabExecutor = SlabExecutor(threads: 1)
  ) throws(StatisticsError) {
    try StatisticsError.requireLength(second.count, first.count, "outcomes of the second arm")
    try StatisticsError.requireCount(first, atLeast: 2, "members")
    guard margin >= 0, margin.isFinite else {
      throw .outOfRange(what: "A margin", allowed: "not negative", found: margin)
    }
    let sign = higherIsBetter ? 1.0 : -1.0
    let sample = try WeightedSample(zip(first, second).map { sign * ($0 - $1) }, weights: weights)
    self.margin = margin
    differences = sample
    func statistics(_ counts: [Int]) -> [Double] {
      var sums = [0.0, 0, 0]
      var total = 0.0
      for (member, count) in counts.enumerated() where count > 0 {
        let weight = sample.weights[member] * Double(count)
        let difference = sample.values[member]
        total += weight
        if margin > 0 ? difference >= margin : difference > 0 { sums[0] += weight }
        if margin > 0 ? difference <= -margin : difference < 0 { sums[1] += weight }
        sums[2] += weight * difference
      }
      return total > 0 ? sums.map { $0 / total } : [0, 0, 0]
    }
    let values = statistics([Int](repeating: 1, count: first.count))
    let replicates = bootstrap.replicates(units: first.count, values: 3, executor: executor) {
      statistics($0)
    }
    better = try bootstrap.estimate(value: values[0], replicates: replicates[0], interval: .percentile)
    worse = try bootstrap.estimate(value: values[1], replicates: replicates[1], interval: .percentile)
    meanDifference = try bootstrap.estimate(
      value: values[2], replicates: replicates[2], interval: .percentile)
  }
}
