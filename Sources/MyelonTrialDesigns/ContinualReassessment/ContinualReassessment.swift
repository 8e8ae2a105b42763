/// The continual reassessment method, with or without patients under observation.
///
/// Rates of toxicity follow a one-parameter curve through a skeleton of prior guesses; after each cohort the dose is given whose
/// estimated rate is nearest to the target. O'Quigley, Pepe & Fisher 1990, doi:10.2307/2531628. With `timeToEvent` a patient without
/// toxicity after the share w of the window counts 1 - w p: TITE-CRM, Cheung & Chappell 2000, doi:10.1111/j.0006-341X.2000.01177.x. Where
/// packages differ the rules are those of dfcrm 0.2: the rates at the posterior mean of β; the highest dose if all are at most the
/// target, the lowest if all are at least the target.
public struct ContinualReassessment: DoseFindingDesign {
  /// The frame of the trial.
  public var plan: EscalationPlan
  /// Rate of toxicity that is aimed at.
  public var target: Double
  /// Prior guesses of the rates, increasing, one for each dose.
  public var skeleton: [Double]
  /// How the rate depends on dose.
  public var model: ReassessmentModel
  /// a of the logistic model; 3 is usual (Cheung 2011).
  public var intercept: Double
  /// Standard deviation of the normal prior of β; √1.34 is usual (O'Quigley & Shen 1996).
  public var priorDeviation: Double
  /// Which estimate of the rates decides.
  public var estimator: ReassessmentEstimator
  /// Doses of the patients, in order, as long as no toxicity was seen; nil for a design of one stage.
  public var firstStage: [Int]?
  /// Whether to go up by at most one dose at a time.
  public var neverSkips: Bool
  /// Whether not to go up right after a cohort whose rate of toxicity was at least the target.
  public var isCoherent: Bool
  /// Whether patients under observation count; otherwise the trial waits for them.
  public var timeToEvent: Bool
  /// Posterior probability of exceeding the target above which a dose is not given, and above which the lowest dose stops
  /// the trial; nil turns the rule off.
  public var overdoseCutoff: Double?

  /// Describes a design.
  ///
  /// - Parameters:
  ///   - plan: the frame of the trial.
  ///   - target: rate of toxicity that is aimed at.
  ///   - skeleton: prior guesses of the rates.
  ///   - model: how the rate depends on dose.
  ///   - intercept: a of the logistic model.
  ///   - priorDeviation: standard deviation of the prior of β.
  ///   - estimator: which estimate decides.
  ///   - firstStage: doses of the patients until the first toxicity; nil for one stage.
  ///   - neverSkips: whether to go up by at most one dose at a time.
  ///   - isCoherent: whether not to go up right after toxicity.
  ///   - timeToEvent: whether patients under observation count.
  ///   - overdoseCutoff: posterior probability of overdosing that is too high; nil for none.
  public init(
    plan: EscalationPlan, target: Double, skeleton: [Double], model: ReassessmentModel = .power,
    intercept: Double = 3, priorDeviation: Double = 1.34.squareRoot(),
    estimator: ReassessmentEstimator = .plugIn, firstStage: [Int]? = nil, neverSkips: Bool = true,
    isCoherent: Bool = true, timeToEvent: Bool = false, overdoseCutoff: Double? = nil
  ) {
    self.plan = plan
    self.target = target
    self.skeleton = skeleton
    self.model = model
    self.intercept = intercept
    self.priorDeviation = priorDeviation
    self.estimator = estimator
    self.firstStage = firstStage
    self.neverSkips = neverSkips
    self.isCoherent = isCoherent
    self.timeToEvent = timeToEvent
    self.overdoseCutoff = overdoseCutoff
  }

  /// Name for tables and messages.
  public var name: String { (timeToEvent ? "TITE-CRM" : "CRM") + (firstStage == nil ? "" : ", two stages") }

  /// Everything that is wrong with the design; nothing if it can be used.
  public func findings() -> [TrialDesignError] {
    var findings = plan.findings() + TrialDesignError.probability(target, "target")
    findings += Skeleton.findings(skeleton, doses: plan.doses, model: model, intercept: intercept)
    // Beyond 5 the prior says that every dose is either harmless or certainly toxic.
    if !(priorDeviation >= 0.05 && priorDeviation <= 5) {
      findings.append(.outOfRange(cell: "priorDeviation", allowed: "0.05 to 5", found: priorDeviation))
    }
    if !(abs(intercept) <= 20) {
      findings.append(.outOfRange(cell: "intercept", allowed: "-20 to 20", found: intercept))
    }
    if let overdoseCutoff { findings += TrialDesignError.probability(overdoseCutoff, "overdoseCutoff") }
    if model == .logistic, target >= Skeleton.rate(0, model, intercept) {
      findings.append(
        .outOfRange(cell: "target", allowed: "below the rate that the intercept allows", found: target))
    }
    for (index, dose) in (firstStage ?? []).enumerated() {
      let cell = "firstStage, patient \(index + 1)"
      if !(1...max(1, plan.doses) ~= dose) {
        findings.append(.unknownDose(cell: cell, found: dose, doses: plan.doses))
      } else if index > 0, let previous = firstStage?[index - 1], dose < previous {
        findings.append(.notIncreasing(cell: cell, previous: Double(previous), found: Double(dose)))
      }
    }
    if let first = firstStage?.first, first != plan.startingDose {
      findings.append(
        .notFollowed(
          cell: "firstStage, patient 1", required: "the starting dose is \(plan.startingDose)",
          found: "dose \(first)"))
    }
    return findings
  }

  /// The design made ready for many decisions.
  ///
  /// - Parameter reach: largest number of patients that one dose may get.
  /// - Returns: an engine.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func engine(reach: Int) throws(TrialDesignError) -> ContinualReassessmentEngine {
    try validate()
    return ContinualReassessmentEngine(design: self)
  }

  /// The dose selected in a state, with the model's estimates.
  ///
  /// - Parameter state: the trial at its end.
  /// - Returns: the selection.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func selection(after state: DoseState) throws(TrialDesignError) -> DoseSelection {
    let engine = try engine(for: state)
    let estimate = engine.estimate(state)
    let dose = engine.selectedDose(state)
    return DoseSelection(
      dose: dose, toxicityEstimates: estimate.toxicity.map { $0 },
      reason: dose.map {
        "Dose \($0) has the estimated rate \(Wording.decimal(estimate.toxicity[$0 - 1])), nearest to the target of "
          + "\(target) among those allowed."
      } ?? "The rate of the lowest dose probably exceeds the target: no dose can be selected.")
  }
}
