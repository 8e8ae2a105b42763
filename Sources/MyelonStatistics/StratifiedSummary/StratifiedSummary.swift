/// One outcome summed up in each stratum of a sample.
public struct StratifiedSummary: Sendable, Hashable, Codable {
  /// One stratum.
  public struct Stratum: Sendable, Hashable, Codable {
    /// Its name.
    public let name: String
    /// Number of members.
    public let count: Int
    /// Share of the whole weight.
    public let share: Double
    /// Kish's effective sample size of its weights.
    public let effectiveSize: Double
    /// Mean of the outcome.
    public let mean: Double
    /// Standard error of the mean, deviation / √(effective size).
    public let standardError: Double
    /// Quantiles of the outcome at `probabilities`.
    public let quantiles: [Double]
  }

  /// The probabilities of the quantiles.
  public let probabilities: [Double]
  /// The strata, in the order of first mention.
  public let strata: [Stratum]
  /// The outcome over all strata.
  public let all: Stratum

  /// Sums up an outcome.
  ///
  /// - Parameters:
  ///   - outcome: one number a member.
  ///   - strata: name of each member's stratum.
  ///   - weights: weights of the members; nil means all alike. A stratum without weight is left out.
  ///   - probabilities: which quantiles are wanted.
  /// - Throws: `StatisticsError`.
  public init(
    outcome: [Double], strata: [String], weights: [Double]? = nil,
    probabilities: [Double] = [0.05, 0.25, 0.5, 0.75, 0.95]
  ) throws(StatisticsError) {
    try StatisticsError.requireLength(strata.count, outcome.count, "names of strata")
    let shares = try WeightedSample.normalised(weights, count: outcome.count)
    var names: [String] = []
    var members: [String: [Int]] = [:]
    for (member, name) in strata.enumerated() {
      if members[name] == nil { names.append(name) }
      members[name, default: []].append(member)
    }
    self.probabilities = probabilities
    var found: [Stratum] = []
    for name in names {
      let chosen = (members[name] ?? []).filter { shares[$0] > 0 }
      guard !chosen.isEmpty else { continue }
      try found.append(Self.stratum(name, outcome, shares, chosen, probabilities))
    }
    self.strata = found
    all = try Self.stratum("all", outcome, shares, Array(outcome.indices), probabilities)
  }

  private static func stratum(
    _ name: String, _ outcome: [Double], _ weights: [Double], _ members: [Int], _ probabilities: [Double]
  ) throws(StatisticsError) -> Stratum {
    let sample = try WeightedSample(members.map { outcome[$0] }, weights: members.map { weights[$0] })
    return Stratum(
      name: name, count: members.count, share: members.reduce(0) { $0 + weights[$1] },
      effectiveSize: sample.effectiveSize, mean: sample.mean,
      standardError: sample.deviation / sample.effectiveSize.squareRoot(),
      quantiles: probabilities.map { sample.quantile($0) })
  }
}
