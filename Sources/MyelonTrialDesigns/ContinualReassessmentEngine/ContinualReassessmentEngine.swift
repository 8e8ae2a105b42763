import MyelonStatistics

/// Runs the continual reassessment method.
public struct ContinualReassessmentEngine: DoseEngine {
  private let design: ContinualReassessment
  private let posterior: ReassessmentPosterior

  init(design: ContinualReassessment) {
    self.design = design
    posterior = ReassessmentPosterior(
      skeleton: design.skeleton, model: design.model, intercept: design.intercept,
      deviation: design.priorDeviation)
  }

  /// The frame of the trial.
  public var plan: EscalationPlan { design.plan }

  /// Whether decisions use patients whose window is not over.
  public var usesPendingPatients: Bool { design.timeToEvent }

  /// The estimates in a state.
  ///
  /// - Parameters:
  ///   - state: the trial so far.
  ///   - confidence: coverage of the limits, which are those of β plus and minus a normal multiple of its deviation.
  /// - Returns: posterior moments of β, rates with limits, probabilities of overdosing, and the nearest dose.
  public func estimate(_ state: DoseState, confidence: Double = 0.9) -> ReassessmentEstimate {
    posterior.withWeights(state.tally, pending: state.pending) { weights in
      let (mean, variance) = posterior.moments(weights)
      let reach = NormalDistribution.standard.upperQuantile((1 - confidence) / 2) * variance.squareRoot()
      let doses = 0..<plan.doses
      let rates = rates(mean, weights)
      return ReassessmentEstimate(
        mean: mean, variance: variance, toxicity: rates.values,
        lower: doses.map { posterior.rate($0, mean + reach) },
        upper: doses.map { posterior.rate($0, mean - reach) },
        overdose: doses.map { posterior.probability($0, above: design.target, weights) },
        dose: rates.nearest)
    }
  }

  private func rates(_ mean: Double, _ weights: UnsafeMutableBufferPointer<Double>)
    -> (values: [Double], nearest: Int)
  {
    let values = (0..<plan.doses).map { dose in
      design.estimator == .plugIn ? posterior.rate(dose, mean) : posterior.meanRate(dose, weights)
    }
    if values.allSatisfy({ $0 <= design.target }) { return (values, plan.doses) }
    if values.allSatisfy({ $0 >= design.target }) { return (values, 1) }
    var nearest = 0
    for dose in values.indices where abs(values[dose] - design.target) < abs(values[nearest] - design.target)
    {
      nearest = dose
    }
    return (values, nearest + 1)
  }

  /// The model's dose, lowered until it is safe enough; nil if no dose is.
  private func allowedDose(_ state: DoseState) -> (dose: Int?, isLowered: Bool) {
    posterior.withWeights(state.tally, pending: state.pending) { weights in
      let wanted = rates(posterior.moments(weights).mean, weights).nearest
      guard let cutoff = design.overdoseCutoff else { return (wanted, false) }
      var dose = wanted
      while dose >= 1 {
        if posterior.probability(dose - 1, above: design.target, weights) <= cutoff {
          return (dose, dose < wanted)
        }
        dose -= 1
      }
      return (nil, true)
    }
  }

  /// The decision in a state.
  ///
  /// - Parameter state: the trial so far.
  /// - Returns: what to do.
  public func decision(_ state: DoseState) -> DoseDecision {
    if let common = commonDecision(state) { return common }
    let current = state.current ?? plan.startingDose
    if let next = firstStageDose(state) {
      let waits = next > current && design.timeToEvent && state.pendingInCohorts(at: current) > 0
      return waits ? DoseDecision(.wait, .pending) : DoseDecision(.treat(next), .firstStage)
    }
    let (allowed, isLowered) = allowedDose(state)
    guard let wanted = allowed else {
      return DoseDecision(.stop(selected: nil), .lowestEliminated, eliminatedFrom: 1)
    }
    var dose = wanted
    var rule: DoseRule = isLowered ? .eliminated : .model
    if design.isCoherent, dose > current, state.cohortPatients > 0,
      Double(state.cohortToxicities) / Double(state.cohortPatients) >= design.target
    {
      (dose, rule) = (current, .coherence)
    } else if design.neverSkips, dose > current + 1 {
      (dose, rule) = (current + 1, .noSkipping)
    }
    if dose == current, let enough = plan.enoughAtDose, state.tally.patients(at: current) >= enough {
      guard state.pending.isEmpty else { return DoseDecision(.wait, .pending) }
      return DoseDecision(.stop(selected: selectedDose(state)), .enoughAtDose)
    }
    return DoseDecision(.treat(dose), rule)
  }

  private func firstStageDose(_ state: DoseState) -> Int? {
    guard let stage = design.firstStage, state.tally.totalToxicities == 0,
      state.escalationPatients < stage.count
    else { return nil }
    return stage[state.escalationPatients]
  }

  /// The dose selected if the trial ends in a state.
  ///
  /// - Parameter state: the trial so far.
  /// - Returns: the dose, nil for none.
  public func selectedDose(_ state: DoseState) -> Int? { allowedDose(state).dose }

  /// Whether a dose may take further patients: its estimated rate is at most the target.
  ///
  /// - Parameters:
  ///   - dose: the dose, below the current one.
  ///   - state: the trial so far.
  /// - Returns: whether it is safe enough.
  public func allowsBackfill(at dose: Int, _ state: DoseState) -> Bool {
    estimate(state).toxicity[dose - 1] <= design.target
  }
}
