/// What an inference found and whether it may be used.
public struct InferenceReport: Sendable, Equatable, Codable {
  /// One parameter after the data.
  public struct Parameter: Sendable, Equatable, Codable {
    /// Its name.
    public let name: String
    /// Its distribution before the data.
    public let prior: Marginal
    /// Its quantiles after the data, at `probabilities`.
    public let quantiles: [Double]
    /// Deviation of its normal score after the data; it was 1 before.
    public let scoreDeviation: Double
  }

  /// One datum.
  public struct Datum: Sendable, Equatable, Codable {
    /// Its name.
    public let name: String
    /// What was observed.
    public let observed: Double
    /// Quantiles of data taken again, at `probabilities`.
    public let predicted: [Double]
    /// Observed less predicted, in deviations of data taken again.
    public let standardisedError: Double
  }

  /// One step of the inference.
  public struct Step: Sendable, Equatable, Codable {
    /// Runs up to and with this step.
    public let simulations: Int
    /// Distance within which draws are kept (approximate Bayes); nil elsewhere.
    public let tolerance: Double?
    /// Share of the new draws that come within the tolerance before (approximate Bayes); nil elsewhere.
    public let acceptance: Double?
    /// Mean of half the squared distance to the data in units of noise (ensemble Kalman); nil elsewhere.
    public let misfit: Double?
    /// Share of the data's information taken in so far (ensemble Kalman); nil elsewhere.
    public let information: Double?
    /// Effective sample size after the step.
    public let effectiveSize: Double
  }

  /// Name of the method.
  public let method: String
  /// Probabilities of all quantiles.
  public let probabilities: [Double]
  /// The parameters.
  public let parameters: [Parameter]
  /// The data.
  public let data: [Datum]
  /// The steps.
  public let steps: [Step]
  /// Runs in all.
  public let simulations: Int
  /// Runs that failed.
  public let failures: Int
  /// Kish's effective sample size of the posterior.
  public let effectiveSize: Double
  /// Share of replicates as far out as the data.
  public let tailProbability: Double
  /// The rule that was applied.
  public let rule: ReproductionRule
  /// Whether the data are reproduced.
  public let verdict: InferenceVerdict

  /// Throws if the data are not reproduced: the door that every prediction goes through.
  public func requireReproduced() throws(InferenceError) {
    if case .notReproduced(let reasons) = verdict { throw .notReproduced(reasons) }
  }
}
