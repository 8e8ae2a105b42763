import Foundation
import MyelonStatistics

/// A mixture of beta distributions: what is known of a rate from elsewhere.
public struct BetaMixture: Sendable, Hashable {
  /// One part of the mixture.
  public struct Component: Sendable, Hashable, Codable {
    /// Share of the mixture.
    public var weight: Double
    /// First shape: events.
    public var alpha: Double
    /// Second shape: people without event.
    public var beta: Double

    /// Makes a component.
    ///
    /// - Parameters:
    ///   - weight: share of the mixture.
    ///   - alpha: first shape.
    ///   - beta: second shape.
    public init(weight: Double, alpha: Double, beta: Double) {
      self.weight = weight
      self.alpha = alpha
      self.beta = beta
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
      Component(weight: $0.weight / sum, alpha: $0.alpha, beta: $0.beta)
    }
  }

  /// A single beta distribution.
  ///
  /// - Parameters:
  ///   - alpha: first shape.
  ///   - beta: second shape.
  public init(alpha: Double, beta: Double) {
    components = [Component(weight: 1, alpha: alpha, beta: beta)]
  }

  /// The power prior of historical responders: their counts times a power a0 on top of a first prior.
  ///
  /// Ibrahim & Chen 2000, doi:10.1214/ss/1009212673, with a fixed power.
  ///
  /// - Parameters:
  ///   - responders: historical responders.
  ///   - people: historical people.
  ///   - power: 0 discards them, 1 takes them as if of the trial.
  ///   - priorEvents: first shape of the first prior.
  ///   - priorNonEvents: second shape of the first prior.
  /// - Returns: the prior.
  /// - Throws: `EfficacyError` if counts or power are impossible.
  public static func power(
    responders: Int, people: Int, power: Double, priorEvents: Double = 1, priorNonEvents: Double = 1
  ) throws(EfficacyError) -> BetaMixture {
    var findings = EfficacyError.events(responders, of: people, "responders", "historical controls")
    if !(power >= 0 && power <= 1) {
      findings.append(.outOfRange(cell: "power of the power prior", allowed: "0 to 1", found: power))
    }
    findings += EfficacyError.positive(priorEvents, "priorEvents")
    findings += EfficacyError.positive(priorNonEvents, "priorNonEvents")
    try EfficacyError.require(findings)
    return BetaMixture(
      alpha: priorEvents + power * Double(responders),
      beta: priorNonEvents + power * Double(people - responders))
  }

  /// The mixture with a vague part that takes over when the data disagree.
  ///
  /// Schmidli et al. 2014, doi:10.1111/biom.12242.
  ///
  /// - Parameters:
  ///   - weight: share of the vague part, in [0, 1].
  ///   - mean: mean of the vague part, which counts as one person.
  /// - Returns: the robust mixture.
  /// - Throws: `EfficacyError.outOfRange`.
  public func robust(weight: Double, mean: Double = 0.5) throws(EfficacyError) -> BetaMixture {
    var findings = EfficacyError.probability(mean, "mean of the vague part")
    if !(0...1 ~= weight) {
      findings.append(.outOfRange(cell: "weight of the vague part", allowed: "0 to 1", found: weight))
    }
    try EfficacyError.require(findings)
    // Two units of information, as Beta(1, 1) has around 1/2.
    let vague = Component(weight: weight, alpha: 2 * mean, beta: 2 * (1 - mean))
    let kept = components.map {
      Component(weight: $0.weight * (1 - weight), alpha: $0.alpha, beta: $0.beta)
    }
    return BetaMixture(kept + [vague])
  }

  /// The mixture after events among people: shapes grow, weights follow how well each part foresaw them.
  ///
  /// - Parameters:
  ///   - events: events seen.
  ///   - people: people seen.
  /// - Returns: the posterior mixture.
  /// - Throws: `EfficacyError` if there are more events than people.
  public func updated(events: Int, people: Int) throws(EfficacyError) -> BetaMixture {
    try EfficacyError.require(EfficacyError.events(events, of: people, "events", "people"))
    return updated(Double(events), Double(people - events))
  }

  func updated(_ events: Double, _ others: Double) -> BetaMixture {
    let logs = components.map {
      log($0.weight) + IncompleteBeta.logBeta($0.alpha + events, $0.beta + others)
        - IncompleteBeta.logBeta($0.alpha, $0.beta)
    }
    let top = logs.max() ?? 0
    return BetaMixture(
      zip(components, logs).map {
        Component(weight: exp($1 - top), alpha: $0.alpha + events, beta: $0.beta + others)
      })
  }

  /// Mean of the rate.
  public var mean: Double {
    components.reduce(0) { $0 + $1.weight * $1.alpha / ($1.alpha + $1.beta) }
  }

  /// Variance of the rate.
  public var variance: Double {
    let mean = mean
    return components.reduce(0) { sum, part in
      let total = part.alpha + part.beta
      let own = part.alpha / total
      return sum + part.weight * (own * (1 - own) / (total + 1) + (own - mean) * (own - mean))
    }
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
        + EfficacyError.between(part.alpha, 0, 1e6, "\(here), alpha")
        + EfficacyError.between(part.beta, 0, 1e6, "\(here), beta")
    }
  }
}

extension BetaMixture: Codable {
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
