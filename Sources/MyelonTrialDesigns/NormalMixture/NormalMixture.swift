import Foundation
import MyelonStatistics

/// A mixture of normal distributions: what is known of a mean from elsewhere.
public struct NormalMixture: Sendable, Hashable {
  /// One part of the mixture.
  public struct Component: Sendable, Hashable, Codable {
    /// Share of the mixture.
    public var weight: Double
    /// Mean.
    public var mean: Double
    /// Standard deviation.
    public var deviation: Double

    /// Makes a component.
    ///
    /// - Parameters:
    ///   - weight: share of the mixture.
    ///   - mean: its mean.
    ///   - deviation: its standard deviation.
    public init(weight: Double, mean: Double, deviation: Double) {
      self.weight = weight
      self.mean = mean
      self.deviation = deviation
    }
  }

  /// The parts; their weights sum to 1.
  public var components: [Component]

  /// Makes a mixture; weights are scaled to sum to 1.
  ///
  /// - Parameter components: the parts.
  public init(_ components: [Component]) {
    let sum = components.reduce(0) { $0 + $1.weight }
    self.components = components.map {
      Component(weight: $0.weight / sum, mean: $0.mean, deviation: $0.deviation)
    }
  }

  /// A single normal distribution.
  ///
  /// - Parameters:
  ///   - mean: its mean.
  ///   - deviation: its standard deviation.
  public init(mean: Double, deviation: Double) {
    components = [Component(weight: 1, mean: mean, deviation: deviation)]
  }

  /// The power prior of a historical mean, on top of a flat prior: its variance over the power a0.
  ///
  /// - Parameters:
  ///   - mean: historical mean.
  ///   - standardError: its standard error.
  ///   - power: above 0, at most 1.
  /// - Returns: the prior.
  /// - Throws: `EfficacyError` if a number is impossible.
  public static func power(mean: Double, standardError: Double, power: Double) throws(EfficacyError)
    -> NormalMixture
  {
    var findings =
      EfficacyError.finite(mean, "historical mean")
      + EfficacyError.positive(standardError, "historical standard error")
    if !(power > 0 && power <= 1) {
      findings.append(
        .outOfRange(cell: "power of the power prior", allowed: "above 0, at most 1", found: power))
    }
    try EfficacyError.require(findings)
    return NormalMixture(mean: mean, deviation: standardError / power.squareRoot())
  }

  /// The mixture with a vague part that takes over when the data disagree.
  ///
  /// Schmidli et al. 2014, doi:10.1111/biom.12242.
  ///
  /// - Parameters:
  ///   - weight: share of the vague part, in [0, 1].
  ///   - mean: mean of the vague part.
  ///   - deviation: its standard deviation, that of one person's outcome for one unit of information.
  /// - Returns: the robust mixture.
  /// - Throws: `EfficacyError.outOfRange`.
  public func robust(weight: Double, mean: Double, deviation: Double) throws(EfficacyError) -> NormalMixture {
    var findings =
      EfficacyError.finite(mean, "mean of the vague part")
      + EfficacyError.positive(deviation, "deviation of the vague part")
    if !(0...1 ~= weight) {
      findings.append(.outOfRange(cell: "weight of the vague part", allowed: "0 to 1", found: weight))
    }
    try EfficacyError.require(findings)
    let kept = components.map {
      Component(weight: $0.weight * (1 - weight), mean: $0.mean, deviation: $0.deviation)
    }
    return NormalMixture(kept + [Component(weight: weight, mean: mean, deviation: deviation)])
  }

  /// The mixture after a mean was observed: parts move, weights follow how well each foresaw it.
  ///
  /// - Parameters:
  ///   - mean: observed mean.
  ///   - standardError: its standard error, taken as known.
  /// - Returns: the posterior mixture.
  /// - Throws: `EfficacyError` if a number is impossible.
  public func updated(mean: Double, standardError: Double) throws(EfficacyError) -> NormalMixture {
    try EfficacyError.require(
      EfficacyError.finite(mean, "observed mean")
        + EfficacyError.positive(standardError, "observed standard error"))
    return updated(mean, standardError)
  }

  func updated(_ mean: Double, _ standardError: Double) -> NormalMixture {
    let variance = standardError * standardError
    let logs = components.map { part in
      let total = variance + part.deviation * part.deviation
      let away = mean - part.mean
      return log(part.weight) - 0.5 * (log(total) + away * away / total)
    }
    let top = logs.max() ?? 0
    return NormalMixture(
      zip(components, logs).map { part, value in
        let own = part.deviation * part.deviation
        let total = variance + own
        return Component(
          weight: exp(value - top), mean: (part.mean * variance + mean * own) / total,
          deviation: (own * variance / total).squareRoot())
      })
  }

  /// Mean.
  public var mean: Double { components.reduce(0) { $0 + $1.weight * $1.mean } }

  /// Variance.
  public var variance: Double {
    let mean = mean
    return components.reduce(0) {
      $0 + $1.weight * ($1.deviation * $1.deviation + ($1.mean - mean) * ($1.mean - mean))
    }
  }

  /// How many people the mixture is worth: the expected local information ratio.
  ///
  /// Neuenschwander et al. 2020, doi:10.1111/biom.13252.
  ///
  /// - Parameter deviation: standard deviation of one person's outcome.
  /// - Returns: σ² times the mean of -(ln p)'' over the mixture; σ² / s² for one normal distribution.
  public func effectiveSampleSize(deviation: Double) -> Double {
    let parts = components.filter { $0.weight > 0 }
    let rule = GaussLegendre(count: 48)
    // Each part integrates its share of p · (p' / p)² - p'' around itself; ∫ p'' vanishes.
    let sum = parts.reduce(0.0) { sum, part in
      sum
        + rule.integral(from: -9, to: 0) { score(part, $0, parts) }
        + rule.integral(from: 0, to: 9) { score(part, $0, parts) }
    }
    return deviation * deviation * sum
  }

  /// Weight times density of a part, per unit of its score, times (p' / p)².
  private func score(_ part: Component, _ z: Double, _ parts: [Component]) -> Double {
    let x = part.mean + z * part.deviation
    var density = 0.0
    var slope = 0.0
    for other in parts {
      let away = (x - other.mean) / other.deviation
      let value = other.weight * NormalDistribution.standard.density(away) / other.deviation
      density += value
      slope -= value * away / other.deviation
    }
    guard density > 0 else { return 0 }
    return part.weight * NormalDistribution.standard.density(z) * (slope / density) * (slope / density)
  }

  /// What is wrong with the mixture; nothing if it can be used.
  func findings(_ cell: String) -> [EfficacyError] {
    guard !components.isEmpty else {
      return [.outOfRange(cell: "\(cell), components", allowed: "1 or more", found: 0)]
    }
    return components.enumerated().flatMap { index, part in
      let here = "\(cell), component \(index + 1)"
      return
        MixtureWeights.findings(part.weight, here)
        + EfficacyError.finite(part.mean, "\(here), mean")
        + EfficacyError.positive(part.deviation, "\(here), deviation")
    }
  }
}

extension NormalMixture: Codable {
  /// Reads a list of components; weights are scaled to sum to 1.
  public init(from decoder: any Decoder) throws {
    let components = try decoder.singleValueContainer().decode([Component].self)
    try MixtureWeights.requireScalable(components.map(\.weight))
    self.init(components)
  }

  /// Writes a list of components.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(components)
  }
}
