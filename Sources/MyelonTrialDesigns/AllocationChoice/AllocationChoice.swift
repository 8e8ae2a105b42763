/// To which arm a person goes, and why.
public struct AllocationChoice: Sendable, Hashable, Codable {
  /// Number of the arm, from 0.
  public let arm: Int
  /// Probabilities of the arms from which it was drawn.
  public let probabilities: [Double]
  /// How they came about, as a sentence.
  public let reason: String
}
