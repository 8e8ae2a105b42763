/// What the continual reassessment method knows after data.
public struct ReassessmentEstimate: Codable, Sendable, Hashable {
  /// Posterior mean of β.
  public var mean: Double
  /// Posterior variance of β.
  public var variance: Double
  /// Estimated rate of toxicity at each dose.
  public var toxicity: [Double]
  /// Lower limits of the rates.
  public var lower: [Double]
  /// Upper limits of the rates.
  public var upper: [Double]
  /// Posterior probability that the rate at each dose exceeds the target.
  public var overdose: [Double]
  /// The dose whose estimate is nearest to the target.
  public var dose: Int
}
