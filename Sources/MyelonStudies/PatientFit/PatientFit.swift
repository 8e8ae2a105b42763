import MyelonFields
import MyelonSimulation
import MyelonStatistics

/// Finds the injuries and the persons whose simulated baseline matches a patient's.
///
/// Both methods of `FitSettings` work on the data of a `FitPlan`: lives are examined without error, and the deviation of
/// each datum (examiner, rounding, what the model cannot hold) is the inference's noise. Each life is a member of one
/// study, whose number and seed the inference's running number decides. The inference is computed again from the beginning
/// whenever a fit goes on: what it asks for is the same, and the lives that the study holds are not lived again. So the
/// study is all that must be kept, and a fit survives whatever an ensemble survives.
public struct PatientFit: Sendable {
  /// What is fitted.
  public let plan: FitPlan
  /// How it is fitted.
  public let settings: FitSettings
  /// How lives are run.
  public let ensemble: EnsembleSettings

  /// Joins what is fitted and how.
  ///
  /// - Parameters:
  ///   - plan: what is fitted.
  ///   - settings: how it is fitted.
  ///   - ensemble: how lives are run.
  public init(_ plan: FitPlan, settings: FitSettings = FitSettings(), ensemble: EnsembleSettings) {
    self.plan = plan
    self.settings = settings
    self.ensemble = ensemble
  }

  /// What the fit's study is.
  public var description: StudyDescription {
    StudyDescription(plan.life, parameters: plan.variables.map(\.parameter), seed: plan.scenario.run.seed)
  }

  /// Fits, or goes on with a fit.
  ///
  /// - Parameters:
  ///   - store: a study of `description`, open for writing.
  ///   - progress: called on the calling thread before and while lives are lived.
  ///   - shouldStop: asked often; once true the call throws when the lives under way have ended.
  /// - Returns: the fit, whether or not the baseline is reproduced.
  /// - Throws: `StudyError` for the study, `InferenceError`, and `CancellationError` when stopped.
  public func run(
    _ store: StudyStore, progress: (FitProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws -> FitRecord {
    try run(progress: progress) { members, state in
      try store.add(members)
      let held = members.count - (try store.counts().unfinished)
      let outcome = try Ensemble(plan.life, settings: ensemble).run(
        store,
        progress: { now in
          var state = state
          state.done = held + now.endedHere
          progress(state)
        }, shouldStop: shouldStop)
      guard !outcome.wasStopped else { throw CancellationError() }
      return try members.map { try store.record($0.index)?.outcomes ?? [] }
    }
  }

  /// Fits with lives from anywhere.
  ///
  /// - Parameters:
  ///   - progress: called before each generation.
  ///   - live: lives members and returns their outcomes in the same order, empty for one that failed.
  /// - Returns: the fit, whether or not the baseline is reproduced.
  /// - Throws: `InferenceError`, and what `live` throws.
  func run(
    progress: (FitProgress) -> Void = { _ in },
    live: ([StudyMember], FitProgress) throws -> [[Double?]]
  ) throws -> FitRecord {
    switch settings.method {
    case .kalman: try invert(progress, live)
    case .sequential: try sample(progress, live)
    }
  }

  private func invert(
    _ progress: (FitProgress) -> Void, _ live: ([StudyMember], FitProgress) throws -> [[Double?]]
  ) throws -> FitRecord {
    var inversion = try EnsembleKalmanInversion(
      space: plan.space, observation: plan.observation,
      options: settings.kalman(seed: plan.scenario.run.seed))
    while !inversion.isFinished {
      var state = FitProgress(step: inversion.updates, lives: inversion.simulations)
      state.isLast = inversion.information >= 1
      state.information = inversion.information
      try inversion.advance { vectors in
        state.of = vectors.count
        progress(state)
        return try live(vectors.map(member), state).map(plan.output)
      }
    }
    return record(try inversion.posterior(), try inversion.report(rule: settings.rule))
  }

  private func sample(
    _ progress: (FitProgress) -> Void, _ live: ([StudyMember], FitProgress) throws -> [[Double?]]
  ) throws -> FitRecord {
    var sampler = try ApproximateBayesSampler(
      space: plan.space, observation: plan.observation,
      options: settings.sequential(seed: plan.scenario.run.seed))
    let executor = SlabExecutor(threads: ensemble.workers)
    while !sampler.isFinished {
      var state = FitProgress(step: sampler.steps.count, lives: sampler.simulations)
      state.distance = sampler.steps.last?.tolerance
      state.most = settings.maximum
      try sampler.advance(executor: executor) { vectors in
        state.of = vectors.count
        progress(state)
        return try live(vectors.map(member), state).map(plan.output)
      }
    }
    return record(try sampler.posterior(), try sampler.report(rule: settings.rule))
  }

  /// The life of a vector that the sampler asks for.
  func member(_ vector: ParameterVector) -> StudyMember {
    let index = Int(vector.identifier)
    let bounds = plan.variables.map(\.parameter.range)
    return StudyMember(
      index: index, seed: MemberSeeding.own.seed(study: plan.scenario.run.seed, index: index),
      values: zip(vector.values, bounds).map { min(max($0, $1.lowerBound), $1.upperBound) })
  }

  private func record(_ posterior: PosteriorSample, _ report: InferenceReport) -> FitRecord {
    let draws = posterior.identifiers.indices.map { draw in
      let member = member(
        ParameterVector(identifier: posterior.identifiers[draw], values: posterior.values(draw)))
      return FitRecord.Draw(
        member: member.index, seed: member.seed, weight: posterior.weights[draw], values: member.values)
    }
    return FitRecord(plan: plan, settings: settings, report: report, draws: draws)
  }
}
