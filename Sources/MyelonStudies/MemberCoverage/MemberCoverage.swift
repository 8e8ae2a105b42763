import MyelonStatistics

/// How many members a number of a forecast rests on.
///
/// A number that could not be determined (a grade that the examination leaves open, a probability that is not defined on
/// that day) is left out of the sums and counted here; what is computed then holds for the members that have it.
public struct MemberCoverage: Sendable, Hashable, Codable {
  /// Members with the number.
  public let known: Int
  /// Members without it.
  public let missing: Int
  /// Share of the weight that members without it carry, 0 to 1.
  public let missingShare: Double
  /// Kish's effective size of the members with it; 0 when there are none.
  public let effectiveSize: Double

  /// Counts members.
  ///
  /// - Parameters:
  ///   - flags: whether the number is known, one a member.
  ///   - weights: weights of all members, summing to 1.
  init(known flags: [Bool], weights: [Double]) {
    var carried: [Double] = []
    var lost = 0.0
    for (isKnown, weight) in zip(flags, weights) {
      if isKnown { carried.append(weight) } else { lost += weight }
    }
    known = carried.count
    missing = flags.count - carried.count
    missingShare = carried.isEmpty ? 1 : min(1, lost)
    effectiveSize = WeightedSample.effectiveSize(carried)
  }
}
