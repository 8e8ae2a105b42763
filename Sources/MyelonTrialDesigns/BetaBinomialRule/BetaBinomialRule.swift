import MyelonStatistics

/// A rule on the posterior probability that a rate lies on one side of a limit, with a beta prior.
///
/// Thall & Simon 1994, doi:10.2307/2533377. The comparison is strict: the rule fires if the probability is above its cutoff.
public struct BetaBinomialRule: Sendable, Hashable {
  /// On which side of the limit the rate would be.
  public enum Side: String, Sendable, Hashable, Codable, CaseIterable {
    /// The rule fires if Pr(rate > limit | data) > cutoff: too toxic, or promising.
    case above
    /// The rule fires if Pr(rate < limit | data) > cutoff: too few responses.
    case below
  }

  /// The limit on the rate.
  public var limit: Double
  /// Posterior probability above which the rule fires.
  public var cutoff: Double
  /// On which side of the limit the rate would be.
  public var side: Side
  /// First shape of the beta prior: prior events.
  public var priorEvents: Double
  /// Second shape of the beta prior: prior people without event.
  public var priorNonEvents: Double

  /// Describes a rule.
  ///
  /// - Parameters:
  ///   - limit: the limit on the rate, in (0, 1).
  ///   - cutoff: posterior probability above which the rule fires, in (0, 1).
  ///   - side: on which side of the limit the rate would be.
  ///   - priorEvents: first shape of the beta prior, positive.
  ///   - priorNonEvents: second shape, positive.
  public init(
    limit: Double, cutoff: Double, side: Side = .above, priorEvents: Double = 1, priorNonEvents: Double = 1
  ) {
    self.limit = limit
    self.cutoff = cutoff
    self.side = side
    self.priorEvents = priorEvents
    self.priorNonEvents = priorNonEvents
  }

  /// What is wrong with the rule; nothing if it can be used.
  func findings(_ cell: String) -> [EfficacyError] {
    EfficacyError.probability(limit, "\(cell), limit") + EfficacyError.probability(cutoff, "\(cell), cutoff")
      + EfficacyError.between(priorEvents, 0, 1e6, "\(cell), priorEvents")
      + EfficacyError.between(priorNonEvents, 0, 1e6, "\(cell), priorNonEvents")
  }

  /// The posterior probability that the rate lies on the rule's side.
  ///
  /// - Parameters:
  ///   - events: events seen.
  ///   - people: people seen.
  /// - Returns: the probability; NaN if there are more events than people.
  public func probability(events: Int, people: Int) -> Double {
    let alpha = priorEvents + Double(events)
    let beta = priorNonEvents + Double(people - events)
    guard events >= 0, people >= events,
      let posterior = try? BetaDistribution(alpha: alpha, beta: beta)
    else { return .nan }
    return side == .above ? posterior.upperTail(limit) : posterior.cumulative(limit)
  }

  /// Whether the rule fires.
  ///
  /// - Parameters:
  ///   - events: events seen.
  ///   - people: people seen.
  /// - Returns: whether the probability is above the cutoff.
  public func fires(events: Int, people: Int) -> Bool {
    probability(events: events, people: people) > cutoff
  }

  /// The number of events at which the rule begins to fire.
  ///
  /// - Parameter people: people seen.
  /// - Returns: the least number that fires (`above`) or the largest (`below`); nil if none does.
  public func boundary(people: Int) -> Int? {
    // The probability rises with events for `above`, falls for `below`.
    var low = 0
    var high = people + 1
    while low < high {
      let middle = (low + high) / 2
      if fires(events: middle, people: people) == (side == .above) { high = middle } else { low = middle + 1 }
    }
    switch side {
    case .above: return low <= people ? low : nil
    case .below: return low > 0 ? low - 1 : nil
    }
  }
}

extension BetaBinomialRule: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case limit, cutoff, side, priorEvents, priorNonEvents
  }

  /// Reads a rule; side and prior may be missing.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, Key.self, cell: "rule on a rate")
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      limit: try container.decode(Double.self, forKey: .limit),
      cutoff: try container.decode(Double.self, forKey: .cutoff),
      side: try container.decodeIfPresent(Side.self, forKey: .side) ?? .above,
      priorEvents: try container.decodeIfPresent(Double.self, forKey: .priorEvents) ?? 1,
      priorNonEvents: try container.decodeIfPresent(Double.self, forKey: .priorNonEvents) ?? 1)
  }
}
