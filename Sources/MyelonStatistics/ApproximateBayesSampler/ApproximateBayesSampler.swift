import Foundation
import MyelonFields
import MyelonRandom

/// Sequential approximate Bayesian computation: weighted particles whose outputs come ever closer to the data.
///
/// Adaptive population Monte Carlo (Lenormand, Jabot & Deffuant 2013, "Adaptive approximate Bayesian computation for
/// complex models", Comput. Stat. 28:2777, doi:10.1007/s00180-013-0428-3): of all particles the nearest share is kept, its
/// largest distance is the new tolerance, and as many new ones as are missing are drawn from normal kernels around those
/// kept and weighted by prior over proposal. Every generation costs the same number of runs, all known before, and none is
/// thrown away for being drawn outside of the bounds: particles live on normal scores, whose prior is standard normal.
public struct ApproximateBayesSampler: Sendable, Codable, Equatable {
  /// Why the sampler stopped.
  public enum Ending: String, Sendable, Hashable, Codable {
    /// The tolerance that was asked for, or an exact match of whole-numbered outputs.
    case reachedTolerance
    /// Too few of the new particles came nearer than the tolerance before.
    case lowAcceptance
    /// The next generation would need more runs than allowed.
    case simulationLimit
  }

  /// One draw with its outputs.
  public struct Particle: Sendable, Hashable, Codable {
    /// Running number of its run.
    public let identifier: UInt32
    /// Normal scores of the parameters.
    public let scores: [Double]
    /// Outputs as simulated.
    public let outputs: OutputVector
    /// Distance of the outputs, with noise, to the data.
    public let distance: Double
    /// Logarithm of prior over proposal.
    public let logWeight: Double
  }

  /// The parameters.
  public let space: ParameterSpace
  /// The data.
  public let observation: Observation
  /// How to sample.
  public let options: Options
  /// The particles kept, nearest first.
  public internal(set) var particles: [Particle] = []
  /// The generations so far.
  public internal(set) var steps: [InferenceReport.Step] = []
  /// Runs so far.
  public internal(set) var simulations = 0
  /// Failed runs so far.
  public internal(set) var failures = 0
  /// Why sampling stopped; nil while it goes on.
  public internal(set) var ending: Ending?
  /// Scale of each datum in the distance; set by the first generation.
  var scales: [Double] = []
  /// Outputs of the kept particles, run once more after sampling; only if the simulator draws the noise.
  var repeated: [OutputVector]?

  /// Prepares sampling; nothing is run yet.
  ///
  /// - Parameters:
  ///   - space: the parameters.
  ///   - observation: the data.
  ///   - options: how to sample.
  /// - Throws: `InferenceError.options`.
  public init(space: ParameterSpace, observation: Observation, options: Options) throws(InferenceError) {
    try options.validate()
    self.space = space
    self.observation = observation
    self.options = options
  }

  /// Whether there is a posterior to report.
  public var isFinished: Bool {
    ending != nil && (observation.noise == .addedToOutputs || repeated != nil)
  }

  /// Throws if a stored state does not fit together.
  func checkState() throws(InferenceError) {
    try options.validate()
    let isSound =
      particles.allSatisfy { $0.scores.count == space.count && $0.outputs.count == observation.count }
      && (steps.isEmpty ? particles.isEmpty : particles.count >= options.kept)
      && (steps.isEmpty || scales.count == observation.count) && simulations >= 0 && simulations < 1 << 31
      && (repeated.map { $0.count == particles.count && $0.allSatisfy { $0.count == observation.count } }
        ?? true)
    guard isSound else { throw .options("The stored state of the sampler is damaged: begin anew") }
  }

  /// Largest distance among the particles kept; infinite before the first generation.
  public var tolerance: Double { steps.last?.tolerance ?? .infinity }

  /// Advances until the sampler stops.
  ///
  /// - Parameters:
  ///   - executor: threads for the weights; the result does not depend on them.
  ///   - simulator: runs a batch.
  /// - Throws: `InferenceError`, or what the simulator throws; the state is then that after the last whole generation.
  public mutating func run(
    executor: SlabExecutor = SlabExecutor(threads: 1), _ simulator: BatchSimulator
  ) throws {
    while !isFinished { try advance(executor: executor, simulator) }
  }
}
