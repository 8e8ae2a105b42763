import MyelonStatistics

/// The fit of an ensemble to one subject's baseline, as it is stored.
public struct FitRecord: Sendable, Equatable, Codable {
  /// Something known of the subject, as a clinician reads it.
  public struct Fact: Sendable, Hashable, Codable {
    /// What it is, such as "AIS".
    public let name: String
    /// Its value in words, such as "B".
    public let text: String

    /// States a fact.
    ///
    /// - Parameters:
    ///   - name: what it is.
    ///   - text: its value in words.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// One draw from the posterior.
  public struct Draw: Sendable, Hashable, Codable {
    /// Number of the member.
    public let member: Int
    /// Seed of its random streams.
    public let seed: UInt64
    /// Its weight.
    public let weight: Double
    /// Its parameter values, in the order of `parameters`.
    public let values: [Double]

    /// Describes a draw.
    ///
    /// - Parameters:
    ///   - member: number of the member.
    ///   - seed: seed of its random streams.
    ///   - weight: its weight.
    ///   - values: its parameter values.
    public init(member: Int, seed: UInt64, weight: Double, values: [Double]) {
      self.member = member
      self.seed = seed
      self.weight = weight
      self.values = values
    }
  }

  /// Short name of the subject or scenario.
  public let name: String
  /// Version of the program.
  public let version: String
  /// The scenario in canonical form.
  public let scenario: String
  /// What was fitted.
  public let parameters: [StudyParameter]
  /// Day of the baseline examination after injury.
  public let baselineDay: Double
  /// What is known of the subject.
  public let baseline: [Fact]
  /// What the inference found and whether it may be used.
  public let report: InferenceReport
  /// Draws from the posterior.
  public let draws: [Draw]

  /// Describes a fit.
  ///
  /// - Parameters:
  ///   - name: short name.
  ///   - version: version of the program.
  ///   - scenario: the scenario in canonical form.
  ///   - parameters: what was fitted.
  ///   - baselineDay: day of the baseline examination after injury.
  ///   - baseline: what is known of the subject.
  ///   - report: what the inference found.
  ///   - draws: draws from the posterior.
  public init(
    name: String, version: String, scenario: String, parameters: [StudyParameter], baselineDay: Double,
    baseline: [Fact], report: InferenceReport, draws: [Draw]
  ) {
    self.name = name
    self.version = version
    self.scenario = scenario
    self.parameters = parameters
    self.baselineDay = baselineDay
    self.baseline = baseline
    self.report = report
    self.draws = draws
  }
}
