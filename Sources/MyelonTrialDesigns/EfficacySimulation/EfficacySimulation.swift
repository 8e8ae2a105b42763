import MyelonFields
import MyelonRandom

/// Runs a trial many times on a generator of data and counts how it ends.
///
/// Trial number i draws from the stream (seed, i), so that the result has the same bits for any number of threads and the first
/// thousand trials are the same in a run of ten thousand.
public struct EfficacySimulation: Sendable {
  /// Makes the data of one trial: arms in the order of enrolment, number of the trial, its stream.
  ///
  /// A mechanistic cohort is plugged in here. The data must have the people of the given arms, in their order.
  public typealias Generator =
    @Sendable (_ isTreated: [Bool], _ trial: Int, _ stream: inout RandomStream) throws -> TrialData

  /// The trial.
  public let design: EfficacyDesign
  /// People analysed in each arm, whole numbers.
  public let sizes: GroupSizes
  /// Bounds of the interim looks; nil without any.
  public let plan: GroupSequentialPlan?
  /// Mean of Z at full information with the planned effect; nil without interim looks.
  private let drift: Double?
  /// Number of simulated trials.
  public let trials: Int
  /// Seed of the streams.
  public let seed: UInt64

  /// Most trials of one simulation.
  public static let mostTrials = 2_000_000

  /// Prepares a simulation.
  ///
  /// - Parameters:
  ///   - size: the trial with its size.
  ///   - trials: number of simulated trials.
  ///   - seed: seed of the streams.
  /// - Throws: `EfficacyError` if there are no trials or too many.
  public init(_ size: EfficacySize, trials: Int = 10_000, seed: UInt64 = 1) throws(EfficacyError) {
    try EfficacyError.require(EfficacyError.count(trials, 1...Self.mostTrials, "trials"))
    design = size.design
    sizes = size.sizes
    plan = size.plan
    drift = size.drift
    self.trials = trials
    self.seed = seed
  }

  /// Arms in the order of enrolment: always as near to the ratio as whole numbers allow.
  public var arms: [Bool] {
    let total = Int(sizes.total)
    let treated = Int(sizes.treated)
    return (0..<total).map { ($0 + 1) * treated / total > $0 * treated / total }
  }

  /// Runs the trials on the endpoint's own assumptions.
  ///
  /// - Parameters:
  ///   - share: share of the planned effect that is true; 0 for none, 1 for all of it.
  ///   - threads: threads; the result does not depend on them.
  /// - Returns: how the trials ended, beside the formula.
  /// - Throws: `EfficacyError`.
  public func run(share: Double = 1, threads: Int = 1) throws(EfficacyError) -> EfficacyCharacteristics {
    try EfficacyError.require(EfficacyError.finite(share, "share of the effect"))
    let endpoint = design.endpoint
    var found = try run(trueEffect: endpoint.trueEffect(share: share), threads: threads) {
      isTreated, _, stream in
      try endpoint.simulate(isTreated: isTreated, share: share, stream: &stream)
    }
    found.formula = try formula(share: share)
    return found
  }

  /// Probability of success by formula for a share of the effect; exact for t tests and exact tests at whole sizes.
  private func formula(share: Double) throws(EfficacyError) -> Double {
    let scaled = design.endpoint.scaled(by: share)
    guard let plan, let drift else { return try scaled.power(sizes, design.test) }
    let ratio = try scaled.drift(sizes) / design.endpoint.drift(sizes)
    return plan.probabilities(drift: ratio * drift).totalSuccess
  }

  /// Runs the trials on any generator.
  ///
  /// - Parameters:
  ///   - trueEffect: the true effect on the scale of the analysis, for bias and coverage; nil if it is not known.
  ///   - threads: threads; the result does not depend on them if the generator does not.
  ///   - generator: makes the data of one trial.
  /// - Returns: how the trials ended.
  /// - Throws: `EfficacyError`: what the generator throws, or data that do not have the people asked for, naming the trial.
  public func run(trueEffect: Double? = nil, threads: Int = 1, generator: Generator) throws(EfficacyError)
    -> EfficacyCharacteristics
  {
    let arms = arms
    let slabSize = 16
    let slabs = (trials + slabSize - 1) / slabSize
    var outcomes = [Result<SimulatedTrial, EfficacyError>?](repeating: nil, count: trials)
    outcomes.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let target = buffer
      SlabExecutor(threads: threads).run(slabs: slabs) { slab in
        for trial in slab * slabSize..<min(trials, (slab + 1) * slabSize) {
          target[trial] = simulate(trial, arms: arms, trueEffect: trueEffect, generator)
        }
      }
    }
    var tally = SimulatedTally(looks: plan?.informationFractions.count ?? 1)
    for outcome in outcomes {
      switch outcome {
      case .success(let trial): tally.add(trial)
      case .failure(let error): throw error
      case nil: continue
      }
    }
    return EfficacyCharacteristics(tally, trueEffect: trueEffect)
  }

  private func simulate(
    _ trial: Int, arms: [Bool], trueEffect: Double?, _ generator: Generator
  ) -> Result<SimulatedTrial, EfficacyError> {
    var stream = RandomStream(seed: seed, entity: UInt32(truncatingIfNeeded: trial), step: 0)
    let cell = "simulated trial \(trial + 1)"
    do {
      let data = try EfficacyError.naming(cell) { try generator(arms, trial, &stream) }
      guard data.isTreated == arms else {
        throw EfficacyError.wrongLength(
          cell: "\(cell), people in the arms asked for", required: arms.count, found: data.count)
      }
      try EfficacyError.require(data.findings())
      return .success(conduct(data, trueEffect: trueEffect))
    } catch let error as EfficacyError {
      return .failure(error)
    } catch {
      return .failure(.incompatible(cell: cell, because: String(describing: error)))
    }
  }

  /// Conducts one trial on its data, look by look.
  package func conduct(_ data: TrialData, trueEffect: Double?) -> SimulatedTrial {
    let endpoint = design.endpoint
    guard let plan else {
      guard let result = try? endpoint.analyse(data) else { return .failed(look: 1, people: data.count) }
      return SimulatedTrial(
        result, isSuccess: result.isSignificant(design.test), isStopped: false, look: 1, people: data.count,
        trueEffect: trueEffect)
    }
    let fractions = plan.informationFractions
    for look in 1...fractions.count {
      let isLast = look == fractions.count
      let people = isLast ? data.count : Int((fractions[look - 1] * Double(data.count)).rounded())
      guard let result = try? endpoint.analyse(data.prefix(people)) else {
        // Without a result at an interim look, the trial goes on.
        if isLast { return .failed(look: look, people: people) }
        continue
      }
      guard let advice = try? plan.recommendation(look: look, statistic: result.boundedZ) else { continue }
      switch advice.action {
      case .goOn: continue
      case .stopForSuccess, .endWithSuccess:
        return SimulatedTrial(
          result, isSuccess: true, isStopped: false, look: look, people: people, trueEffect: trueEffect)
      case .stopForFutility, .stopForHarm:
        return SimulatedTrial(
          result, isSuccess: false, isStopped: true, look: look, people: people, trueEffect: trueEffect)
      case .endWithoutSuccess:
        return SimulatedTrial(
          result, isSuccess: false, isStopped: false, look: look, people: people, trueEffect: trueEffect)
      }
    }
    return .failed(look: fractions.count, people: data.count)
  }
}
