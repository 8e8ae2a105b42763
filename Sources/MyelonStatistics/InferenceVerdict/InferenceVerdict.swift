/// Whether the posterior reproduces the data.
public enum InferenceVerdict: Sendable, Equatable, Codable {
  /// What is wrong with a fit.
  public enum Reason: Sendable, Equatable, Codable, CustomStringConvertible {
    /// Too few effective draws.
    case effectiveSize(found: Double, required: Double)
    /// All data together lie too far from what the posterior predicts.
    case tailProbability(found: Double, required: Double)
    /// Single data lie too far from what the posterior predicts.
    case outlyingData([String])
    /// The distance to the data stayed too large.
    case tolerance(found: Double, required: Double)

    /// The reason as half a sentence.
    public var description: String {
      switch self {
      case .effectiveSize(let found, let required):
        "effective sample size \(found.rounded()) is below \(required)"
      case .tailProbability(let found, let required):
        "probability \(found) of data as far from the prediction as these is below \(required)"
      case .outlyingData(let names):
        "outside of what is predicted: \(names.joined(separator: ", "))"
      case .tolerance(let found, let required):
        "distance \(found) to the data stayed above \(required)"
      }
    }
  }

  /// Every rule is kept.
  case reproduced
  /// At least one rule is broken.
  case notReproduced([Reason])
}
