/// What adaptive randomisation does at given true response rates.
public struct AdaptiveCharacteristics: Sendable, Hashable, Codable {
  /// True response rate under treatment.
  public var treatedRate: Double
  /// True response rate without.
  public var controlRate: Double
  /// Probability of success.
  public var success: Double
  /// Probability of stopping for futility.
  public var futility: Double
  /// Mean number of people treated.
  public var expectedTreated: Double
  /// Mean number of controls.
  public var expectedControl: Double
  /// Mean number of responders.
  public var expectedResponders: Double
  /// Probability that more people are in the arm with the lower rate, by more than a tenth of all people planned.
  public var wrongWay: Double
  /// How the numbers were computed.
  public var method: CharacteristicsMethod
}
