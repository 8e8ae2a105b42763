import ISNCSCI
import MyelonLesion
import MyelonSimulation
import MyelonStatistics

/// What a fit found: whether the baseline is reproduced, and the persons and injuries that reproduce it.
public struct FitRecord: Sendable, Codable, Equatable {
  /// Something that was known, for a reader.
  public struct Fact: Sendable, Hashable, Codable {
    /// What it is.
    public let name: String
    /// Its value with its unit.
    public let text: String

    /// States a fact.
    ///
    /// - Parameters:
    ///   - name: what it is.
    ///   - text: its value with its unit.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// One person with one injury.
  public struct Draw: Sendable, Hashable, Codable {
    /// Number of its life in the fit's study.
    public let member: Int
    /// Seed of its life.
    public let seed: UInt64
    /// Weight; all sum to 1.
    public let weight: Double
    /// Values of the variables, in their order.
    public let values: [Double]

    /// Describes a draw.
    ///
    /// - Parameters:
    ///   - member: number of its life.
    ///   - seed: seed of its life.
    ///   - weight: its weight.
    ///   - values: values of the variables, in their order.
    public init(member: Int, seed: UInt64, weight: Double, values: [Double]) {
      self.member = member
      self.seed = seed
      self.weight = weight
      self.values = values
    }
  }

  /// What of a scenario decides a fit.
  public struct Stated: Sendable, Hashable, Codable {
    let subject: Scenario.Subject
    let injury: Injury
    let baseline: Scenario.Baseline?
    let parameters: [String: Double]
    let voxel: Double

    /// Takes it from a scenario.
    init(_ scenario: Scenario) {
      subject = scenario.subject
      injury = scenario.injury
      baseline = scenario.baseline
      parameters = Dictionary(scenario.parameters.map { ($0.id, $0.value) }) { $1 }
      voxel = scenario.run.voxel
    }
  }

  /// Version of the form of this record.
  public var form = 1
  /// What every record says.
  public var notice = ResearchNotice.file
  /// Name of the patient's scenario.
  public let name: String
  /// Version of the program.
  public let version: String
  /// The scenario in canonical form.
  public let scenario: String
  /// What of the scenario decided the fit, by which a forecast knows that it belongs to it.
  public let stated: Stated?
  /// What was looked for.
  public let parameters: [StudyParameter]
  /// Day on which the last part of the baseline was taken.
  public let baselineDay: Double
  /// Days of the parts of the baseline.
  public let days: [Double]
  /// What was known.
  public let baseline: [Fact]
  /// What a reader of the images should know.
  public let notes: [String]
  /// The data.
  public let data: [BaselineDatum]
  /// How it was fitted.
  public let settings: FitSettings
  /// What the inference found and whether it may be used.
  public let report: InferenceReport
  /// The persons and injuries.
  public let draws: [Draw]

  /// Joins what a fit found.
  ///
  /// - Parameters:
  ///   - name: name of the patient's scenario.
  ///   - version: version of the program.
  ///   - scenario: the scenario in canonical form.
  ///   - stated: what of the scenario decided the fit; nothing can be forecast from a fit without it.
  ///   - parameters: what was looked for.
  ///   - baselineDay: day on which the last part of the baseline was taken.
  ///   - days: days of the parts of the baseline.
  ///   - baseline: what was known.
  ///   - notes: what a reader of the images should know.
  ///   - data: the data.
  ///   - settings: how it was fitted.
  ///   - report: what the inference found.
  ///   - draws: the persons and injuries.
  public init(
    name: String, version: String = ProgramVersion.current, scenario: String, stated: Stated? = nil,
    parameters: [StudyParameter], baselineDay: Double, days: [Double] = [], baseline: [Fact],
    notes: [String] = [], data: [BaselineDatum] = [], settings: FitSettings = FitSettings(),
    report: InferenceReport, draws: [Draw]
  ) {
    self.name = name
    self.version = version
    self.scenario = scenario
    self.stated = stated
    self.parameters = parameters
    self.baselineDay = baselineDay
    self.days = days
    self.baseline = baseline
    self.notes = notes
    self.data = data
    self.settings = settings
    self.report = report
    self.draws = draws
  }

  /// Joins what a fit of a plan found.
  init(plan: FitPlan, settings: FitSettings, report: InferenceReport, draws: [Draw]) {
    self.init(
      name: plan.scenario.name, scenario: plan.scenario.yaml, stated: Stated(plan.scenario),
      parameters: plan.variables.map(\.parameter), baselineDay: plan.baseline.lastDay,
      days: plan.baseline.days, baseline: plan.baseline.facts(of: plan.scenario), notes: plan.baseline.notes,
      data: plan.data, settings: settings, report: report, draws: draws)
  }

  /// The variables of a fit of a scenario as distributions before any data.
  public var variables: [FitVariable] {
    zip(parameters, report.parameters).map { FitVariable($0, prior: $1.prior) }
  }
}
