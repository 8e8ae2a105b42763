import Foundation
import MyelonFields
import MyelonRandom
import MyelonStatistics
import Testing

@Suite struct ApproximateBayesTests {
  private func observation(_ values: [Double], deviation: Double, noise: Observation.Noise = .addedToOutputs)
    throws -> Observation
  {
    try Observation(
      names: values.indices.map { "y\($0)" }, values: values,
      deviations: [Double](repeating: deviation, count: values.count), noise: noise)
  }

  private func options(_ seed: UInt64, population: Int = 1000, target: Double = 0)
    -> ApproximateBayesSampler.Options
  {
    var options = ApproximateBayesSampler.Options(seed: seed)
    options.population = population
    options.targetTolerance = target
    return options
  }

  /// Prior N(0, 1), one datum y = θ + N(0, σ²): posterior N(y / (1 + σ²), σ² / (1 + σ²)).
  @Test(arguments: [ApproximateBayesSampler.Options.Kernel.componentwise, .multivariate])
  func theConjugateNormalPosteriorIsFound(kernel: ApproximateBayesSampler.Options.Kernel) throws {
    let deviation = 0.5
    var options = options(4, population: 4000, target: 0.1)
    options.kernel = kernel
    var sampler = try ApproximateBayesSampler(
      space: try TestSpaces.normal(1), observation: try observation([1.2], deviation: deviation),
      options: options)
    try sampler.run { $0.map { [$0.values[0]] } }
    #expect(sampler.ending == .reachedTolerance)
    let posterior = try sampler.posterior().parameter(0)
    let variance = deviation * deviation / (1 + deviation * deviation)
    let mean = 1.2 / (1 + deviation * deviation)
    // Acceptance within 0.1 deviations adds a variance of (0.1 σ)² / 3, which is 0.3 % of it. Five standard errors.
    #expect(abs(posterior.mean - mean) < 5 * (variance / posterior.effectiveSize).squareRoot())
    #expect(abs(posterior.variance / variance - 1) < 5 * (2 / posterior.effectiveSize).squareRoot() + 0.003)
    let exact = try NormalDistribution(mean: mean, deviation: variance.squareRoot())
    for p in [0.05, 0.5, 0.95] {
      let error = (p * (1 - p) / posterior.effectiveSize).squareRoot() / exact.density(exact.quantile(p))
      #expect(abs(posterior.quantile(p) - exact.quantile(p)) < 5 * error + 0.01)
    }
    #expect(posterior.effectiveSize > 1000)
  }

  @Test func weakDataLeaveThePriorInPlace() throws {
    // One datum of four times the prior's variance: the prior has most of the say, and weights must bring it in.
    var sampler = try ApproximateBayesSampler(
      space: try TestSpaces.normal(1), observation: try observation([2], deviation: 2),
      options: options(11, population: 6000, target: 0.1))
    try sampler.run(executor: SlabExecutor(threads: 2)) { $0.map { [$0.values[0]] } }
    let posterior = try sampler.posterior().parameter(0)
    let size = posterior.effectiveSize
    #expect(size > 1500)
    #expect(abs(posterior.mean - 0.4) < 5 * (0.8 / size).squareRoot())
    #expect(abs(posterior.variance / 0.8 - 1) < 5 * (2 / size).squareRoot())
  }

  @Test func generationsDrawIndependently() throws {
    var options = options(6, population: 2000)
    options.minimumAcceptance = 0
    options.maximumSimulations = 6000
    var sampler = try ApproximateBayesSampler(
      space: try TestSpaces.normal(1), observation: try observation([0], deviation: 1), options: options)
    var batches: [[Double]] = []
    // Outputs that know nothing of the parameter: the population stays the prior.
    try sampler.run { runs in
      batches.append(runs.map { $0.values[0] })
      return runs.map { _ in [1] }
    }
    #expect(sampler.ending == .simulationLimit)
    #expect(batches.count == 5)
    for (first, second) in zip(batches, batches.dropFirst()) {
      let count = Double(second.count)
      let pairs = Array(zip(first, second))
      let mean = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
      func sum(_ product: ((Double, Double)) -> Double) -> Double { pairs.reduce(0) { $0 + product($1) } }
      let cross = sum { ($0.0 - mean.0) * ($0.1 - mean.1) }
      let squares = sum { ($0.0 - mean.0) * ($0.0 - mean.0) } * sum { ($0.1 - mean.1) * ($0.1 - mean.1) }
      #expect(abs(cross / squares.squareRoot()) < 5 / count.squareRoot())
    }
  }

  /// Two parameters, three data, all normal and linear: posterior in closed form.
  @Test func aLinearNormalPosteriorOfTwoParametersIsFoundAfterRegression() throws {
    let rows = [[1.0, 0.5], [-0.3, 1], [0.8, 0.8]]
    let data = [0.9, -0.4, 0.3]
    let deviation = 0.4
    var sampler = try ApproximateBayesSampler(
      space: try TestSpaces.normal(2), observation: try observation(data, deviation: deviation),
      options: options(7, population: 4000))
    try sampler.run { runs in
      runs.map { run in rows.map { $0[0] * run.values[0] + $0[1] * run.values[1] } }
    }
    // Precision I + AᵀA/σ².
    let design = try DenseMatrix(rows: rows)
    var precision = design.transposed.times(design)
    for index in precision.elements.indices { precision.elements[index] /= deviation * deviation }
    for index in 0..<2 { precision[index, index] += 1 }
    let factor = try CholeskyFactor(precision)
    let mean = factor.solve(design.transposed.times(data).map { $0 / (deviation * deviation) })
    let covariance = factor.inverse
    let posterior = try sampler.adjustedPosterior()
    for index in 0..<2 {
      let found = try posterior.parameter(index)
      let variance = covariance[index, index]
      #expect(abs(found.mean - mean[index]) < 5 * (variance / found.effectiveSize).squareRoot())
      #expect(abs(found.variance / variance - 1) < 5 * (2 / found.effectiveSize).squareRoot())
    }
    #expect(try sampler.report().verdict == .reproduced)
  }

  @Test func bothSolutionsOfASquareAreKept() throws {
    // y = θ² = 1 with noise 0.05: half of the weight at -1 and half at +1.
    let space = try TestSpaces.cube(1, low: -3, high: 3)
    var sampler = try ApproximateBayesSampler(
      space: space, observation: try observation([1], deviation: 0.05),
      options: options(2, population: 2000, target: 1))
    try sampler.run { $0.map { [$0.values[0] * $0.values[0]] } }
    let posterior = try sampler.posterior()
    let sample = try posterior.parameter(0)
    let share = sample.cumulative(0)
    // √(1/4n) with n effective draws, five of them.
    #expect(abs(share - 0.5) < 2.5 / posterior.effectiveSize.squareRoot())
    #expect(zip(sample.values, sample.weights).allSatisfy { abs(abs($0.0) - 1) < 0.15 || $0.1 == 0 })
  }

  @Test func noParameterEverLeavesItsBounds() throws {
    let space = try ParameterSpace([
      ("a", .uniform(low: 0, high: 1)), ("b", .logUniform(low: 0.01, high: 10)),
      ("c", .truncatedNormal(mean: 0, deviation: 2, low: -1, high: 0.5)),
    ])
    // Data beyond what the bounds allow, so that the population is pressed against them.
    var sampler = try ApproximateBayesSampler(
      space: space, observation: try observation([1.5, 20, 2], deviation: 0.2),
      options: options(1, population: 400))
    var seen = 0
    try sampler.run { runs in
      for run in runs {
        for (value, marginal) in zip(run.values, space.marginals) { #expect(marginal.bounds.contains(value)) }
      }
      seen += runs.count
      return runs.map(\.values)
    }
    #expect(seen == sampler.simulations)
    #expect(try sampler.report().verdict != .reproduced)
    #expect(throws: InferenceError.self) { try sampler.report().requireReproduced() }
    let posterior = try sampler.adjustedPosterior()
    for draw in 0..<posterior.count {
      for (value, marginal) in zip(posterior.values(draw), space.marginals) {
        #expect(marginal.bounds.contains(value))
      }
    }
  }

  @Test func aStoredStateGoesOnToTheSameBits() throws {
    let space = try TestSpaces.cube(2)
    let data = try observation([0.4, 0.2], deviation: 0.05, noise: .withinOutputs)
    func simulator(_ runs: [ParameterVector]) -> [OutputVector] {
      runs.map { run in
        var stream = RandomStream(seed: 99, entity: run.identifier)
        return [
          run.values[0] + 0.05 * stream.normal(), run.values[0] * run.values[1] + 0.05 * stream.normal(),
        ]
      }
    }
    var whole = try ApproximateBayesSampler(
      space: space, observation: data, options: options(3, population: 300))
    try whole.run(executor: SlabExecutor(threads: 2)) { simulator($0) }
    var parts = try ApproximateBayesSampler(
      space: space, observation: data, options: options(3, population: 300))
    while !parts.isFinished {
      try parts.advance { simulator($0) }
      let stored = try JSONEncoder().encode(parts)
      parts = try JSONDecoder().decode(ApproximateBayesSampler.self, from: stored)
    }
    #expect(parts == whole)
    #expect(try parts.report() == whole.report())
  }

  @Test func aFailedBatchLeavesTheStateAsItWas() throws {
    struct Broken: Error {}
    var sampler = try ApproximateBayesSampler(
      space: try TestSpaces.cube(1), observation: try observation([0.5], deviation: 0.1),
      options: options(1, population: 100))
    try sampler.advance { $0.map(\.values) }
    let before = sampler
    #expect(throws: Broken.self) { try sampler.advance { _ in throw Broken() } }
    #expect(throws: InferenceError.batchLength(required: 50, found: 0)) { try sampler.advance { _ in [] } }
    #expect(throws: InferenceError.self) { try sampler.advance { $0.map { _ in [1, 2] } } }
    #expect(sampler == before)
    #expect(throws: InferenceError.notFinished) { try sampler.posterior() }
  }

  @Test func failedRunsAreCountedAndNeverKept() throws {
    // Every run above 0.7 fails.
    var sampler = try ApproximateBayesSampler(
      space: try TestSpaces.cube(1), observation: try observation([0.6], deviation: 0.05),
      options: options(1, population: 500))
    try sampler.run { $0.map { $0.values[0] > 0.7 ? [.nan] : $0.values } }
    #expect(sampler.failures > 100)
    let sample = try sampler.posterior().parameter(0)
    #expect(sample.values.allSatisfy { $0 <= 0.7 })
    var hopeless = try ApproximateBayesSampler(
      space: try TestSpaces.cube(1), observation: try observation([0.6], deviation: 0.05),
      options: options(1, population: 100))
    #expect(throws: InferenceError.tooManyFailures(found: 100, of: 100, most: 50)) {
      try hopeless.run { $0.map { _ in [.infinity] } }
    }
  }

  @Test func wholeNumberedOutputsEndAtAnExactMatch() throws {
    var sampler = try ApproximateBayesSampler(
      space: try TestSpaces.cube(1, low: 0, high: 10),
      observation: try observation([4], deviation: 1, noise: .withinOutputs),
      options: options(5, population: 400))
    try sampler.run { $0.map { [$0.values[0].rounded(.down)] } }
    #expect(sampler.ending == .reachedTolerance)
    #expect(sampler.tolerance == 0)
    // All that match stay, not only as many as must.
    #expect(sampler.particles.count > 200)
    #expect(sampler.particles.allSatisfy { $0.distance == 0 })
    let sample = try sampler.posterior().parameter(0)
    #expect(sample.values.allSatisfy { $0 >= 4 && $0 < 5 })
    // Uniform within the cell.
    #expect(abs(sample.mean - 4.5) < 5 * 0.289 / sample.effectiveSize.squareRoot())
  }

  /// Coverage of 90 % intervals over data simulated from the prior, nonlinear and bounded.
  @Test func intervalsCoverTheTruthAsOftenAsTheySay() throws {
    let space = try ParameterSpace([
      ("rate", .logUniform(low: 0.2, high: 5)), ("share", .uniform(low: 0, high: 1)),
    ])
    func model(_ values: [Double]) -> [Double] {
      [0.2, 0.6, 1.5, 3].map { values[1] + (1 - values[1]) * exp(-values[0] * $0) }
    }
    var hits = [0, 0]
    let repetitions = 200
    for repetition in 0..<repetitions {
      var stream = RandomStream(seed: 77, entity: UInt32(repetition))
      let truth = space.values(atProbabilities: [stream.uniform(), stream.uniform()])
      let data = model(truth).map { $0 + 0.08 * stream.normal() }
      var sampler = try ApproximateBayesSampler(
        space: space, observation: try observation(data, deviation: 0.08),
        options: options(UInt64(repetition), population: 400))
      try sampler.run(executor: SlabExecutor(threads: 2)) { $0.map { model($0.values) } }
      let posterior = try sampler.adjustedPosterior()
      for index in 0..<2 where try posterior.parameter(index).interval(0.9).contains(truth[index]) {
        hits[index] += 1
      }
    }
    print("approximate Bayes, 90 % intervals: \(hits) of \(repetitions)")
    // Binomial with p = 0.9: what a sound method leaves with a chance below one in a thousand on either side.
    for count in hits {
      let interval = try ProportionInterval.clopperPearson(
        successes: count, trials: repetitions, confidence: 0.998)
      #expect(interval.low < 0.9 && interval.high > 0.9, "\(count) of \(repetitions)")
    }
  }

  @Test func impossibleOptionsAreRefused() throws {
    let space = try TestSpaces.cube(1)
    let data = try observation([0.5], deviation: 0.1)
    var bad = options(1)
    bad.population = 2
    #expect(throws: InferenceError.self) {
      try ApproximateBayesSampler(space: space, observation: data, options: bad)
    }
    bad = options(1)
    bad.keptShare = 1
    #expect(throws: InferenceError.self) {
      try ApproximateBayesSampler(space: space, observation: data, options: bad)
    }
    bad = options(1)
    bad.maximumSimulations = 10
    #expect(throws: InferenceError.self) {
      try ApproximateBayesSampler(space: space, observation: data, options: bad)
    }
    #expect(throws: StatisticsError.self) { try observation([.nan], deviation: 1) }
    #expect(throws: StatisticsError.self) { try observation([1], deviation: 0) }
  }
}
