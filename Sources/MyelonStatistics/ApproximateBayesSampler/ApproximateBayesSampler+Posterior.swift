import Foundation

extension ApproximateBayesSampler {
  /// Weights of the kept particles, summing to 1.
  public var weights: [Double] {
    let largest = particles.map(\.logWeight).max() ?? 0
    let scaled = particles.map { exp($0.logWeight - largest) }
    let sum = scaled.reduce(0, +)
    return scaled.map { $0 / sum }
  }

  /// The kept particles as a posterior.
  ///
  /// - Throws: `InferenceError.notFinished`.
  public func posterior() throws(InferenceError) -> PosteriorSample {
    try posterior(scores: particles.map(\.scores), weights: weights)
  }

  /// The posterior after a local linear correction for the distance that is left.
  ///
  /// Scores are regressed on outputs among the kept particles, nearer ones counting more (Epanechnikov's kernel), and
  /// each is moved to where the data are: Beaumont, Zhang & Balding 2002, "Approximate Bayesian computation in population
  /// genetics", Genetics 162:2025; with a ridge against outputs that say the same (Blum et al. 2013, doi:10.1214/12-STS406).
  /// Replicates are not moved; the verdict rests on runs, not on the regression.
  ///
  /// - Parameter ridge: added to the correlation matrix of the outputs.
  /// - Returns: the corrected posterior; the plain one if all particles are equally near.
  /// - Throws: `InferenceError.notFinished`, or `InferenceError.options` if the ridge is not positive.
  public func adjustedPosterior(ridge: Double = 1e-3) throws(InferenceError) -> PosteriorSample {
    try checkState()
    guard isFinished else { throw .notFinished }
    guard ridge > 0 else { throw .options("A ridge must be positive; found \(ridge)") }
    let nearness = particles.map { 1 - ($0.distance / tolerance) * ($0.distance / tolerance) }
    let local = zip(weights, nearness).map { max(0, $0 * $1) }
    guard tolerance > 0, let weights = try? WeightedSample.normalised(local, count: local.count) else {
      return try posterior()
    }
    let outputs = particles.map { withNoise($0.outputs, $0.identifier) }
    guard let slopes = slopes(outputs, weights, ridge) else { return try posterior() }
    let scores = particles.indices.map { particle in
      particles[particle].scores.indices.map { parameter in
        var score = particles[particle].scores[parameter]
        for (datum, slope) in slopes[parameter].enumerated() where slope != 0 {
          score -= slope * (outputs[particle][datum] - observation.values[datum])
        }
        return score
      }
    }
    return try posterior(scores: scores, weights: weights)
  }

  /// What was found and whether it may be used.
  ///
  /// - Parameters:
  ///   - rule: when data count as reproduced.
  ///   - isAdjusted: whether parameters are those of the corrected posterior.
  /// - Returns: the report.
  /// - Throws: `InferenceError.notFinished`.
  public func report(rule: ReproductionRule = ReproductionRule(), isAdjusted: Bool = false) throws
    -> InferenceReport
  {
    let ending = ending.map { ", ended: \($0.rawValue)" } ?? ""
    return try InferenceReport(
      method:
        "sequential approximate Bayesian computation\(isAdjusted ? ", regression-adjusted" : "")\(ending)",
      posterior: isAdjusted ? adjustedPosterior() : posterior(), observation: observation, steps: steps,
      simulations: simulations, failures: failures, rule: rule)
  }

  private func posterior(scores: [[Double]], weights: [Double]) throws(InferenceError) -> PosteriorSample {
    try checkState()
    guard isFinished else { throw .notFinished }
    let replicates =
      repeated
      ?? particles.map {
        observation.withNoise($0.outputs, seed: options.seed ^ Self.freshPurpose, identifier: $0.identifier)
      }
    // A particle whose repeated run failed has no replicate and is left out.
    let valid = replicates.indices.filter { replicates[$0].allSatisfy(\.isFinite) }
    let kept = valid.map { weights[$0] }
    let sum = kept.reduce(0, +)
    return PosteriorSample(
      space: space, identifiers: valid.map { particles[$0].identifier }, scores: valid.map { scores[$0] },
      outputs: valid.map { particles[$0].outputs },
      replicates: valid.map { replicates[$0] }, weights: kept.map { $0 / sum })
  }

  /// Slope of each parameter's score on each output; nil if no output varies.
  private func slopes(_ outputs: [OutputVector], _ weights: [Double], _ ridge: Double) -> [[Double]]? {
    func mean(_ values: [Double]) -> Double { zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    let columns = (0..<observation.count).map { datum in outputs.map { $0[datum] } }
    var standardised: [(datum: Int, scale: Double, values: [Double])] = []
    for (datum, column) in columns.enumerated() {
      let centre = mean(column)
      let centred = column.map { $0 - centre }
      let scale = mean(centred.map { $0 * $0 }).squareRoot()
      guard scale > 1e-12 * (1 + abs(centre)) else { continue }
      standardised.append((datum, scale, centred.map { $0 / scale }))
    }
    guard !standardised.isEmpty else { return nil }
    var cross = DenseMatrix(rows: standardised.count, columns: standardised.count)
    for row in standardised.indices {
      for column in 0...row {
        let value = mean(zip(standardised[row].values, standardised[column].values).map { $0 * $1 })
        cross[row, column] = value + (row == column ? ridge : 0)
      }
    }
    guard let factor = try? CholeskyFactor(cross) else { return nil }
    return (0..<space.count).map { parameter in
      let scores = particles.map { $0.scores[parameter] }
      let centre = mean(scores)
      let right = standardised.map { output in
        mean(zip(scores, output.values).map { ($0 - centre) * $1 })
      }
      var slopes = [Double](repeating: 0, count: observation.count)
      for (output, slope) in zip(standardised, factor.solve(right)) {
        slopes[output.datum] = slope / output.scale
      }
      return slopes
    }
  }
}
