import MyelonSimulation
import MyelonStatistics
import MyelonStudies

/// Moves numbers of the model towards the published numbers of the fit half, by ensemble Kalman inversion.
///
/// Every number keeps to its plausible range: before any data it lies there evenly. The data are the rows with a number of
/// studies of the fit half, each with its published error, and the signs of function (`ValidationRow.target(isPooled:)`). A study held out
/// is refused.
public struct Calibration: Sendable {
  /// What is moved.
  public let variables: [ValidationVariable]
  /// The experiments, in the order of the data.
  public let lives: [ValidationLife]
  /// Animals of each experiment and vector, the same ones for every vector.
  public let animals: Int
  /// Seed of all draws.
  public let seed: UInt64

  /// Prepares a calibration.
  ///
  /// - Parameters:
  ///   - studies: experiments of the fit half with at least one row with a number.
  ///   - names: parameters, or `PRODUCT.TERM`.
  ///   - animals: animals of each experiment.
  ///   - seed: seed of all draws.
  ///   - settings: what distinguishes an animal's life from a run.
  ///   - threads: threads to make cords with.
  /// - Throws: `ValidationError.heldOut` for a study that must not be fitted, `ValidationError.nothingToFit` without a
  ///   number, and what preparing a life throws.
  public init(
    _ studies: [ValidationStudy], varying names: [String], animals: Int, seed: UInt64,
    settings: LifeSettings = LifeSettings(), threads: Int = 1
  ) throws {
    for study in studies where study.half == .heldOut { throw ValidationError.heldOut(id: study.id) }
    let fitted = studies.filter { $0.scenario != nil && $0.rows.contains(where: \.isFitted) }
    guard let scenario = fitted.first?.scenario, let path = fitted.first?.path, !names.isEmpty else {
      throw ValidationError.nothingToFit
    }
    let plan = try RunPlan(scenario: scenario, scenarioPath: path, threads: 1)
    variables = try names.map { try ValidationVariable($0, in: plan) }
    lives = try fitted.map {
      try ValidationLife($0, varying: names, settings: settings, threads: threads)
    }
    self.animals = max(2, animals)
    self.seed = seed
  }

  /// Share of a pooled effect that publication bias may have added: about a third of the efficacy of treatments of stroke in
  /// animals (Sena et al 2010 PLoS Biol 8:e1000344, doi:10.1371/journal.pbio.1000344); taken as the error of pooled numbers.
  static let publicationBias = 1.0 / 3

  /// Rows that are fitted, with the place of their study.
  var data: [(life: Int, row: Int)] {
    lives.indices.flatMap { life in
      lives[life].study.rows.indices.filter { lives[life].study.rows[$0].isFitted }.map { (life, $0) }
    }
  }

  /// The inversion before its first step.
  ///
  /// - Parameters:
  ///   - members: vectors of each step.
  ///   - steps: steps.
  /// - Returns: the inversion, to be advanced with `simulate`.
  /// - Throws: `StatisticsError`, `InferenceError` for impossible numbers.
  public func inversion(members: Int, steps: Int) throws -> EnsembleKalmanInversion {
    let space = try ParameterSpace(
      variables.map {
        ($0.name, .uniform(low: $0.range.lowerBound, high: $0.range.upperBound))
      })
    let rows = data.map { ($0.life, lives[$0.life].study.rows[$0.row]) }
    let targets = rows.map { $0.1.target(isPooled: lives[$0.0].study.isPooled) }
    let observation = try Observation(
      names: rows.map { "\(lives[$0.0].study.id): \($0.1.arm ?? "") \($0.1.measure) day \($0.1.day.text)" },
      values: targets.map(\.value),
      deviations: targets.map(\.error))
    var options = EnsembleKalmanInversion.Options(seed: seed)
    options.members = members
    options.update = .squareRoot
    options.schedule = EnsembleKalmanInversion.Options.equalSteps(steps)
    return try EnsembleKalmanInversion(space: space, observation: observation, options: options)
  }

  /// Simulated data of some vectors: the mean over animals of every fitted row.
  ///
  /// - Parameters:
  ///   - vectors: values of the variables, in their order.
  ///   - settings: how many animals are lived at once.
  ///   - progress: called some times a second.
  ///   - shouldStop: once true, no further animal begins and `ValidationError.stopped` is thrown.
  /// - Returns: one output a vector, not finite where an animal could not be lived.
  /// - Throws: `ValidationError.stopped`, `StudyError`.
  public func simulate(
    _ vectors: [[Double]], settings: EnsembleSettings, progress: (EnsembleProgress) -> Void = { _ in },
    shouldStop: () -> Bool = { false }
  ) throws -> [[Double]] {
    var outputs = vectors.map { _ in [Double]() }
    for life in lives {
      let members = vectors.indices.flatMap { vector in
        (0..<animals).map { animal in
          StudyMember(
            index: vector * animals + animal,
            seed: MemberSeeding.own.seed(study: seed, index: animal), values: vectors[vector])
        }
      }
      let results = try Ensemble(life, settings: settings).run(
        members: members, progress: progress, shouldStop: shouldStop)
      guard !shouldStop(), results.count == members.count else { throw ValidationError.stopped }
      for vector in vectors.indices {
        let own = results[vector * animals..<(vector + 1) * animals].compactMap(\.outcomes)
        let found = ValidationResult.results(life, animals: own)
        outputs[vector] += found.filter { $0.row.isFitted }.map { $0.row.held($0.mean ?? .nan) }
      }
    }
    return outputs
  }
}

extension ValidationRow {
  /// Whether a calibration may use the row: it gives a number, or the sign of a function, that a mean over few animals shows.
  ///
  /// Correlations, and standardised differences over simulated deviations, need many animals; a share of grafted cells has no
  /// value where all of them died.
  var isFitted: Bool {
    if per != nil { return false }
    if comparedAs == .rSquared || (comparedAs == .standardised && !isLocomotion) { return false }
    return value != nil || (direction != nil && isFunction && isEffect)
  }

  /// The number that a calibration moves the model towards, with its error.
  ///
  /// A sign of function without a number enters as twice the smallest effect that counts, give or take one; "no
  /// difference" as nothing, give or take half. Assumed because a paper reports what it can see, and no more is known. A
  /// larger effect agrees with a sign as well (see `held`).
  ///
  /// - Parameter isPooled: whether the row is of a meta-analysis.
  /// - Returns: the number and its standard error.
  func target(isPooled: Bool) -> (value: Double, error: Double) {
    if let value {
      let bias = isPooled ? Calibration.publicationBias * abs(value) : 0
      return (value, max(publishedError ?? 0, bias, 1e-3))
    }
    let smallest = EffectThreshold.value(of: self, reference: 0)
    switch direction {
    case .up: return (2 * smallest, smallest)
    case .down: return (-2 * smallest, smallest)
    case .unchanged, nil: return (0, smallest / 2)
    }
  }

  /// A simulated value as a calibration sees it: an effect beyond the target of a sign counts as the target.
  func held(_ simulated: Double) -> Double {
    guard value == nil, simulated.isFinite else { return simulated }
    let target = target(isPooled: false).value
    switch direction {
    case .up: return min(simulated, target)
    case .down: return max(simulated, target)
    case .unchanged, nil: return simulated
    }
  }
}
