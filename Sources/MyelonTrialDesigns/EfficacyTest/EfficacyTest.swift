import MyelonStatistics

/// Significance level and sides of a test.
public struct EfficacyTest: Sendable, Hashable, Codable {
  /// Probability of a false success, of both sides together if two-sided.
  public var significance: Double
  /// Whether either direction counts as significant.
  public var isTwoSided: Bool

  /// Describes a test.
  ///
  /// - Parameters:
  ///   - significance: probability of a false success.
  ///   - isTwoSided: whether either direction counts.
  public init(significance: Double = 0.05, isTwoSided: Bool = true) {
    self.significance = significance
    self.isTwoSided = isTwoSided
  }

  /// Significance level of one side.
  public var oneSidedSignificance: Double { isTwoSided ? significance / 2 : significance }

  /// The z beyond which one side is significant.
  var criticalZ: Double { NormalDistribution.standard.upperQuantile(oneSidedSignificance) }

  /// Power of a z test whose statistic has a mean and variance 1; both sides if the test has two.
  func normalPower(mean: Double) -> Double {
    let normal = NormalDistribution.standard
    let upper = normal.upperTail(criticalZ - mean)
    return isTwoSided ? upper + normal.upperTail(criticalZ + mean) : upper
  }

  /// What is wrong with the test; nothing if it can be used.
  func findings() -> [EfficacyError] {
    EfficacyError.between(significance, 0, isTwoSided ? 1 : 0.5, "significance")
  }
}
