import ISNCSCI
import MyelonRandom
import MyelonSimulation
import MyelonStatistics

extension RecoveryOfTruth {
  /// What the outcomes of every patient begin with.
  private static let summary = [
    ("reproduced", "code", "whether the baseline counts as reproduced: no 0, yes 1"),
    ("effective_size", "draws", "effective draws of the fit"),
    ("distance", "sd", "largest distance to the data among the draws"),
    ("tail_probability", "probability", "probability of data as far off as the baseline"),
    ("lives", "count", "lives of the fit, those before any data included"),
  ]
  /// What is said of each quantity.
  private static let kinds = [
    ("truth", "true value"), ("low", "lower end of the 90 % interval"), ("median", "median"),
    ("high", "upper end of the 90 % interval"),
  ]

  static func outcomes(_ variables: [FitVariable], day: Double) -> [StudyOutcome] {
    summary.map { StudyOutcome(arm: "fit", day: 0, name: $0.0, unit: $0.1, meaning: $0.2) }
      + variables.flatMap { variable in
        kinds.map {
          StudyOutcome(
            arm: "variable", day: 0, name: "\(variable.parameter.name).\($0.0)",
            unit: variable.parameter.unit, meaning: $0.1)
        }
      }
      + forecast.flatMap { name in
        kinds.map {
          StudyOutcome(arm: "forecast", day: day, name: "\(name).\($0.0)", unit: "points", meaning: $0.1)
        }
      }
  }

  /// Makes, fits and forecasts a patient.
  ///
  /// - Parameter member: a member without values; its seed decides the patient.
  /// - Returns: the outcomes.
  /// - Throws: what a life or an inference throws.
  public func run(_ member: StudyMember) throws -> [Double?] {
    var stream = RandomStream(seed: member.seed ^ Self.mark, entity: 0)
    let space = try plan.space
    let truth = space.values(atScores: (0..<space.count).map { _ in stream.normal() })
    let person = StudyMember(index: 0, seed: stream.next(), values: clamped(truth))
    let lived = try life.run(person)
    let fit = try fit(lived, &stream)
    var found: [Double?] = [
      fit.report.verdict == .reproduced ? 1 : 0, fit.report.effectiveSize, fit.report.steps.last?.tolerance,
      fit.report.tailProbability, Double(fit.report.simulations),
    ]
    for (index, parameter) in fit.report.parameters.enumerated() {
      found += [
        person.values[index], parameter.quantiles[0], parameter.quantiles[2], parameter.quantiles[4],
      ]
    }
    return found + (try forecast(fit, truth: lived))
  }

  /// Fits the baseline that an examiner, a reader of images and an assay take of a life.
  private func fit(_ lived: [Double?], _ stream: inout RandomStream) throws -> FitRecord {
    let stated = plan.baseline.stated
    let examination = try examination(lived, day: stated.day)
    let baseline = PatientBaseline(stated: stated, examination: examination)
    var data = BaselineDatum.data(of: examination, day: stated.day, table: table)
    if let day = stated.image?.day { data += image(lived, day: day, &stream) }
    if let serum = stated.serum { data += self.serum(lived, serum, &stream) }
    let fit = PatientFit(
      plan.with(baseline, data: data), settings: settings, ensemble: try EnsembleSettings(workers: 1))
    return try fit.run { members, _ in
      try members.map { try priorLife($0) ?? plan.life.run($0) }
    }
  }

  /// Intervals of the last visit, beside the truth.
  private func forecast(_ fit: FitRecord, truth: [Double?]) throws -> [Double?] {
    let last = life.scenario.run.visits.last ?? 0
    let places = Self.forecast.map { name in
      life.outcomes.firstIndex { $0.name == name && $0.day == last }
    }
    let chosen = WeightedSample.systematic(
      weights: fit.draws.map(\.weight), count: forecastDraws, seed: plan.scenario.run.seed)
    var lives: [Int: [Double?]] = [:]
    for draw in Set(chosen).sorted() {
      let drawn = fit.draws[draw]
      lives[draw] = try life.run(StudyMember(index: 0, seed: drawn.seed, values: drawn.values))
    }
    return try places.flatMap { place -> [Double?] in
      guard let place else { return [nil, nil, nil, nil] }
      let values = chosen.compactMap { lives[$0]?[place] }
      guard !values.isEmpty else { return [truth[place], nil, nil, nil] }
      let sample = try WeightedSample(values)
      let tail = (1 - Self.probability) / 2
      return [truth[place], sample.quantile(tail), sample.quantile(0.5), sample.quantile(1 - tail)]
    }
  }

  // MARK: - The baseline of a life

  private func value(_ lived: [Double?], _ name: String, _ day: Double) -> Double? {
    life.outcomes.firstIndex { $0.name == name && $0.day == day }.flatMap { lived[$0] }
  }

  private func examination(_ lived: [Double?], day: Double) throws -> Examination {
    func grades(_ modality: Modality) -> [[Int]] {
      Side.allCases.map { side in
        modality.levels.map { Int(value(lived, LifeOutcomes.itemName(modality, side, $0), day) ?? 0) }
      }
    }
    return try Examination(
      motor: grades(.motor), lightTouch: grades(.lightTouch), pinPrick: grades(.pinPrick),
      voluntaryAnalContraction: value(lived, "anal_contraction", day) == 1,
      deepAnalPressure: value(lived, "anal_pressure", day) == 1)
  }

  /// What a reader sees: the measures of the life, each with the error that the fit reckons with.
  private func image(_ lived: [Double?], day: Double, _ stream: inout RandomStream) -> [BaselineDatum] {
    func outcome(_ name: String) -> Double { value(lived, name, day) ?? 0 }
    let exact = BaselineDatum.data(
      of: BaselineDatum.Seen(
        length: outcome("image_length"), damage: outcome("image_damage"), lateral: outcome("image_lateral"),
        depth: outcome("image_depth"), epicentre: outcome("image_epicentre"),
        dorsalBridge: outcome("dorsal_bridge"), ventralBridge: outcome("ventral_bridge")), day: day)
    return exact.map { $0.misread(by: $0.deviation * stream.normal()) }
  }

  private func serum(
    _ lived: [Double?], _ stated: Scenario.Baseline.Serum, _ stream: inout RandomStream
  ) -> [BaselineDatum] {
    let measured = Scenario.Baseline.Serum(
      neurofilament: stated.neurofilament.flatMap { _ in value(lived, "serum_nfl", stated.day) },
      glialFibrillaryProtein: stated.glialFibrillaryProtein.flatMap { _ in
        value(lived, "serum_gfap", stated.day)
      }, day: stated.day)
    return BaselineDatum.data(of: measured).map { $0.misread(by: $0.deviation * stream.normal()) }
  }

  private func clamped(_ values: [Double]) -> [Double] {
    zip(values, plan.variables).map {
      min(max($0, $1.parameter.range.lowerBound), $1.parameter.range.upperBound)
    }
  }

  /// A normal examination: stands in where none has been taken yet.
  static func normalExamination() throws -> Examination {
    func full(_ modality: Modality) -> [[Int]] {
      [[Int]](repeating: [Int](repeating: modality == .motor ? 5 : 2, count: modality.levels.count), count: 2)
    }
    return try Examination(
      motor: full(.motor), lightTouch: full(.lightTouch), pinPrick: full(.pinPrick),
      voluntaryAnalContraction: true, deepAnalPressure: true)
  }

  /// Sets patients apart from lives of the same seed: "patient" in ASCII.
  private static let mark: UInt64 = 0x0070_6174_6965_6e74
}

extension BaselineDatum {
  /// The same datum, misread.
  fileprivate func misread(by error: Double) -> BaselineDatum {
    BaselineDatum(
      name, unit: unit, observed: observed + error, deviation: deviation, day: day, outcomes: outcomes,
      form: form)
  }
}
