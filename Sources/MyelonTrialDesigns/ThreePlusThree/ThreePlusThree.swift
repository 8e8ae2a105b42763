/// The 3+3 design, in one of three variants.
///
/// Three patients: none with toxicity, go up; one, treat three more; two or three, the dose is too toxic. Six patients: at most one with
/// toxicity, go up; else too toxic. What happens then is `variant`. Storer 1989, doi:10.2307/2531693; Korn et al. 1994,
/// doi:10.1002/sim.4780131802. There is no target rate.
public struct ThreePlusThree: DoseFindingDesign {
  /// Number of dose levels.
  public var doses: Int
  /// Level at which the trial begins.
  public var startingDose: Int
  /// What happens when a dose is too toxic.
  public var variant: ThreePlusThreeVariant

  /// Describes a design.
  ///
  /// - Parameters:
  ///   - doses: number of dose levels.
  ///   - startingDose: level at which the trial begins.
  ///   - variant: what happens when a dose is too toxic.
  public init(doses: Int, startingDose: Int = 1, variant: ThreePlusThreeVariant = .noDeEscalation) {
    self.doses = doses
    self.startingDose = startingDose
    self.variant = variant
  }

  /// Name for tables and messages.
  public var name: String { "3+3 (\(variant.rawValue))" }

  /// The frame of the trial: cohorts of 3, at most 6 patients a dose.
  public var plan: EscalationPlan {
    EscalationPlan(
      doses: doses, startingDose: startingDose, cohortSize: 3, maximumPatients: max(3, 6 * doses))
  }

  /// Everything that is wrong with the design; nothing if it can be used.
  public func findings() -> [TrialDesignError] { plan.findings() }

  /// The design made ready for many decisions.
  ///
  /// - Parameter reach: largest number of patients that one dose may get.
  /// - Returns: an engine.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func engine(reach: Int) throws(TrialDesignError) -> ThreePlusThreeEngine {
    try validate()
    return ThreePlusThreeEngine(plan: plan, variant: variant)
  }

  /// The rule as a table.
  ///
  /// - Returns: a row for each result at the current dose.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func decisionTable() throws(TrialDesignError) -> DesignTable {
    try validate()
    let tooToxic =
      variant == .noDeEscalation
      ? "stop; select the dose below"
      : "go down; stop and select there if it has 6 patients, else treat 3 more"
    let top = variant == .sixAtSelected ? "treat 3 more" : "stop; select this dose"
    return DesignTable(
      title: "\(name): next step after results at the current dose",
      columns: ["toxicities/patients", "dose above not tried", "highest dose", "dose above too toxic"],
      rows: [
        ["0/3", "go up", top, variant == .noDeEscalation ? "-" : "treat 3 more"],
        ["1/3", "treat 3 more", "treat 3 more", variant == .noDeEscalation ? "-" : "treat 3 more"],
        ["2/3 or 3/3", tooToxic, tooToxic, tooToxic],
        ["0/6 or 1/6", "go up", "stop; select this dose", "stop; select this dose"],
        ["2/6 or more", tooToxic, tooToxic, tooToxic],
      ],
      notes: [
        "No dose is selected if dose 1 is too toxic. A dose below the starting dose may be reached downwards."
      ])
  }

  /// Puts a decision into a sentence.
  ///
  /// - Parameters:
  ///   - decision: the decision.
  ///   - state: the state that it was taken in.
  ///   - engine: the engine that took it.
  /// - Returns: what was seen and what follows.
  public func explanation(of decision: DoseDecision, in state: DoseState, engine: ThreePlusThreeEngine)
    -> String
  {
    let dose = state.current ?? startingDose
    let seen = Wording.seen(at: dose, state)
    switch decision.rule {
    case .cohortIncomplete: return "\(seen); a decision takes 3 or 6: complete the cohort."
    case .escalate: return "\(seen): go up to dose \(dose + 1)."
    case .stay: return "\(seen): treat three more at dose \(dose)."
    case .deEscalate:
      return "\(seen), too many: go down to dose \(dose - 1), which has fewer than 6 patients."
    case .toleratedBelow: return "\(seen), too many: dose \(dose - 1) is the highest that was tolerated."
    case .accepted: return "\(seen), tolerated, and there is no higher dose to try."
    case .noneTolerated: return "\(seen), too many, and there is no lower dose."
    default: return seen + "."
    }
  }

  /// The dose selected if the trial ends in a state: the highest one tolerated.
  ///
  /// - Parameter state: the trial at its end.
  /// - Returns: the selection; estimates are plain rates.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func selection(after state: DoseState) throws(TrialDesignError) -> DoseSelection {
    let dose = try engine(for: state).selectedDose(state)
    return DoseSelection(
      dose: dose,
      toxicityEstimates: (1...doses).map { dose in
        let patients = state.tally.patients(at: dose)
        return patients > 0 ? Double(state.tally.toxicities(at: dose)) / Double(patients) : nil
      },
      reason: dose.map {
        "Dose \($0) is the highest with at most one toxicity, with no dose too toxic below it."
      }
        ?? "No dose was tolerated.")
  }
}

extension ThreePlusThree {
  private enum Key: String, CodingKey {
    case doses, startingDose, variant
  }

  /// Reads a design; all but the number of doses may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      doses: try container.decode(Int.self, forKey: .doses),
      startingDose: try container.decodeIfPresent(Int.self, forKey: .startingDose) ?? 1,
      variant: try container.decodeIfPresent(ThreePlusThreeVariant.self, forKey: .variant) ?? .noDeEscalation)
  }
}
