import MyelonTherapies
import MyelonAnatomy
import MyelonFields
import MyelonSimulation
import MyelonStatistics

/// Everything that a fit needs: the patient's baseline as data, what is looked for, and the lives to compare with.
public struct FitPlan: Sendable {
  /// The patient's scenario.
  public let scenario: Scenario
  /// Path of its file.
  public let path: String
  /// Directory of the PAM50 template, or nil for the parametric cord.
  public let anatomyDirectory: String?
  /// What is known.
  public let baseline: PatientBaseline
  /// The baseline as data.
  public let data: [BaselineDatum]
  /// What is looked for.
  public let variables: [FitVariable]
  /// Lives an untreated patient until the baseline is complete.
  public let life: MemberLife
  /// What distinguishes these lives from runs.
  public let settings: LifeSettings

  /// For each datum the places of its outcomes among those of a life.
  private let places: [[Int]]

  /// Prepares a fit of the baseline that a scenario states.
  ///
  /// - Parameters:
  ///   - scenario: a checked scenario with a baseline.
  ///   - path: path of its file.
  ///   - anatomyDirectory: directory of the PAM50 template, or nil.
  ///   - extra: variables beside the standard ones, or other ranges for these.
  ///   - settings: what distinguishes the lives from runs; items are always kept.
  ///   - threads: threads to make the cord with.
  /// - Throws: `PatientError`, `ImagingError`, `StudyError.wrongValues`, and what preparing a run throws.
  public init(
    _ scenario: Scenario, path: String, anatomyDirectory: String? = nil, extra: [VariedParameter] = [],
    settings: LifeSettings = LifeSettings(individualVariation: false, outcomes: .items), threads: Int = 1
  ) throws {
    let baseline = try PatientBaseline(scenario, path: path)
    try Self.check(scenario, against: baseline)
    let plan = try RunPlan(
      scenario: Self.untreated(scenario, until: baseline.days), scenarioPath: path,
      anatomyDirectory: anatomyDirectory, threads: threads)
    try self.init(
      scenario, plan: plan, baseline: baseline, data: try baseline.data(table: plan.parameters),
      variables: try FitVariable.standard(plan, baseline: baseline, extra: extra, path: path),
      settings: settings, threads: threads)
  }

  /// Prepares a fit of given data.
  ///
  /// - Parameters:
  ///   - scenario: the patient's scenario.
  ///   - plan: plan of the untreated patient until the last day of the data.
  ///   - baseline: what is known, for readers.
  ///   - data: the data.
  ///   - variables: what is looked for.
  ///   - settings: what distinguishes the lives from runs; items are always kept.
  ///   - threads: threads to make the cord with.
  /// - Throws: what preparing lives throws.
  init(
    _ scenario: Scenario, plan: RunPlan, baseline: PatientBaseline, data: [BaselineDatum],
    variables: [FitVariable], settings: LifeSettings, threads: Int
  ) throws {
    var settings = settings
    settings.outcomes = .items
    settings.individualVariation = false
    self.scenario = scenario
    path = plan.scenarioPath
    anatomyDirectory = plan.anatomyDirectory
    self.baseline = baseline
    self.settings = settings
    self.variables = variables
    self.data = data
    life = try MemberLife(
      plan.scenario, path: path, anatomyDirectory: anatomyDirectory, varying: variables.map(\.parameter),
      settings: settings, threads: threads)
    places = Self.places(of: data, in: life.outcomes)
  }

  /// The same lives for another baseline of the same days.
  ///
  /// - Parameters:
  ///   - baseline: what is known.
  ///   - data: the data.
  /// - Returns: the plan.
  func with(_ baseline: PatientBaseline, data: [BaselineDatum]) -> FitPlan {
    FitPlan(self, baseline: baseline, data: data)
  }

  private init(_ other: FitPlan, baseline: PatientBaseline, data: [BaselineDatum]) {
    scenario = other.scenario
    path = other.path
    anatomyDirectory = other.anatomyDirectory
    settings = other.settings
    variables = other.variables
    life = other.life
    self.baseline = baseline
    self.data = data
    places = Self.places(of: data, in: other.life.outcomes)
  }

  /// What is looked for, as a space of parameters.
  public var space: ParameterSpace {
    get throws(StatisticsError) {
      try ParameterSpace(variables.map { (name: $0.parameter.name, marginal: $0.prior) })
    }
  }

  /// The data, with the noise that is added to lives examined without error.
  public var observation: Observation {
    get throws(StatisticsError) {
      try Observation(
        names: data.map(\.name), values: data.map(\.observed), deviations: data.map(\.deviation),
        noise: .addedToOutputs)
    }
  }

  /// The data that a life gives; not a number where an outcome is missing.
  ///
  /// - Parameter outcomes: the life's outcomes in their order; empty for a life that failed.
  /// - Returns: one number a datum.
  public func output(of outcomes: [Double?]) -> OutputVector {
    zip(data, places).map { datum, places in
      outcomes.isEmpty ? .nan : datum.value(of: places.map { outcomes[$0] })
    }
  }

  // MARK: - Preparing

  /// The untreated patient, visited when the parts of the baseline were taken.
  static func untreated(_ scenario: Scenario, until days: [Double]) -> Scenario {
    var untreated = scenario
    untreated.baseline = nil
    untreated.arms = [.untreated]
    // A run lasts a day at least.
    untreated.run.days = max(days.max() ?? 1, 1)
    untreated.run.visits = days
    untreated.run.examinerNoise = false
    return untreated
  }

  /// Makes sure that all arms begin with the patient whom the baseline describes.
  private static func check(_ scenario: Scenario, against baseline: PatientBaseline) throws(PatientError) {
    for arm in scenario.arms {
      guard arm.injury == nil else { throw .ownInjury(arm: arm.name) }
      for intervention in arm.therapies.interventions where intervention.day < baseline.lastDay {
        throw .treatedBefore(
          arm: arm.name, intervention: intervention.name, day: intervention.day, baseline: baseline.lastDay)
      }
    }
  }

  private static func places(of data: [BaselineDatum], in outcomes: [StudyOutcome]) -> [[Int]] {
    data.map { datum in
      datum.outcomes.map { name in
        guard let place = outcomes.firstIndex(where: { $0.name == name && $0.day == datum.day }) else {
          preconditionFailure("A life of a person has no outcome '\(name)' on day \(datum.day)")
        }
        return place
      }
    }
  }
}
