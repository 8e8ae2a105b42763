extension ComponentTable {
  /// One measure: the full protocol, untreated, and each copy.
  public struct Row: Sendable, Hashable, Codable {
    /// The measure.
    public let measure: OutcomeMeasure
    /// Outcome of the full protocol.
    public let full: ArmOutcomes.Value
    /// Outcome without any treatment, or nil.
    public let untreated: ArmOutcomes.Value?
    /// Outcome of each copy, in the order of the copies.
    public let without: [ArmOutcomes.Value?]
    /// Contribution of each component: full minus without it; 0 is a component that did nothing.
    public let contributions: [Double?]
    /// Sum of the contributions; nil when one is missing.
    public let sum: Double?
    /// Full protocol minus untreated; nil without an untreated arm.
    public let effect: Double?
    /// How both compare.
    public let reading: Reading

    /// Sets a measure's outcomes against each other.
    ///
    /// - Parameters:
    ///   - measure: the measure.
    ///   - full: outcome of the full protocol.
    ///   - untreated: outcome without treatment, or nil.
    ///   - without: outcome of each copy.
    ///   - isComplete: whether every component has a copy without it.
    public init(
      _ measure: OutcomeMeasure, full: ArmOutcomes.Value, untreated: ArmOutcomes.Value?,
      without: [ArmOutcomes.Value?], isComplete: Bool
    ) {
      self.measure = measure
      self.full = full
      self.untreated = untreated
      self.without = without
      contributions = without.map { ArmDifference(measure, value: full, reference: $0).difference }
      let known = contributions.compactMap { $0 }
      sum = known.count == without.count ? known.reduce(0, +) : nil
      effect = ArmDifference(measure, value: full, reference: untreated).difference
      guard isComplete, let sum, let effect else {
        reading = .unknown
        return
      }
      reading = Reading(
        sum: sum, effect: effect, isNull: known.allSatisfy { $0 == 0 }, smallest: measure.smallest?.value)
    }
  }

  /// How the sum of the contributions compares with the full effect.
  public enum Reading: String, Sendable, Hashable, Codable {
    /// An arm or a component is missing, so nothing can be said.
    case unknown
    /// Neither the protocol nor any component did anything.
    case nothing
    /// The contributions add up to the full effect.
    case additive
    /// They add up to more: components need each other.
    case synergy
    /// They add up to less: components do the same or stand in each other's way.
    case redundancy
    /// Components change the outcome, the protocol as a whole does not.
    case opposed

    /// Reads two numbers.
    ///
    /// Apart by less than the smallest difference that means anything counts as equal; without such a threshold, by
    /// less than a tenth of the larger one, assumed because single lives do not tell more.
    init(sum: Double, effect: Double, isNull: Bool, smallest: Double?) {
      let tolerance = smallest ?? 0.1 * max(abs(sum), abs(effect))
      if isNull, effect == 0 {
        self = .nothing
      } else if abs(sum - effect) < tolerance || sum == effect {
        self = .additive
      } else if effect == 0 {
        self = .opposed
      } else {
        self = (effect > 0 ? sum > effect : sum < effect) ? .synergy : .redundancy
      }
    }
  }
}
