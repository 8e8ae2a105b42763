/// BOIN for late toxicities: TITE-BOIN decides while patients are under observation.
///
/// Of n patients at the dose s had toxicity and c are under observation for together STFT windows. What the c may still have is put in
/// by expectation:
///
///     p̃ = (s + φ/2) / (n - c + 1)                              rate with half a toxicity of the target as prior
///     p̂ = (s + p̃/(1 - p̃) (c - STFT)) / n
///
/// and p̂ is held against λe and λd. If more than half of the patients at the dose are under observation, nobody is treated until
/// fewer are, unless the s alone call for going down. Elimination counts patients under observation as without toxicity. Yuan, Lin, Li, Nie &
/// Warren 2018, doi:10.1158/1078-0432.CCR-18-0246. Without patients under observation it is BOIN.
public struct TimeToEventBOIN: DoseFindingDesign {
  /// The BOIN design that decides when nobody is under observation.
  public var design: BOIN
  /// Share of patients at the dose under observation above which nobody is treated.
  public var largestPendingShare: Double

  /// Describes a design.
  ///
  /// - Parameters:
  ///   - design: the BOIN design that decides when nobody is under observation.
  ///   - largestPendingShare: share under observation above which nobody is treated; one half in the paper.
  public init(design: BOIN, largestPendingShare: Double = 0.5) {
    self.design = design
    self.largestPendingShare = largestPendingShare
  }

  /// Name for tables and messages.
  public var name: String { "TITE-BOIN" }

  /// The frame of the trial.
  public var plan: EscalationPlan { design.plan }

  /// Everything that is wrong with the design; nothing if it can be used.
  public func findings() -> [TrialDesignError] {
    var findings = design.findings()
    if !(largestPendingShare > 0 && largestPendingShare < 1) {
      findings.append(
        .outOfRange(
          cell: "largestPendingShare", allowed: "between 0 and 1, both excluded", found: largestPendingShare))
    }
    return findings
  }

  /// The design made ready for many decisions.
  ///
  /// - Parameter reach: largest number of patients that one dose may get.
  /// - Returns: an engine.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func engine(reach: Int) throws(TrialDesignError) -> TimeToEventBOINEngine {
    try validate()
    return TimeToEventBOINEngine(
      interval: try design.engine(reach: reach), target: design.target,
      escalationBoundary: design.escalationBoundary,
      deEscalationBoundary: design.deEscalationBoundary, largestPendingShare: largestPendingShare)
  }

  /// Puts a decision into a sentence.
  ///
  /// - Parameters:
  ///   - decision: the decision.
  ///   - state: the state that it was taken in.
  ///   - engine: the engine that took it.
  /// - Returns: what was seen, against what it was held, what follows.
  public func explanation(of decision: DoseDecision, in state: DoseState, engine: TimeToEventBOINEngine)
    -> String
  {
    let dose = state.current ?? plan.startingDose
    let waiting = state.pendingCount(at: dose)
    let byRate: [DoseRule] = [.escalate, .highestDose, .nextEliminated, .stay, .deEscalate, .lowestDose]
    guard waiting > 0, byRate.contains(decision.rule) else {
      return design.explanation(of: decision, in: state, engine: engine.interval)
    }
    let followUp = state.pending.reduce(0.0) { $0 + ($1.dose == dose ? $1.fraction : 0) }
    let rate = engine.expectedRate(
      patients: state.tally.patients(at: dose), toxicities: state.tally.toxicities(at: dose),
      pending: waiting, followUp: followUp)
    let held =
      "\(Wording.seen(at: dose, state)), \(waiting) of them under observation for together "
      + "\(Wording.decimal(followUp, 2)) windows: expected rate \(Wording.decimal(rate)), against "
      + "\(Wording.decimal(engine.escalationBoundary)) up and \(Wording.decimal(engine.deEscalationBoundary)) down: "
    switch decision.rule {
    case .escalate: return held + "go up to dose \(dose + 1)."
    case .highestDose: return held + "dose \(dose) is the highest, stay."
    case .nextEliminated: return held + "dose \(dose + 1) is eliminated, stay."
    case .deEscalate: return held + "go down to dose \(dose - 1)."
    case .lowestDose: return held + "dose 1 is the lowest and not eliminated, stay."
    default: return held + "stay."
    }
  }

  /// The dose selected in a state in which nobody is under observation, as BOIN does.
  ///
  /// - Parameter state: the trial at its end.
  /// - Returns: the selection.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func selection(after state: DoseState) throws(TrialDesignError) -> DoseSelection {
    try design.selection(after: state)
  }
}

extension TimeToEventBOIN {
  private enum Key: String, CodingKey {
    case design, largestPendingShare
  }

  /// Reads a design; the largest share under observation may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      design: try container.decode(BOIN.self, forKey: .design),
      largestPendingShare: try container.decodeIfPresent(Double.self, forKey: .largestPendingShare) ?? 0.5)
  }
}
