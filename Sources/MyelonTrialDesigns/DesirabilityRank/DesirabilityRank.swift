/// The rank of a combination of counts at a dose, by desirability.
public struct DesirabilityRank: Codable, Sendable, Hashable {
  /// Patients at the dose.
  public var patients: Int
  /// Toxicities among them.
  public var toxicities: Int
  /// Efficacies among them.
  public var efficacies: Int
  /// Posterior probability that the mean utility exceeds the benchmark.
  public var desirability: Double
  /// Rank among admissible counts, 1 the least desirable; nil if the dose may not be given.
  public var rank: Double?
}
