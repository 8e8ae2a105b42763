/// A design given by its own table of verdicts, such as one from a protocol.
public struct TableDesign: DoseFindingDesign {
  /// The frame of the trial.
  public var plan: EscalationPlan
  /// Name for tables and messages.
  public var name: String
  /// Verdicts.
  public var table: IntervalTable
  /// Rate of toxicity that the selected dose should have.
  public var target: Double

  /// Describes a design.
  ///
  /// - Parameters:
  ///   - plan: the frame of the trial.
  ///   - name: name for tables and messages.
  ///   - table: verdicts, for as many patients as the trial may have at one dose.
  ///   - target: rate of toxicity that the selected dose should have.
  public init(plan: EscalationPlan, name: String = "Table", table: IntervalTable, target: Double) {
    self.plan = plan
    self.name = name
    self.table = table
    self.target = target
  }

  /// Everything that is wrong with the design; nothing if it can be used.
  public func findings() -> [TrialDesignError] {
    var findings = plan.findings() + TrialDesignError.probability(target, "target") + table.orderFindings()
    if table.maximumPatients < plan.maximumPatients {
      findings.append(
        .wrongLength(cell: "table, columns", required: plan.maximumPatients, found: table.maximumPatients))
    }
    return findings
  }

  /// The design made ready for many decisions.
  ///
  /// - Parameter reach: largest number of patients that one dose may get.
  /// - Returns: an engine.
  /// - Throws: `TrialDesignError` with everything that is wrong, also if the table does not reach so far.
  public func engine(reach: Int) throws(TrialDesignError) -> IntervalEngine {
    try validate()
    guard reach <= table.maximumPatients else {
      throw .tooLarge(cell: "patients at one dose, in the table", limit: table.maximumPatients, found: reach)
    }
    return IntervalEngine(plan: plan, table: table, target: target, selectionBound: .infinity)
  }

  /// The limits for the clinic.
  ///
  /// - Returns: a column for each number of patients at the current dose.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func decisionTable() throws(TrialDesignError) -> DesignTable {
    try validate()
    return table.boundaries(title: "\(name): next dose after results at the current dose", notes: [])
  }

  /// Puts a decision into a sentence.
  ///
  /// - Parameters:
  ///   - decision: the decision.
  ///   - state: the state that it was taken in.
  ///   - engine: the engine that took it.
  /// - Returns: what was seen and what the table says.
  public func explanation(of decision: DoseDecision, in state: DoseState, engine: IntervalEngine) -> String {
    let dose = state.current ?? plan.startingDose
    let n = state.tally.patients(at: dose)
    let letters = table[patients: n, toxicities: state.tally.toxicities(at: dose)].letters
    return "\(Wording.seen(at: dose, state)); the table says \(letters) (rule: \(decision.rule.rawValue))."
  }

  /// The dose selected in a state, by isotonic estimates.
  ///
  /// - Parameter state: the trial at its end.
  /// - Returns: the selection.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func selection(after state: DoseState) throws(TrialDesignError) -> DoseSelection {
    let engine = try engine(for: state)
    let dose = engine.selectedDose(state)
    return DoseSelection(
      dose: dose, toxicityEstimates: IsotonicEstimate(state.tally, limit: plan.doses).perDose(plan.doses),
      eliminatedFrom: engine.eliminatedFrom(state.tally),
      reason: dose.map { "Dose \($0) has the isotonic estimate nearest to the target of \(target)." }
        ?? "No treated dose is left: no dose can be selected.")
  }
}
