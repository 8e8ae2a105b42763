import Foundation
import MyelonRandom
import MyelonStatistics
import Testing

@Suite struct EnsembleKalmanTests {
  typealias Options = EnsembleKalmanInversion.Options

  private static let rows = [[1.0, 0.5, 0], [-0.3, 1, 0.2], [0.8, 0.8, -1], [0, 0.4, 0.9]]
  private static let data = [0.9, -0.4, 0.3, 1.1]
  private static let deviations = [0.4, 0.3, 0.5, 0.2]

  private func observation(_ values: [Double] = data, _ deviations: [Double] = deviations) throws
    -> Observation
  {
    try Observation(names: values.indices.map { "y\($0)" }, values: values, deviations: deviations)
  }

  private func linear(_ runs: [ParameterVector]) -> [OutputVector] {
    runs.map { run in Self.rows.map { zip($0, run.values).reduce(0.5) { $0 + $1.0 * $1.1 } } }
  }

  private func moments(_ scores: [[Double]]) -> (mean: [Double], covariance: DenseMatrix) {
    let count = Double(scores.count)
    let mean = scores[0].indices.map { index in scores.reduce(0) { $0 + $1[index] } / count }
    var covariance = DenseMatrix(rows: mean.count, columns: mean.count)
    for score in scores {
      for row in mean.indices {
        for column in mean.indices {
          covariance[row, column] += (score[row] - mean[row]) * (score[column] - mean[column]) / (count - 1)
        }
      }
    }
    return (mean, covariance)
  }

  /// Posterior of the linear model for a normal prior of the given moments.
  private func closedForm(_ prior: (mean: [Double], covariance: DenseMatrix)) throws -> (
    [Double], DenseMatrix
  ) {
    let design = try DenseMatrix(rows: Self.rows)
    var precision = try CholeskyFactor(prior.covariance).inverse
    let weighted = try DenseMatrix(
      rows: zip(Self.rows, Self.deviations).map { row, deviation in row.map { $0 / (deviation * deviation) } }
    )
    let information = design.transposed.times(weighted)
    var right = precision.times(prior.mean)
    for index in precision.elements.indices { precision.elements[index] += information.elements[index] }
    let residual = Self.data.map { $0 - 0.5 }
    for (index, value) in weighted.transposed.times(residual).enumerated() { right[index] += value }
    let factor = try CholeskyFactor(precision)
    return (factor.solve(right), factor.inverse)
  }

  /// The square root update is Kalman's formula for the moments of the ensemble, whatever the schedule.
  @Test(arguments: [Options.equalSteps(1), Options.equalSteps(4), .adaptive(maximumSteps: 10)])
  func theSquareRootUpdateIsExactForALinearNormalModel(schedule: Options.Schedule) throws {
    var options = Options(seed: 3)
    options.members = 12
    options.update = .squareRoot
    options.schedule = schedule
    var inversion = try EnsembleKalmanInversion(
      space: try TestSpaces.normal(3), observation: try observation(), options: options)
    let (mean, covariance) = try closedForm(moments(inversion.scores))
    try inversion.run { linear($0) }
    let found = moments(inversion.scores)
    for row in 0..<3 {
      #expect(abs(found.mean[row] - mean[row]) < 1e-11)
      for column in 0..<3 { #expect(abs(found.covariance[row, column] - covariance[row, column]) < 1e-11) }
    }
    #expect(inversion.information == 1)
    #expect(inversion.simulations == 12 * (inversion.updates + 1))
  }

  @Test(arguments: [Options.equalSteps(1), Options.equalSteps(4), .adaptive(maximumSteps: 10)])
  func perturbedDataGiveTheLinearNormalPosteriorInALargeEnsemble(schedule: Options.Schedule) throws {
    var options = Options(seed: 8)
    options.members = 20_000
    options.schedule = schedule
    var inversion = try EnsembleKalmanInversion(
      space: try TestSpaces.normal(3), observation: try observation(), options: options)
    var prior = DenseMatrix(rows: 3, columns: 3)
    for index in 0..<3 { prior[index, index] = 1 }
    let (mean, covariance) = try closedForm(([0, 0, 0], prior))
    try inversion.run { linear($0) }
    let found = moments(inversion.scores)
    for row in 0..<3 {
      // Five standard errors of a mean and of a variance; sampling of the prior adds about as much again.
      let error = (covariance[row, row] / 20_000).squareRoot()
      #expect(abs(found.mean[row] - mean[row]) < 10 * error)
      #expect(abs(found.covariance[row, row] / covariance[row, row] - 1) < 10 * 0.01)
    }
    #expect(try inversion.report().verdict == .reproduced)
  }

  @Test func theControllerTakesInTheShareOfItsFormula() throws {
    // Data far off: by the mean or by the spread of the misfit, whichever lets more in.
    for (data, deviation) in [([3.0, 4, 5, 6], 0.5), ([0.5, 0.4, 0.6, 0.5], 0.05)] {
      let observed = try observation(data, [Double](repeating: deviation, count: 4))
      var inversion = try EnsembleKalmanInversion(
        space: try TestSpaces.normal(3), observation: observed, options: Options(seed: 2))
      var misfits: [Double] = []
      try inversion.advance { runs in
        let outputs = linear(runs)
        misfits = outputs.map { output in
          0.5 * zip(output, data).reduce(0) { $0 + pow(($1.0 - $1.1) / deviation, 2) }
        }
        return outputs
      }
      let mean = misfits.reduce(0, +) / Double(misfits.count)
      let variance = misfits.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(misfits.count - 1)
      let expected = max(4 / (2 * mean), (4 / (2 * variance)).squareRoot())
      #expect(expected < 1)
      #expect(abs(inversion.information / expected - 1) < 1e-12)
      #expect(abs((inversion.steps[0].misfit ?? 0) / mean - 1) < 1e-12)
    }
  }

  @Test func parametersStayInsideTheirBoundsAndUnreachableDataAreRefused() throws {
    let space = try ParameterSpace([
      ("a", .uniform(low: 0, high: 1)), ("b", .logUniform(low: 0.01, high: 10)),
      ("c", .truncatedNormal(mean: 0, deviation: 2, low: -1, high: 0.5)),
    ])
    var inversion = try EnsembleKalmanInversion(
      space: space, observation: try observation([3, 40, 4], [0.1, 0.1, 0.1]), options: Options(seed: 1))
    try inversion.run { runs in
      for run in runs {
        for (value, marginal) in zip(run.values, space.marginals) { #expect(marginal.bounds.contains(value)) }
      }
      return runs.map(\.values)
    }
    let report = try inversion.report()
    guard case .notReproduced(let reasons) = report.verdict else {
      Issue.record("Data out of reach counted as reproduced")
      return
    }
    #expect(reasons.contains(.outlyingData(["y0", "y1", "y2"])))
    #expect(throws: InferenceError.notReproduced(reasons)) { try report.requireReproduced() }
  }

  @Test func aStoredStateGoesOnToTheSameBits() throws {
    var options = Options(seed: 5)
    options.members = 40
    options.inflation = 1.05
    options.localisation = .correlation(c: 2)
    let space = try TestSpaces.normal(3)
    var whole = try EnsembleKalmanInversion(space: space, observation: try observation(), options: options)
    try whole.run { linear($0) }
    var parts = try EnsembleKalmanInversion(space: space, observation: try observation(), options: options)
    while !parts.isFinished {
      let stored = try JSONEncoder().encode(parts)
      parts = try JSONDecoder().decode(EnsembleKalmanInversion.self, from: stored)
      try parts.advance { linear($0) }
    }
    #expect(parts == whole)
    #expect(try parts.report() == whole.report())
    #expect(throws: InferenceError.finished) { try parts.advance { linear($0) } }
  }

  @Test func localisationKeepsParametersThatNoDatumKnowsAtTheirPrior() throws {
    // Thirty parameters, one of them observed ten times; twenty members.
    let space = try TestSpaces.normal(30)
    let data = try observation((0..<10).map { 1 + 0.1 * Double($0 % 3) }, [Double](repeating: 0.3, count: 10))
    func spread(_ localisation: Options.Localisation) throws -> Double {
      var total = 0.0
      for seed in 0..<10 {
        var options = Options(seed: UInt64(seed))
        options.members = 20
        options.localisation = localisation
        options.schedule = Options.equalSteps(4)
        var inversion = try EnsembleKalmanInversion(space: space, observation: data, options: options)
        try inversion.run { runs in runs.map { run in (0..<10).map { _ in run.values[0] } } }
        let covariance = moments(inversion.scores).covariance
        total += (1..<30).reduce(0) { $0 + covariance[$1, $1] } / 29
      }
      return total / 10
    }
    var factors = DenseMatrix(rows: 30, columns: 10)
    for datum in 0..<10 { factors[0, datum] = 1 }
    let none = try spread(.none)
    let correlation = try spread(.correlation(c: 3))
    let given = try spread(.factors(factors))
    // The prior variance is 1; each spurious correlation takes some of it away.
    #expect(none < 0.97)
    #expect(correlation > none)
    #expect(abs(given - 1) < 0.1)
  }

  @Test func failedMembersAreReplacedAndTooManyStopTheInversion() throws {
    var options = Options(seed: 2)
    options.members = 300
    var inversion = try EnsembleKalmanInversion(
      space: try TestSpaces.normal(3), observation: try observation(), options: options)
    try inversion.run { runs in
      zip(runs, linear(runs)).map { run, outputs in
        run.identifier % 11 == 0 ? outputs.map { _ in .nan } : outputs
      }
    }
    #expect(inversion.failures > 0)
    #expect(inversion.scores.count == 300)
    #expect(inversion.scores.allSatisfy { $0.allSatisfy(\.isFinite) })
    #expect(try inversion.posterior().count < 300)
    var hopeless = try EnsembleKalmanInversion(
      space: try TestSpaces.normal(3), observation: try observation(), options: options)
    let before = hopeless
    #expect(throws: InferenceError.tooManyFailures(found: 300, of: 300, most: 60)) {
      try hopeless.run { $0.map { _ in [.nan, 0, 0, 0] } }
    }
    #expect(hopeless == before)
  }

  @Test func intervalsCoverTheTruthAsOftenAsTheySay() throws {
    // Monotone and mildly nonlinear; one solution.
    let space = try ParameterSpace([
      ("rate", .logUniform(low: 0.2, high: 5)), ("share", .uniform(low: 0, high: 1)),
    ])
    func model(_ values: [Double]) -> [Double] {
      [log(values[0]) + values[1], values[1] * values[1] + 0.3 * log(values[0]), exp(0.5 * values[1])]
    }
    let repetitions = 200
    var hits = [0, 0]
    for repetition in 0..<repetitions {
      var stream = RandomStream(seed: 78, entity: UInt32(repetition))
      let truth = space.values(atProbabilities: [stream.uniform(), stream.uniform()])
      let data = model(truth).map { $0 + 0.1 * stream.normal() }
      var options = Options(seed: UInt64(repetition))
      options.members = 300
      var inversion = try EnsembleKalmanInversion(
        space: space, observation: try observation(data, [0.1, 0.1, 0.1]), options: options)
      try inversion.run { $0.map { model($0.values) } }
      let posterior = try inversion.posterior()
      for index in 0..<2 where try posterior.parameter(index).interval(0.9).contains(truth[index]) {
        hits[index] += 1
      }
    }
    print("ensemble Kalman, 90 % intervals: \(hits) of \(repetitions)")
    for count in hits {
      let interval = try ProportionInterval.clopperPearson(
        successes: count, trials: repetitions, confidence: 0.998)
      #expect(interval.low < 0.9 && interval.high > 0.9, "\(count) of \(repetitions)")
    }
  }

  @Test func impossibleOptionsAreRefused() throws {
    let space = try TestSpaces.normal(3)
    func refused(_ change: (inout Options) -> Void) throws {
      var options = Options(seed: 1)
      change(&options)
      #expect(throws: InferenceError.self) {
        try EnsembleKalmanInversion(space: space, observation: try observation(), options: options)
      }
    }
    try refused { $0.members = 2 }
    try refused { $0.inflation = 0.9 }
    try refused { $0.schedule = .multipleDataAssimilation([2, 3]) }
    try refused { $0.schedule = .adaptive(maximumSteps: 0) }
    try refused { $0.localisation = .factors(DenseMatrix(rows: 2, columns: 2)) }
    try refused {
      $0.update = .squareRoot
      $0.localisation = .correlation(c: 3)
    }
  }
}
