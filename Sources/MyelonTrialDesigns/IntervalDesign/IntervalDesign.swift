/// A design whose decision is a function of the toxicities among the patients at the current dose.
public protocol IntervalDesign: DoseFindingDesign where Engine == IntervalEngine {
  /// Rate of toxicity that is aimed at.
  var target: Double { get }

  /// When a dose is closed for good.
  var overdose: OverdoseControl { get }

  /// Isotonic estimates of a selected dose must be below this; infinite if there is no bound.
  var selectionBound: Double { get }

  /// What toxicities among patients mean, before elimination is looked at.
  ///
  /// - Parameters:
  ///   - patients: patients at the dose, at least 1.
  ///   - toxicities: toxicities among them.
  /// - Returns: up, stay or down.
  func verdict(patients: Int, toxicities: Int) -> IntervalVerdict

  /// Definitions for below the table.
  var definitions: [String] { get }
}

extension IntervalDesign {
  /// By default there is no bound.
  public var selectionBound: Double { .infinity }

  /// The table of verdicts with elimination.
  ///
  /// - Parameter maximumPatients: largest number of patients at a dose.
  /// - Returns: the table.
  public func table(upTo maximumPatients: Int) -> IntervalTable {
    IntervalTable(maximumPatients: maximumPatients) { n, y in
      overdose.stopsAtLowest(target: target, patients: n, toxicities: y)
    } verdict: { n, y in
      overdose.eliminates(target: target, patients: n, toxicities: y)
        ? .eliminate : verdict(patients: n, toxicities: y)
    }
  }

  /// The design made ready for many decisions.
  ///
  /// - Parameter reach: largest number of patients that one dose may get.
  /// - Returns: an engine.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func engine(reach: Int) throws(TrialDesignError) -> IntervalEngine {
    try validate()
    return IntervalEngine(
      plan: plan, table: table(upTo: reach), target: target, selectionBound: selectionBound)
  }

  /// The limits for the clinic.
  ///
  /// - Returns: a column for each number of patients at the current dose.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func decisionTable() throws(TrialDesignError) -> DesignTable {
    let engine = try engine()
    var notes = definitions
    notes.append(
      "eliminate: this dose and all above are closed if Pr(rate > \(target)) > \(overdose.cutoff) with "
        + "\(overdose.minimumPatients) patients or more (uniform prior); the lowest dose so closed stops the trial."
    )
    return engine.table.boundaries(
      title: "\(name): next dose after results at the current dose", notes: notes)
  }

  /// The dose selected in a state, with isotonic estimates.
  ///
  /// - Parameter state: the trial at its end.
  /// - Returns: the selection.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func selection(after state: DoseState) throws(TrialDesignError) -> DoseSelection {
    let engine = try engine(for: state)
    let eliminated = engine.eliminatedFrom(state.tally)
    let dose = engine.selectedDose(state)
    let estimates = IsotonicEstimate(state.tally, limit: (eliminated ?? plan.doses + 1) - 1)
    var reason: String
    if let dose, let estimate = estimates.perDose(plan.doses)[dose - 1] {
      reason =
        "Dose \(dose) has the isotonic estimate \(Wording.decimal(estimate)), nearest to the target of \(target)"
        + (selectionBound.isFinite ? " among those below \(Wording.decimal(selectionBound))." : ".")
    } else {
      reason =
        estimates.count == 0
        ? "No treated dose is left: no dose can be selected."
        : "The lowest dose is too toxic or no estimate is low enough: no dose can be selected."
    }
    if let eliminated { reason += " Dose \(eliminated) and above are eliminated." }
    return DoseSelection(
      dose: dose, toxicityEstimates: IsotonicEstimate(state.tally, limit: plan.doses).perDose(plan.doses),
      eliminatedFrom: eliminated, reason: reason)
  }

  /// Findings about the parts that all such designs have.
  func commonFindings() -> [TrialDesignError] {
    plan.findings() + TrialDesignError.probability(target, "target") + overdose.findings()
  }
}
