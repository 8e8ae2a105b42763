import MyelonRandom

/// Allocation that keeps the arms alike in each of several factors.
///
/// Pocock & Simon 1975, doi:10.2307/2529712: for each arm, the imbalance G = Σ weight · spread of counts over arms is computed as if
/// the person went there, counting only people with the person's level of each factor; the arm with the least G is chosen with
/// a probability below 1. Counts are divided by the ratio of the arms; with unequal ratios the rest is shared by ratio, and the
/// ratio is then kept only nearly.
public struct Minimisation: Sendable, Hashable {
  /// How counts of the arms are spread.
  public enum Spread: String, Sendable, Hashable, Codable, CaseIterable {
    /// Largest less smallest count.
    case range
    /// Variance of the counts.
    case variance
  }

  /// The arms.
  public var arms: AllocationArms
  /// Factors to be balanced.
  public var factors: [AllocationFactor]
  /// How counts are spread.
  public var spread: Spread
  /// Probability of the arm with the least imbalance.
  public var preference: Double

  /// Describes minimisation.
  ///
  /// - Parameters:
  ///   - arms: the arms.
  ///   - factors: factors to be balanced.
  ///   - spread: how counts are spread.
  ///   - preference: probability of the arm with the least imbalance; 1 makes it foreseeable.
  public init(
    arms: AllocationArms = .equal, factors: [AllocationFactor], spread: Spread = .range,
    preference: Double = 0.8
  ) {
    self.arms = arms
    self.factors = factors
    self.spread = spread
    self.preference = preference
  }

  /// What is wrong with the description; nothing if it can be used.
  func findings() -> [EfficacyError] {
    var findings = arms.findings() + AllocationFactor.findings(factors)
    findings += EfficacyError.count(factors.count, 1...100, "factors, number")
    if findings.isEmpty, !(preference >= (arms.shares.max() ?? 1) && preference <= 1) {
      findings.append(
        .outOfRange(
          cell: "preference", allowed: "at least the largest share of an arm and at most 1", found: preference
        )
      )
    }
    return findings
  }

  /// Imbalance of each arm if the next person went there.
  ///
  /// - Parameter counts: people with the person's level, for each factor and arm.
  /// - Returns: one number an arm.
  func imbalances(_ counts: [[Int]]) -> [Double] {
    arms.names.indices.map { arm in
      zip(factors, counts).reduce(0) { sum, pair in
        let values = pair.1.indices.map { other in
          Double(pair.1[other] + (other == arm ? 1 : 0)) / Double(arms.ratio[other])
        }
        return sum + pair.0.weight * measure(values)
      }
    }
  }

  private func measure(_ values: [Double]) -> Double {
    switch spread {
    case .range: return (values.max() ?? 0) - (values.min() ?? 0)
    case .variance:
      let mean = values.reduce(0, +) / Double(values.count)
      return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    }
  }

  /// Probabilities of the arms for given imbalances; equal ones share.
  func probabilities(_ imbalances: [Double]) -> [Double] {
    let least = imbalances.min() ?? 0
    let isBest = imbalances.map { $0 <= least + 1e-9 * (1 + least) }
    let shares = arms.shares
    let best = zip(shares, isBest).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    guard best < 1 - 1e-12 else { return shares }
    return shares.indices.map { arm in
      isBest[arm] ? preference * shares[arm] / best : (1 - preference) * shares[arm] / (1 - best)
    }
  }
}

extension Minimisation: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case arms, factors, spread, preference
  }

  /// Reads a description; only the factors are needed.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, Key.self, cell: "minimisation")
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      arms: try container.decodeIfPresent(AllocationArms.self, forKey: .arms) ?? .equal,
      factors: try container.decode([AllocationFactor].self, forKey: .factors),
      spread: try container.decodeIfPresent(Spread.self, forKey: .spread) ?? .range,
      preference: try container.decodeIfPresent(Double.self, forKey: .preference) ?? 0.8)
  }
}
