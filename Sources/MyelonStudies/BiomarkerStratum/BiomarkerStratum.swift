import MyelonStatistics

/// The benefit of one arm over another among members with similar values of a biomarker.
public struct BiomarkerStratum: Sendable, Hashable, Codable {
  /// Lowest value, included; nil for the first stratum.
  public let from: Double?
  /// Value below which the stratum ends, excluded; nil for the last stratum.
  public let to: Double?
  /// The values in words, such as "10 mm to below 20 mm".
  public let label: String
  /// Number of members with both the biomarker and the outcome in both arms.
  public let members: Int
  /// Share of the weight of all such members.
  public let share: Double
  /// Kish's effective size of its members.
  public let effectiveSize: Double
  /// Mean benefit with an interval by Student's t; nil for fewer than two members.
  ///
  /// The intervals of all strata of a table hold together (Bonferroni), so that they may be set against each other.
  public let benefit: Estimate?
  /// Probability of being better by at least the margin; nil for a stratum without members.
  public let better: Estimate?
  /// Probability of being worse by at least the margin.
  public let worse: Estimate?

  /// Whether a value belongs to it.
  func contains(_ value: Double) -> Bool {
    (from.map { value >= $0 } ?? true) && (to.map { value < $0 } ?? true)
  }

  /// The values of a stratum in words.
  ///
  /// - Parameters:
  ///   - from: lowest value, or nil.
  ///   - to: value below which it ends, or nil.
  ///   - marker: the biomarker, which says how values are written.
  /// - Returns: such as "below 12 mm".
  static func label(from: Double?, to: Double?, of marker: BiomarkerValues) -> String {
    switch (from, to) {
    case (nil, nil): "all values"
    case (nil, let to?): "below \(marker.text(to))"
    case (let from?, nil): "\(marker.text(from)) and above"
    case (let from?, let to?): "\(marker.text(from)) to below \(marker.text(to))"
    }
  }
}
