import MyelonStatistics

/// What is true of a dose in the eligible people of a cohort: known here because everybody has lived both lives.
public struct DoseTruth: Sendable, Hashable, Codable {
  /// Name of the dose.
  public let name: String
  /// Arm of the cohort that lives it.
  public let arm: String
  /// Rate of toxicity that is assumed for the procedure.
  public let assumedToxicity: Double
  /// Mean rate of toxicity, with what the model adds.
  public let toxicity: Double
  /// Mean difference of the outcome to the same people's untreated lives.
  public let effect: Estimate?
  /// Share of people in whom the outcome is better than in their untreated life.
  public let better: Double
  /// Share of people in whom it is worse.
  public let worse: Double
  /// Share of responders under the dose; nil without a rule for responses.
  public let responders: Double?
  /// Share of responders untreated.
  public let untreatedResponders: Double?
}
