/// When data count as reproduced.
///
/// The data are compared with replicates, data that the posterior would give if the examination were repeated. For each
/// datum the replicates have a weighted mean m and deviation s (s at least the noise of the datum, so that a datum on
/// which all replicates agree is not infinitely sharp). All data together are judged by T(y) = Σ ((y - m) / s)²: the
/// weighted share of replicates with a T at least that of the data is a posterior predictive p-value (Gelman, Meng & Stern
/// 1996, "Posterior predictive assessment of model fitness via realized discrepancies", Stat. Sinica 6:733). Such p-values
/// crowd around one half because the data are used twice, so that a small one is rarer than its number says.
public struct ReproductionRule: Sendable, Hashable, Codable {
  /// Fewest effective draws.
  public var minimumEffectiveSize: Double
  /// Smallest share of replicates as far out as the data.
  public var minimumTailProbability: Double
  /// Probability with which any sound datum may be called an outlier, shared among all data after Bonferroni.
  public var outlierProbability: Double
  /// Largest distance to the data that an approximate sampler may end with; nil means any.
  public var largestTolerance: Double?

  /// Makes a rule.
  ///
  /// - Parameters:
  ///   - minimumEffectiveSize: assumed because quantiles of 5 and 95 % then rest on five draws each.
  ///   - minimumTailProbability: assumed, the customary level.
  ///   - outlierProbability: assumed, one sound fit in a thousand refused for a single datum.
  ///   - largestTolerance: largest distance; nil means any.
  public init(
    minimumEffectiveSize: Double = 100, minimumTailProbability: Double = 0.05,
    outlierProbability: Double = 0.001,
    largestTolerance: Double? = nil
  ) {
    self.minimumEffectiveSize = minimumEffectiveSize
    self.minimumTailProbability = minimumTailProbability
    self.outlierProbability = outlierProbability
    self.largestTolerance = largestTolerance
  }
}
