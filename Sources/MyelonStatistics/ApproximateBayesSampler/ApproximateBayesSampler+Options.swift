extension ApproximateBayesSampler {
  /// How to sample.
  public struct Options: Sendable, Hashable, Codable {
    /// Which covariance the kernel has.
    public enum Kernel: String, Sendable, Hashable, Codable {
      /// Each score moves alone.
      case componentwise
      /// Scores move together as the population is correlated; better for few parameters, needs a population well above
      /// the number of parameters.
      case multivariate
    }

    /// What a distance of one means for each datum.
    public enum Scale: String, Sendable, Hashable, Codable {
      /// The deviation stated with the datum.
      case stated
      /// The median absolute deviation of the outputs under the prior (Prangle 2017, doi:10.1214/16-BA1002); the stated
      /// deviation where that is smaller.
      case priorSpread
    }

    /// Particles of a generation, kept and new.
    public var population = 1000
    /// Particles of the first generation, which only has the prior to go by; nil means `population`.
    public var firstPopulation: Int?
    /// Share of them that is kept.
    public var keptShare = 0.5
    /// Covariance of the kernel.
    public var kernel = Kernel.multivariate
    /// Kernel covariance over that of the population.
    public var kernelInflation = 2.0
    /// Scale of each datum in the distance.
    public var scale = Scale.stated
    /// Stops when a smaller share of the new particles is nearer than the tolerance before.
    ///
    /// Lenormand and others advise 0.01 to 0.05.
    public var minimumAcceptance = 0.03
    /// Stops when the tolerance has come down to this; zero means never.
    public var targetTolerance = 0.0
    /// Stops before more runs than this.
    public var maximumSimulations = 100_000
    /// Seed of all draws.
    public var seed: UInt64

    /// Makes options.
    ///
    /// - Parameter seed: seed of all draws.
    public init(seed: UInt64) {
      self.seed = seed
    }

    /// Particles of the first generation.
    var first: Int { firstPopulation ?? population }

    /// Particles kept at least.
    var kept: Int { Int(Double(population) * keptShare) }

    func validate() throws(InferenceError) {
      guard population >= 10, population <= 1 << 24 else {
        throw .options("A population needs 10 to 2^24 particles; found \(population)")
      }
      guard keptShare > 0, keptShare < 1, kept >= 5, kept < population else {
        throw .options(
          "The kept share must leave at least 5 kept and one new particle of \(population); found \(keptShare)"
        )
      }
      guard first >= kept, first <= 1 << 24 else {
        throw .options(
          "A first generation needs at least the \(kept) particles that are kept; found \(first)")
      }
      guard kernelInflation > 0, kernelInflation.isFinite else {
        throw .options("The kernel's inflation must be positive; found \(kernelInflation)")
      }
      guard 0..<1 ~= minimumAcceptance else {
        throw .options("The least acceptance must be in 0..<1; found \(minimumAcceptance)")
      }
      guard targetTolerance >= 0 else {
        throw .options("The target tolerance must not be negative; found \(targetTolerance)")
      }
      guard maximumSimulations >= first, maximumSimulations < 1 << 31 else {
        throw .options(
          "The most runs must be \(first) (the first generation) to 2^31; found \(maximumSimulations)")
      }
    }
  }
}
