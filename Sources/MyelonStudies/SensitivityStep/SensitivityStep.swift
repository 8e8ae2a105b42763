import MyelonStatistics

/// The importance of all factors from the first part of a sample: one step of its convergence.
public struct SensitivityStep: Sendable, Hashable, Codable {
  /// Trajectories or points that were planned up to here.
  public let planned: Int
  /// Those of them that were used: without the ones that hold a failure.
  public let used: Int
  /// Rows that were used.
  public let rows: Int
  /// Importance of each factor with its interval, in the order of the factors.
  public let importance: [Estimate]

  /// Factors by falling importance.
  public var ranking: [Int] {
    importance.indices.sorted { (importance[$0].value, $1) > (importance[$1].value, $0) }
  }

  /// Length of the longest interval as a share of the largest importance; nil when nothing has any.
  public var widest: Double? {
    guard let largest = importance.map(\.value).max(), largest > 0 else { return nil }
    return (importance.map { $0.high - $0.low }.max() ?? 0) / largest
  }
}
