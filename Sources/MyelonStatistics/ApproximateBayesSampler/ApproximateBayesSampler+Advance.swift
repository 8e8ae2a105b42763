import Foundation
import MyelonFields
import MyelonRandom

extension ApproximateBayesSampler {
  /// Keep the streams of proposals, noise and fresh noise apart; any constant will do.
  private static let proposalPurpose: UInt64 = 0x4142_4350_524F_504F
  private static let noisePurpose: UInt64 = 0x4142_434E_4F49_5345
  static let freshPurpose: UInt64 = 0x4142_4346_5245_5348

  /// Runs one generation, or after the last one the repeated runs that the report needs.
  ///
  /// - Parameters:
  ///   - executor: threads for the weights; the result does not depend on them.
  ///   - simulator: runs a batch.
  /// - Throws: `InferenceError`, or what the simulator throws; the state is then unchanged.
  public mutating func advance(
    executor: SlabExecutor = SlabExecutor(threads: 1), _ simulator: BatchSimulator
  ) throws {
    try checkState()
    guard !isFinished else { throw InferenceError.finished }
    if ending == nil { try advanceGeneration(executor, simulator) } else { try repeatRuns(simulator) }
  }

  private mutating func advanceGeneration(_ executor: SlabExecutor, _ simulator: BatchSimulator) throws {
    let isFirst = particles.isEmpty
    let kernel = isFirst ? nil : kernel()
    let scores = Self.proposals(
      kernel, count: isFirst ? options.first : options.population - options.kept, from: simulations,
      space: space, seed: options.seed)
    let runs = vectors(scores)
    let outputs = try simulator(runs)
    try InferenceError.check(outputs, for: runs, data: observation.count)
    let scales = isFirst ? distanceScales(outputs) : self.scales
    let new = weighted(runs, scores, outputs, scales, kernel, executor)
    let failed = new.filter { $0.distance == .greatestFiniteMagnitude }.count
    let before = tolerance
    let all = (particles + new).sorted { ($0.distance, $0.identifier) < ($1.distance, $1.identifier) }
    let reached = max(all[options.kept - 1].distance, options.targetTolerance)
    guard reached < .greatestFiniteMagnitude else {
      throw InferenceError.tooManyFailures(found: failed, of: runs.count, most: runs.count - options.kept)
    }
    // All of equal distance stay: whole-numbered outputs tie often.
    particles = Array(all.prefix { $0.distance <= reached })
    self.scales = scales
    simulations += runs.count
    failures += failed
    // Strictly nearer: with whole-numbered outputs an equal distance is no progress.
    let nearer = new.filter { $0.distance < before }.count - (isFirst ? failed : 0)
    steps.append(
      .init(
        simulations: simulations, tolerance: reached, acceptance: Double(nearer) / Double(runs.count),
        misfit: nil,
        information: nil, effectiveSize: WeightedSample.effectiveSize(weights)))
    ending = findEnding()
  }

  /// Runs the kept particles once more: accepted outputs were chosen for being near and say too little about others.
  private mutating func repeatRuns(_ simulator: BatchSimulator) throws {
    let runs = vectors(particles.map(\.scores))
    let outputs = try simulator(runs)
    try InferenceError.check(outputs, for: runs, data: observation.count)
    let failed = outputs.filter { $0.contains { !$0.isFinite } }.count
    guard failed <= runs.count / 5 else {
      throw InferenceError.tooManyFailures(found: failed, of: runs.count, most: runs.count / 5)
    }
    repeated = outputs
    simulations += runs.count
    failures += failed
  }

  /// What the first generation asks for: it depends on the space and the options alone, not on the data, so that
  /// inferences from different data may share its runs.
  public static func firstVectors(space: ParameterSpace, options: Options) throws(InferenceError)
    -> [ParameterVector]
  {
    try options.validate()
    return proposals(nil, count: options.first, from: 0, space: space, seed: options.seed).enumerated().map {
      ParameterVector(identifier: UInt32($0), values: space.values(atScores: $1))
    }
  }

  private func kernel() -> PerturbationKernel {
    PerturbationKernel(
      centres: particles.map(\.scores), weights: weights, isMultivariate: options.kernel == .multivariate,
      inflation: options.kernelInflation)
  }

  /// New scores, each from the stream of its run.
  private static func proposals(
    _ kernel: PerturbationKernel?, count: Int, from first: Int, space: ParameterSpace, seed: UInt64
  ) -> [[Double]] {
    (0..<count).map { index in
      var stream = RandomStream(seed: seed ^ proposalPurpose, entity: UInt32(first + index))
      guard let kernel else { return (0..<space.count).map { _ in stream.normal() } }
      return kernel.draw(&stream)
    }
  }

  private func vectors(_ scores: [[Double]]) -> [ParameterVector] {
    scores.enumerated().map { index, scores in
      ParameterVector(identifier: UInt32(simulations + index), values: space.values(atScores: scores))
    }
  }

  private func distanceScales(_ outputs: [OutputVector]) -> [Double] {
    guard options.scale == .priorSpread else { return observation.deviations }
    let valid = outputs.filter { $0.allSatisfy(\.isFinite) }
    return observation.deviations.enumerated().map { datum, stated in
      let column = valid.map { $0[datum] }.sorted()
      guard column.count > 1 else { return stated }
      let median = Bootstrap.quantile(column, 0.5)
      let spread = Bootstrap.quantile(column.map { abs($0 - median) }.sorted(), 0.5)
      return max(stated, spread)
    }
  }

  /// Particles with distances and weights; a failed run has the greatest distance there is.
  private func weighted(
    _ runs: [ParameterVector], _ scores: [[Double]], _ outputs: [OutputVector], _ scales: [Double],
    _ kernel: PerturbationKernel?, _ executor: SlabExecutor
  ) -> [Particle] {
    var logWeights = [Double](repeating: 0, count: runs.count)
    if let kernel {
      logWeights.withUnsafeMutableBufferPointer { buffer in
        nonisolated(unsafe) let target = buffer
        executor.run(slabs: runs.count) { target[$0] = kernel.logWeight(scores[$0]) }
      }
    }
    return runs.indices.map { index in
      let noisy = withNoise(outputs[index], runs[index].identifier)
      var square = 0.0
      for datum in 0..<observation.count {
        let distance = (noisy[datum] - observation.values[datum]) / scales[datum]
        square += distance * distance
      }
      let distance = (square / Double(observation.count)).squareRoot()
      return Particle(
        identifier: runs[index].identifier, scores: scores[index],
        outputs: outputs[index].map { $0.isFinite ? $0 : 0 },
        distance: distance.isFinite ? distance : .greatestFiniteMagnitude, logWeight: logWeights[index])
    }
  }

  func withNoise(_ outputs: OutputVector, _ identifier: UInt32) -> OutputVector {
    observation.withNoise(outputs, seed: options.seed ^ Self.noisePurpose, identifier: identifier)
  }

  private func findEnding() -> Ending? {
    if tolerance <= options.targetTolerance { return .reachedTolerance }
    if steps.count > 1, let acceptance = steps[steps.count - 1].acceptance,
      acceptance < options.minimumAcceptance
    {
      return .lowAcceptance
    }
    let next = options.population - options.kept
    return simulations + next > options.maximumSimulations ? .simulationLimit : nil
  }
}
