/// What a monitored single-arm trial does at given true rates, exactly.
public struct MonitorCharacteristics: Sendable, Hashable, Codable {
  /// True rate of toxicity.
  public let toxicityRate: Double
  /// True response rate.
  public let responseRate: Double
  /// Probability of stopping for toxicity, at the last look too.
  public let toxicityStop: Double
  /// Probability of stopping for futility, at the last look too.
  public let futilityStop: Double
  /// Probability of ending with all patients and success.
  public let success: Double
  /// Mean number of patients.
  public let expectedPatients: Double
  /// Mean number of toxicities.
  public let expectedToxicities: Double
  /// Mean number of responses.
  public let expectedResponses: Double
  /// Probability of each number of patients at the end, from 1.
  public let patients: [Double]

  /// Probability of stopping by any rule.
  public var stop: Double { toxicityStop + futilityStop }
}
