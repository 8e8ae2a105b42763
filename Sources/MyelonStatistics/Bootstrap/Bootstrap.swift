import Foundation
import MyelonFields
import MyelonRandom

/// Resampling of independent units with replacement.
///
/// Replicate r draws from its own stream, so that the replicates do not depend on the number of threads. Efron &
/// Tibshirani 1993, An Introduction to the Bootstrap, chapters 6, 13 and 14.
public struct Bootstrap: Sendable, Hashable, Codable {
  /// How the replicates become an interval.
  public enum Interval: String, Sendable, Hashable, Codable {
    /// Quantiles of the replicates.
    case percentile
    /// The estimate plus and minus standard errors of a normal distribution.
    case normal
    /// Quantiles corrected for median bias and for a standard error that depends on the value (BCa).
    case accelerated
  }

  /// Number of replicates.
  public let replicates: Int
  /// Probability that the interval is to cover.
  public let confidence: Double
  /// Seed of the draws.
  public let seed: UInt64

  /// Keeps the streams apart from others of the same seed; any constant will do.
  private static let purpose: UInt64 = 0x424F_4F54_5354_5250

  /// Makes a bootstrap.
  ///
  /// - Parameters:
  ///   - replicates: number of replicates, at least 2; 1000 and more for percentile intervals.
  ///   - confidence: coverage of the intervals, in (0, 1).
  ///   - seed: seed of the draws.
  /// - Throws: `StatisticsError`.
  public init(replicates: Int = 2000, confidence: Double = 0.95, seed: UInt64) throws(StatisticsError) {
    guard replicates >= 2 else { throw .tooFew(what: "replicates", required: 2, found: replicates) }
    try StatisticsError.requireProbability(confidence, "A confidence")
    self.replicates = replicates
    self.confidence = confidence
    self.seed = seed
  }

  /// How often each unit stands in one replicate.
  ///
  /// - Parameters:
  ///   - replicate: index of the replicate.
  ///   - units: number of units.
  /// - Returns: a count for each unit, summing to the number of units.
  public func counts(replicate: Int, units: Int) -> [Int] {
    var stream = RandomStream(seed: seed ^ Self.purpose, entity: UInt32(truncatingIfNeeded: replicate))
    var counts = [Int](repeating: 0, count: units)
    for _ in 0..<units { counts[stream.index(below: units)] += 1 }
    return counts
  }

  /// All replicates of a statistic with several values.
  ///
  /// - Parameters:
  ///   - units: number of independent units.
  ///   - values: number of values of the statistic.
  ///   - executor: threads to use.
  ///   - statistic: the values for counts of each unit; called at the same time from several threads.
  /// - Returns: for each value its replicates.
  public func replicates(
    units: Int, values: Int, executor: SlabExecutor = SlabExecutor(threads: 1),
    _ statistic: ([Int]) -> [Double]
  ) -> [[Double]] {
    var flat = [Double](repeating: 0, count: replicates * values)
    flat.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let target = buffer
      executor.run(slabs: replicates) { replicate in
        let found = statistic(counts(replicate: replicate, units: units))
        precondition(found.count == values, "A statistic of \(values) values gave \(found.count)")
        for (index, value) in found.enumerated() { target[replicate * values + index] = value }
      }
    }
    return (0..<values).map { value in (0..<replicates).map { flat[$0 * values + value] } }
  }
}

extension Bootstrap {
  private enum CodingKeys: String, CodingKey {
    case replicates, confidence, seed
  }

  /// Reads a bootstrap and checks it like a new one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      replicates: container.decode(Int.self, forKey: .replicates),
      confidence: container.decode(Double.self, forKey: .confidence),
      seed: container.decode(UInt64.self, forKey: .seed))
  }
}
