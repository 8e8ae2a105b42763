import MyelonQuantities
import MyelonSimulation
import MyelonStatistics

/// Which lives a forecast needs: the persons and injuries of a fit under every arm of the patient's scenario.
///
/// What the fit looked for has the values of its draws, and each life keeps the seed of its draw. The first visit is the
/// day of the baseline examination, examined anew with an examiner's errors: changes count from it. What the
/// baseline cannot know, because it acts only on what is treated or grows later, is drawn for every life from its
/// plausible range (`unknown`), so that the forecast is not surer of a treatment than the evidence is. The numbers of the
/// lesion that were not fitted keep their values.
public struct ForecastPlan: Sendable {
  /// The patient's scenario with the visits of baseline and forecast.
  public let scenario: Scenario
  /// What differs between the lives: what was fitted, then what is unknown.
  public let parameters: [StudyParameter]
  /// The lives.
  public let life: MemberLife
  /// The members, in order of weight; weights sum to the number of members.
  public let members: [StudyMember]

  /// Plans a forecast.
  ///
  /// - Parameters:
  ///   - fit: a fit that reproduces its baseline.
  ///   - scenario: the scenario that was fitted; arms and later visits may differ from it.
  ///   - path: path of its file.
  ///   - anatomyDirectory: directory of the PAM50 template, or nil.
  ///   - count: most lives; fewer where the fit has fewer draws of weight.
  ///   - drawsUnknown: whether what the baseline cannot know is drawn; otherwise it keeps its values.
  ///   - settings: what distinguishes the lives from runs.
  ///   - threads: threads to make the cord with.
  /// - Throws: `InferenceError.notReproduced` when the fit does not reproduce its baseline, `PatientError` when it is
  ///   another patient's, and what preparing a run throws.
  public init(
    _ fit: FitRecord, scenario: Scenario, path: String, anatomyDirectory: String? = nil, count: Int = 200,
    drawsUnknown: Bool = true, settings: LifeSettings = LifeSettings(individualVariation: false),
    threads: Int = 1
  ) throws {
    try fit.report.requireReproduced()
    try Self.check(fit, against: scenario)
    var forecast = scenario
    forecast.baseline = nil
    let later = scenario.run.visits.filter { $0 > fit.baselineDay }
    guard !later.isEmpty else {
      throw PatientError.nothingLater(baseline: fit.baselineDay, days: scenario.run.days)
    }
    // The examination's day comes first: changes count from it.
    forecast.run.visits = [fit.stated?.baseline?.day ?? fit.baselineDay] + later
    forecast.run.examinerNoise = true
    let plan = try RunPlan(scenario: forecast, scenarioPath: path, threads: 1)
    let unknown = drawsUnknown ? Self.unknown(plan, fitted: fit.parameters) : []
    self.scenario = forecast
    parameters = fit.parameters + unknown
    var settings = settings
    settings.individualVariation = false
    life = try MemberLife(
      forecast, path: path, anatomyDirectory: anatomyDirectory, varying: parameters, settings: settings,
      threads: threads)
    members = try Self.members(fit, count: count, unknown: unknown, seed: scenario.run.seed)
  }

  /// What a study of the forecast is.
  public var description: StudyDescription {
    StudyDescription(life, parameters: parameters, seed: scenario.run.seed)
  }

  /// Parameters that only act on treated or regrowing tissue, with a plausible range that the scenario leaves open.
  static func unknown(_ plan: RunPlan, fitted: [StudyParameter]) -> [StudyParameter] {
    let names = Set(plan.treatmentParameterNames)
    let taken = Set(fitted.map(\.name))
    let requests = plan.parameters.parameters.filter {
      names.contains($0.id) && !taken.contains($0.id) && !$0.isOverridden
        && $0.plausible.lowerBound < $0.plausible.upperBound
    }
    return requests.map {
      StudyParameter(
        name: $0.id, unit: $0.unit, scale: ParameterSampling.scale(of: $0.plausible), range: $0.plausible,
        usual: $0.value, meaning: $0.meaning)
    }
  }

  /// The fit must be of this patient: same subject, same injury as stated, same baseline.
  private static func check(_ fit: FitRecord, against scenario: Scenario) throws(PatientError) {
    guard fit.version == ProgramVersion.current else {
      throw .otherFit(
        difference: "it was made by version \(fit.version) of the model, this is \(ProgramVersion.current)")
    }
    guard fit.name == scenario.name else {
      throw .otherFit(difference: "it is of '\(fit.name)', the scenario is '\(scenario.name)'")
    }
    guard fit.stated == FitRecord.Stated(scenario) else {
      throw .otherFit(difference: "subject, injury, baseline, parameters or voxel have changed")
    }
  }

  /// Distinct draws with their weights: systematic resampling, a draw that is taken twice is one life of double weight.
  private static func members(
    _ fit: FitRecord, count: Int, unknown: [StudyParameter], seed: UInt64
  ) throws(StudyError) -> [StudyMember] {
    let draws = fit.draws.filter { $0.weight > 0 }
    let sum = draws.reduce(0) { $0 + $1.weight }
    // As many as wanted by weight; without resampling where all fit in.
    let chosen: [(draw: FitRecord.Draw, weight: Double)]
    if draws.count <= count {
      chosen = draws.map { ($0, $0.weight / sum * Double(draws.count)) }
    } else {
      let places = WeightedSample.systematic(
        weights: draws.map { $0.weight / sum }, count: count, seed: seed)
      chosen = Dictionary(grouping: places) { $0 }.sorted { $0.key < $1.key }.map {
        (draws[$0.key], Double($0.value.count))
      }
    }
    let sampling = ParameterSampling(unknown, seed: seed ^ unknownMark)
    let drawn = try sampling.members(0..<chosen.count)
    return zip(chosen, drawn).map { chosen, drawn in
      StudyMember(
        index: drawn.index, seed: chosen.draw.seed, values: chosen.draw.values + drawn.values,
        weight: chosen.weight)
    }
  }

  /// Sets what is unknown apart from what an ensemble of the same seed draws: "unknown" in ASCII.
  private static let unknownMark: UInt64 = 0x0075_6e6b_6e6f_776e
}
