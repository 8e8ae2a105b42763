import MyelonStatistics

/// How a fit is made.
public struct FitSettings: Sendable, Hashable, Codable {
  /// How persons and injuries are found.
  public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    /// Ensemble Kalman inversion: few lives, one solution (`EnsembleKalmanInversion`).
    case kalman
    /// Sequential approximate Bayesian computation: many lives, several solutions (`ApproximateBayesSampler`).
    case sequential
  }

  /// How persons and injuries are found.
  public var method: Method
  /// Draws: members of the Kalman ensemble, or lives that the sequential sampler keeps.
  public var draws: Int
  /// Lives that the sequential sampler draws before any data are looked at.
  public var prior: Int
  /// Most lives of the sequential sampler in all.
  public var maximum: Int
  /// The sequential sampler stops when a smaller share of its new lives comes nearer to the data.
  public var minimumAcceptance: Double
  /// Largest distance of a sequential fit to the data, in root mean square deviations, with which the baseline counts as
  /// reproduced.
  public var largestDistance: Double
  /// Fewest effective draws with which anything is predicted.
  public var minimumEffectiveSize: Double

  /// Decides how to fit.
  ///
  /// - Parameters:
  ///   - method: how persons and injuries are found.
  ///   - draws: assumed: two hundred hold quantiles of 5 and 95 %, and covariances of ten variables with thirty data.
  ///   - prior: assumed: a thousand and more find the right region among ten variables.
  ///   - maximum: most lives of the sequential sampler.
  ///   - minimumAcceptance: Lenormand and others advise 0.01 to 0.05; more costs little precision here.
  ///   - largestDistance: assumed: two examinations of one person differ by √2 in this measure.
  ///   - minimumEffectiveSize: fewest effective draws.
  public init(
    method: Method = .kalman, draws: Int = 200, prior: Int = 1200, maximum: Int = 6000,
    minimumAcceptance: Double = 0.05, largestDistance: Double = 1.5, minimumEffectiveSize: Double = 80
  ) {
    self.method = method
    self.draws = draws
    self.prior = prior
    self.maximum = maximum
    self.minimumAcceptance = minimumAcceptance
    self.largestDistance = largestDistance
    self.minimumEffectiveSize = minimumEffectiveSize
  }

  /// The sequential sampler's options: each generation renews as many lives as it keeps.
  func sequential(seed: UInt64) -> ApproximateBayesSampler.Options {
    var options = ApproximateBayesSampler.Options(seed: seed)
    options.firstPopulation = max(prior, draws)
    options.population = 2 * draws
    options.keptShare = 0.5
    options.minimumAcceptance = minimumAcceptance
    options.maximumSimulations = max(maximum, options.firstPopulation ?? 0, options.population)
    options.kernelInflation = 1
    return options
  }

  /// The inversion's options: as many steps as keep the members comparable, spurious correlations tapered.
  func kalman(seed: UInt64) -> EnsembleKalmanInversion.Options {
    var options = EnsembleKalmanInversion.Options(seed: seed)
    options.members = draws
    options.localisation = .correlation(c: Self.taper)
    return options
  }

  /// Sample correlations below about this over the root of the members are taken for chance; Luo & Bhakta 2020 advise 3,
  /// which hides weak but real ones in two hundred members.
  private static let taper = 2.0

  /// When the baseline counts as reproduced.
  var rule: ReproductionRule {
    ReproductionRule(minimumEffectiveSize: minimumEffectiveSize, largestTolerance: largestDistance)
  }
}
