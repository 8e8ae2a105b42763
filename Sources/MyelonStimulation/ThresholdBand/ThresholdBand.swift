import MyelonAnatomy

/// How far the threshold of a population moves when the least certain properties of the tissue do.
public struct ThresholdBand: Sendable, Hashable, Codable {
  /// Name of the montage.
  public let montage: String
  /// Class.
  public let fibreClass: FibreClass
  /// Segment of the root.
  public let segment: String
  /// Side of the body.
  public let side: Side
  /// Amplitudes at which a tenth of the population fires, mA, one a sampled set; nil above the range.
  public let thresholds: [Double?]

  /// Lowest of the sets, mA; nil when none fires within the range.
  public var low: Double? { thresholds.compactMap { $0 }.min() }
  /// Highest of the sets, mA; nil when some set does not fire within the range.
  public var high: Double? {
    thresholds.contains { $0 == nil } ? nil : thresholds.compactMap { $0 }.max()
  }
  /// Middle of the sets, mA: sets that do not fire count as highest; nil when the middle does not fire.
  public var central: Double? {
    let sorted = thresholds.map { $0 ?? .infinity }.sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = 0.5 * (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2])
    return middle.isFinite ? middle : nil
  }
}
