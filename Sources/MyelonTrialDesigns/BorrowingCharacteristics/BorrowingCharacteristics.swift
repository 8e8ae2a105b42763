/// What a trial with borrowed controls does at one pair of true values, exactly.
public struct BorrowingCharacteristics: Sendable, Hashable, Codable {
  /// True value under treatment.
  public let treated: Double
  /// True value of the trial's own controls.
  public let control: Double
  /// Probability of success: an error if the treatment does nothing, power if it works.
  public let success: Double
}
