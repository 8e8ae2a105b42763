import MyelonRandom

extension EnsembleKalmanInversion {
  /// Keep the streams of perturbations, replacements and fresh noise apart; any constant will do.
  private static let perturbationPurpose: UInt64 = 0x454B_4950_4552_5455
  private static let replacementPurpose: UInt64 = 0x454B_4952_4550_4C41
  static let freshPurpose: UInt64 = 0x454B_4946_5245_5348

  /// Runs the ensemble and updates it, or after the last update runs it for the report.
  ///
  /// - Parameter simulator: runs a batch.
  /// - Throws: `InferenceError`, or what the simulator throws; the state is then unchanged.
  public mutating func advance(_ simulator: BatchSimulator) throws {
    try checkState()
    guard !isFinished else { throw InferenceError.finished }
    let runs = scores.enumerated().map { member, scores in
      ParameterVector(identifier: UInt32(simulations + member), values: space.values(atScores: scores))
    }
    let outputs = try simulator(runs)
    try InferenceError.check(outputs, for: runs, data: observation.count)
    let valid = outputs.indices.filter { outputs[$0].allSatisfy(\.isFinite) }
    let failed = outputs.count - valid.count
    let most = Int(Double(outputs.count) * options.largestFailedShare)
    guard failed <= most, valid.count >= 4 else {
      throw InferenceError.tooManyFailures(found: failed, of: outputs.count, most: most)
    }
    let ensemble = KalmanEnsemble(
      scores: valid.map { scores[$0] }, outputs: valid.map { outputs[$0] }, observation: observation)
    let isLast = information >= 1
    // Everything that can throw comes before the state changes.
    let share = isLast ? 0 : nextShare(ensemble)
    let updated = isLast ? nil : try update(ensemble, share: share, members: valid)
    simulations += outputs.count
    failures += failed
    steps.append(
      .init(
        simulations: simulations, tolerance: nil, acceptance: nil, misfit: ensemble.misfit.mean,
        information: information, effectiveSize: Double(valid.count)))
    guard let updated else {
      final = Final(
        members: valid, outputs: valid.map { outputs[$0] }, identifiers: valid.map { runs[$0].identifier })
      return
    }
    scores = updated
    updates += 1
    information = information + share > 1 - 1e-9 ? 1 : information + share
  }

  /// The share 1/α of the information that the next update takes in.
  private func nextShare(_ ensemble: KalmanEnsemble) -> Double {
    let left = 1 - information
    switch options.schedule {
    case .multipleDataAssimilation(let inflations):
      return updates + 1 < inflations.count ? 1 / inflations[updates] : left
    case .adaptive(let most):
      guard updates + 1 < most else { return left }
      // Iglesias & Yang 2021, equation 13: max(M / 2 mean Φ, √(M / 2 var Φ)) with M data.
      let misfit = ensemble.misfit
      let data = Double(observation.count)
      let byMean = misfit.mean > 0 ? data / (2 * misfit.mean) : .infinity
      let byVariance = misfit.variance > 0 ? (data / (2 * misfit.variance)).squareRoot() : .infinity
      return min(left, max(byMean, byVariance))
    }
  }

  private func update(_ ensemble: KalmanEnsemble, share: Double, members: [Int]) throws(StatisticsError)
    -> [[Double]]
  {
    let isFinalUpdate = information + share > 1 - 1e-9
    var moved: [[Double]]
    switch options.update {
    case .squareRoot:
      moved = try ensemble.squareRootUpdate(alpha: 1 / share)
    case .perturbedData:
      let noise = perturbations(members)
      moved = try ensemble.perturbedUpdate(alpha: 1 / share, noise: noise, localisation: options.localisation)
    }
    if !isFinalUpdate, options.inflation > 1 { inflate(&moved) }
    return replacingFailed(moved, members: members)
  }

  /// Standard normal draws for each datum and member, with the mean over members taken off.
  private func perturbations(_ members: [Int]) -> [[Double]] {
    var draws = members.map { member in
      var stream = RandomStream(
        seed: options.seed ^ Self.perturbationPurpose, entity: UInt32(member), step: UInt32(updates))
      return (0..<observation.count).map { _ in stream.normal() }
    }
    for datum in 0..<observation.count {
      let mean = draws.reduce(0) { $0 + $1[datum] } / Double(draws.count)
      for member in draws.indices { draws[member][datum] -= mean }
    }
    return draws
  }

  private func inflate(_ scores: inout [[Double]]) {
    for parameter in 0..<space.count {
      let mean = scores.reduce(0) { $0 + $1[parameter] } / Double(scores.count)
      for member in scores.indices {
        scores[member][parameter] = mean + options.inflation * (scores[member][parameter] - mean)
      }
    }
  }

  /// The whole ensemble: members whose run failed are drawn anew from the normal distribution of those moved.
  private func replacingFailed(_ moved: [[Double]], members: [Int]) -> [[Double]] {
    guard moved.count < scores.count else { return moved }
    var all = scores
    for (place, member) in members.enumerated() { all[member] = moved[place] }
    let failed = Set(scores.indices).subtracting(members).sorted()
    let count = Double(moved.count)
    let mean = (0..<space.count).map { parameter in moved.reduce(0) { $0 + $1[parameter] } / count }
    for member in failed {
      // A random combination of deviations has their covariance.
      var stream = RandomStream(
        seed: options.seed ^ Self.replacementPurpose, entity: UInt32(member), step: UInt32(updates))
      let factors = moved.map { _ in stream.normal() / (count - 1).squareRoot() }
      for parameter in 0..<space.count {
        var score = mean[parameter]
        for (other, factor) in zip(moved, factors) { score += factor * (other[parameter] - mean[parameter]) }
        all[member][parameter] = score
      }
    }
    return all
  }
}
