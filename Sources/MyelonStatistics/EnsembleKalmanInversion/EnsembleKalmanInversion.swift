import MyelonRandom

/// Ensemble Kalman inversion: an ensemble of parameters is moved towards the data by its own covariances, in steps.
///
/// Iglesias, Law & Stuart 2013, "Ensemble Kalman methods for inverse problems", doi:10.1088/0266-5611/29/4/045001. A step
/// takes in the share 1/α of the data's information, and the shares sum to 1, so that the last ensemble stands for the
/// posterior: exactly (up to the ensemble's own moments) where outputs are linear in normal scores and noise is normal,
/// approximately elsewhere. It needs no likelihood and no derivative, and far fewer runs than sampling; it cannot show
/// several separate solutions. Parameters are normal scores, so that the prior is normal and no bound can be crossed.
public struct EnsembleKalmanInversion: Sendable, Codable, Equatable {
  /// The parameters.
  public let space: ParameterSpace
  /// The data.
  public let observation: Observation
  /// How to move the ensemble.
  public let options: Options
  /// Normal scores of each member.
  public internal(set) var scores: [[Double]]
  /// The steps so far, the first for the prior ensemble.
  public internal(set) var steps: [InferenceReport.Step] = []
  /// Share of the data's information taken in so far, 0 to 1.
  public internal(set) var information = 0.0
  /// Updates so far.
  public internal(set) var updates = 0
  /// Runs so far.
  public internal(set) var simulations = 0
  /// Failed runs so far.
  public internal(set) var failures = 0
  /// Outputs of the final ensemble with the members they belong to.
  var final: Final?

  /// The last ensemble's runs.
  struct Final: Sendable, Hashable, Codable {
    let members: [Int]
    let outputs: [OutputVector]
    let identifiers: [UInt32]
  }

  /// Keeps the streams of the first ensemble apart; any constant will do.
  private static let priorPurpose: UInt64 = 0x454B_4950_5249_4F52

  /// Draws the first ensemble; nothing is run yet.
  ///
  /// - Parameters:
  ///   - space: the parameters.
  ///   - observation: the data.
  ///   - options: how to move the ensemble.
  /// - Throws: `InferenceError.options`.
  public init(space: ParameterSpace, observation: Observation, options: Options) throws(InferenceError) {
    try options.validate(parameters: space.count, data: observation.count)
    self.space = space
    self.observation = observation
    self.options = options
    scores = Self.firstScores(space: space, options: options)
  }

  private static func firstScores(space: ParameterSpace, options: Options) -> [[Double]] {
    (0..<options.members).map { member in
      var stream = RandomStream(seed: options.seed ^ priorPurpose, entity: UInt32(member))
      return (0..<space.count).map { _ in stream.normal() }
    }
  }

  /// What the first step asks for: it depends on the space and the options alone, not on the data, so that inferences
  /// from different data may share its runs.
  public static func firstVectors(space: ParameterSpace, options: Options) -> [ParameterVector] {
    firstScores(space: space, options: options).enumerated().map {
      ParameterVector(identifier: UInt32($0), values: space.values(atScores: $1))
    }
  }

  /// Whether there is a posterior to report.
  public var isFinished: Bool { final != nil }

  /// Throws if a stored state does not fit together.
  func checkState() throws(InferenceError) {
    try options.validate(parameters: space.count, data: observation.count)
    var isSound =
      scores.count == options.members && scores.allSatisfy { $0.count == space.count }
      && 0...1 ~= information && 0...1000 ~= updates && 0..<1 << 31 ~= simulations
    if let final {
      isSound =
        isSound && final.outputs.count == final.members.count
        && final.identifiers.count == final.members.count
        && final.members.allSatisfy { scores.indices.contains($0) }
        && final.outputs.allSatisfy { $0.count == observation.count }
    }
    guard isSound else { throw .options("The stored state of the inversion is damaged: begin anew") }
  }

  /// Advances until all information is taken in and the final ensemble has been run.
  ///
  /// - Parameter simulator: runs a batch.
  /// - Throws: `InferenceError`, or what the simulator throws; the state is then that after the last whole step.
  public mutating func run(_ simulator: BatchSimulator) throws {
    while !isFinished { try advance(simulator) }
  }

  /// The final ensemble as a posterior of equal weights.
  ///
  /// - Throws: `InferenceError.notFinished`.
  public func posterior() throws(InferenceError) -> PosteriorSample {
    try checkState()
    guard let final else { throw .notFinished }
    let replicates = zip(final.outputs, final.identifiers).map { outputs, identifier in
      observation.withNoise(outputs, seed: options.seed ^ Self.freshPurpose, identifier: identifier)
    }
    let count = final.members.count
    return PosteriorSample(
      space: space, identifiers: final.identifiers, scores: final.members.map { scores[$0] },
      outputs: final.outputs, replicates: replicates,
      weights: [Double](repeating: 1 / Double(count), count: count))
  }

  /// What was found and whether it may be used.
  ///
  /// - Parameter rule: when data count as reproduced.
  /// - Returns: the report.
  /// - Throws: `InferenceError.notFinished`.
  public func report(rule: ReproductionRule = ReproductionRule()) throws -> InferenceReport {
    try InferenceReport(
      method: "ensemble Kalman inversion, \(options.update.rawValue), \(updates) updates",
      posterior: posterior(),
      observation: observation, steps: steps, simulations: simulations, failures: failures, rule: rule)
  }
}
