import MyelonFields
import MyelonQuantities
import MyelonRandom
import MyelonSimulation
import MyelonStatistics

/// Whether fits find what is true, on made-up patients of the model itself.
///
/// A member is a patient: person and injury are drawn from what is believed before any data; the life is lived to the last
/// visit; the baseline is taken from it with the errors of examiner, image and assay; then only the baseline is given to a
/// fit, and what the fit says of the variables and of the last visit is set beside the truth. Intervals of 90 % that hold
/// the truth in 90 % of patients are honest. The test says nothing of real patients: it shows that inference adds no error
/// of its own to the model's.
public struct RecoveryOfTruth: MemberModel {
  /// Short name.
  public let name: String
  /// The scenario in canonical form.
  public let scenarioText: String
  /// Nothing is varied from outside: a patient follows from the seed.
  public let parameterNames: [String] = []
  /// What a patient yields: how the fit went, then truth and interval of each variable and outcome.
  public let outcomes: [StudyOutcome]
  /// Everything that decides a patient besides the seed.
  public let identity: String

  let plan: FitPlan
  let settings: FitSettings
  /// Parameters in force, with the examiner's deviations.
  let table: ParameterTable
  /// Lives to the last visit.
  let life: MemberLife
  /// Draws of the fit that are lived to the last visit.
  let forecastDraws: Int
  /// Outcomes of the lives before any data, which all fits share.
  private let priorLives: [[Double?]]

  /// Outcomes of the last visit that are forecast.
  static let forecast = ["motor_score", "light_touch_score", "pin_prick_score", "scim", "impairment_scale"]
  /// Probability of the intervals.
  static let probability = 0.9

  /// Prepares the patients and lives the lives that all fits share.
  ///
  /// - Parameters:
  ///   - scenario: a scenario with a baseline, which says when and what is known; its numbers are not used.
  ///   - path: path of its file.
  ///   - settings: how patients are fitted.
  ///   - forecastDraws: draws of a fit that are lived to the last visit.
  ///   - lives: what distinguishes lives from runs.
  ///   - ensemble: how the lives before any data are run.
  /// - Throws: what preparing a fit throws.
  public init(
    _ scenario: Scenario, path: String, settings: FitSettings = FitSettings(), forecastDraws: Int = 100,
    lives: LifeSettings = LifeSettings(individualVariation: false), ensemble: EnsembleSettings
  ) throws {
    guard let stated = scenario.baseline else { throw PatientError.noBaseline(scenario: scenario.name) }
    let days = Set([stated.day, stated.image?.day, stated.serum?.day].compactMap { $0 }).sorted()
    let untreated = FitPlan.untreated(scenario, until: days)
    let run = try RunPlan(scenario: untreated, scenarioPath: path, threads: 1)
    table = run.parameters
    let baseline = PatientBaseline(stated: stated, examination: try Self.normalExamination())
    let variables = try FitVariable.standard(run, baseline: baseline, extra: [], path: path)
    plan = try FitPlan(
      scenario, plan: run, baseline: baseline, data: [], variables: variables, settings: lives, threads: 1)
    var whole = untreated
    whole.run.days = scenario.run.days
    whole.run.examinerNoise = true
    whole.run.visits = days + scenario.run.visits.filter { $0 > days[days.count - 1] }
    var wholeSettings = lives
    wholeSettings.outcomes = .items
    life = try MemberLife(
      whole, path: path, varying: variables.map(\.parameter), settings: wholeSettings, threads: 1)
    self.settings = settings
    self.forecastDraws = forecastDraws
    name = "recovery of \(scenario.name)"
    scenarioText = scenario.yaml
    identity = [
      plan.life.identity, life.identity, "\(settings)", "\(forecastDraws)", "\(variables)", scenario.yaml,
    ].joined(separator: "\n")
    outcomes = Self.outcomes(variables, day: whole.run.visits.last ?? 0)
    priorLives = try Self.priorLives(plan, settings: settings, ensemble: ensemble)
  }

  /// The lives that every fit begins with: what the inference first asks for depends on its seed alone.
  private static func priorLives(
    _ plan: FitPlan, settings: FitSettings, ensemble: EnsembleSettings
  ) throws -> [[Double?]] {
    let seed = plan.scenario.run.seed
    let vectors =
      switch settings.method {
      case .kalman:
        try EnsembleKalmanInversion.firstVectors(space: plan.space, options: settings.kalman(seed: seed))
      case .sequential:
        try ApproximateBayesSampler.firstVectors(space: plan.space, options: settings.sequential(seed: seed))
      }
    let fit = PatientFit(plan, settings: settings, ensemble: ensemble)
    let results = try Ensemble(plan.life, settings: ensemble).run(members: vectors.map(fit.member))
    return results.map { $0.outcomes ?? [] }
  }

  /// Outcomes of a life before any data; nil for one that is none of them.
  func priorLife(_ member: StudyMember) -> [Double?]? {
    priorLives.indices.contains(member.index) ? priorLives[member.index] : nil
  }
}
