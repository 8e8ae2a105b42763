import MyelonStatistics

/// How a fit is made.
public struct FitSettings: Sendable, Hashable, Codable {
  /// Lives drawn from what is believed before any data.
  public var prior: Int
  /// Lives kept from generation to generation.
  public var kept: Int
  /// New lives in each generation after the first.
  public var renewed: Int
  /// Most lives in all.
  public var maximum: Int
  /// Stops when a smaller share of the new lives comes nearer to the data.
  public var minimumAcceptance: Double
  /// Largest distance to the data, in root mean square deviations, with which the baseline counts as reproduced.
  public var largestDistance: Double
  /// Fewest effective draws with which anything is predicted.
  public var minimumEffectiveSize: Double

  /// Decides how to fit.
  ///
  /// - Parameters:
  ///   - prior: assumed: a thousand and more find the right region among ten variables.
  ///   - kept: assumed: two hundred draws hold quantiles of 5 and 95 % and leave a hundred effective ones.
  ///   - renewed: new lives a generation.
  ///   - maximum: most lives; ten minutes on two cores at 1 mm and a baseline of four weeks.
  ///   - minimumAcceptance: Lenormand and others advise 0.01 to 0.05; more costs little precision here.
  ///   - largestDistance: assumed: two examinations of one person differ by √2 in this measure.
  ///   - minimumEffectiveSize: fewest effective draws.
  public init(
    prior: Int = 1200, kept: Int = 200, renewed: Int = 200, maximum: Int = 4000,
    minimumAcceptance: Double = 0.06, largestDistance: Double = 1.5, minimumEffectiveSize: Double = 80
  ) {
    self.prior = prior
    self.kept = kept
    self.renewed = renewed
    self.maximum = maximum
    self.minimumAcceptance = minimumAcceptance
    self.largestDistance = largestDistance
    self.minimumEffectiveSize = minimumEffectiveSize
  }

  /// The sampler's options.
  func options(seed: UInt64) -> ApproximateBayesSampler.Options {
    var options = ApproximateBayesSampler.Options(seed: seed)
    options.firstPopulation = max(prior, kept)
    options.population = kept + renewed
    options.keptShare = Double(kept) / Double(kept + renewed)
    options.minimumAcceptance = minimumAcceptance
    options.maximumSimulations = max(maximum, options.firstPopulation ?? 0, options.population)
    options.kernelInflation = 1
    return options
  }

  /// When the baseline counts as reproduced.
  var rule: ReproductionRule {
    ReproductionRule(minimumEffectiveSize: minimumEffectiveSize, largestTolerance: largestDistance)
  }
}
