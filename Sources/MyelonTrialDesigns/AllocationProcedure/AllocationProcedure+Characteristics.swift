import MyelonRandom
import MyelonStatistics

extension AllocationProcedure {
  /// Simulates allocation and measures balance and how far it can be foreseen.
  ///
  /// - Parameters:
  ///   - people: people of each trial.
  ///   - balanced: factors in which balance is measured, those of the procedure among them.
  ///   - levelShares: for each of these factors, the probabilities of its levels.
  ///   - trials: number of simulated trials; trial i draws people from the stream (seed, i).
  ///   - seed: seed.
  /// - Returns: means over trials with normal 95 % intervals.
  /// - Throws: `EfficacyError` naming the field.
  public func characteristics(
    people: Int, balanced: [AllocationFactor], levelShares: [[Double]], trials: Int = 1000, seed: UInt64 = 1
  ) throws(EfficacyError) -> AllocationCharacteristics {
    try validate()
    var findings = AllocationFactor.findings(balanced)
    findings += EfficacyError.count(people, 1...100_000, "people")
    findings += EfficacyError.count(trials, 2...1_000_000, "trials")
    if levelShares.count != balanced.count {
      findings.append(
        .wrongLength(cell: "levelShares", required: balanced.count, found: levelShares.count))
    }
    for (factor, shares) in zip(balanced, levelShares) where shares.count != factor.levels.count {
      findings.append(
        .wrongLength(
          cell: "levelShares, '\(factor.name)'", required: factor.levels.count, found: shares.count))
    }
    try EfficacyError.require(findings)
    var totals: [Double] = []
    var factors = [[Double]](repeating: [], count: balanced.count)
    var guesses: [Double] = []
    for trial in 0..<trials {
      var stream = RandomStream(seed: seed, entity: UInt32(truncatingIfNeeded: trial), step: 0)
      let persons = (0..<people).map { _ in Self.person(balanced, levelShares, &stream) }
      let choices = try allocate(persons, seed: stream.next())
      let arms = choices.map(\.arm)
      totals.append(imbalance(arms))
      guesses.append(guessed(arms))
      for (number, factor) in balanced.enumerated() {
        let parts = factor.levels.map { level in
          imbalance(arms.indices.filter { persons[$0][factor.name] == level }.map { arms[$0] })
        }
        factors[number].append(parts.reduce(0, +) / Double(parts.count))
      }
    }
    return AllocationCharacteristics(
      trials: trials, people: people, totalImbalance: Self.estimate(totals),
      factorImbalance: factors.map(Self.estimate), guessed: Self.estimate(guesses))
  }

  private static func person(
    _ factors: [AllocationFactor], _ shares: [[Double]], _ stream: inout RandomStream
  ) -> [String: String] {
    var levels: [String: String] = [:]
    for (factor, shares) in zip(factors, shares) {
      var left = stream.uniform() * shares.reduce(0, +)
      var chosen = factor.levels[factor.levels.count - 1]
      for (level, share) in zip(factor.levels, shares) {
        left -= share
        if left < 0 {
          chosen = level
          break
        }
      }
      levels[factor.name] = chosen
    }
    return levels
  }

  private func imbalance(_ allocated: [Int]) -> Double {
    var counts = [Double](repeating: 0, count: arms.names.count)
    for arm in allocated { counts[arm] += 1 / Double(arms.ratio[arm]) }
    return (counts.max() ?? 0) - (counts.min() ?? 0)
  }

  /// Share of right guesses; among arms equally behind, a guess is right with the probability of chance.
  private func guessed(_ allocated: [Int]) -> Double {
    var counts = [Double](repeating: 0, count: arms.names.count)
    var right = 0.0
    for arm in allocated {
      let least = counts.min() ?? 0
      let behind = counts.indices.filter { counts[$0] <= least + 1e-9 }
      if behind.contains(arm) { right += 1 / Double(behind.count) }
      counts[arm] += 1 / Double(arms.ratio[arm])
    }
    return right / Double(max(1, allocated.count))
  }

  private static func estimate(_ values: [Double]) -> Estimate {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / (count - 1) / count).squareRoot()
    let reach = NormalDistribution.standard.upperQuantile(0.025) * error
    return Estimate(value: mean, standardError: error, low: mean - reach, high: mean + reach)
  }
}
