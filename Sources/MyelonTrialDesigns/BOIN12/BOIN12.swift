import MyelonStatistics

/// BOIN12: finds the dose with the best balance of toxicity and efficacy.
///
/// Each patient's utility counts as a part of an event, so that the mean utility u has the posterior Beta(1 + x, 1 + n - x) with x the sum of
/// utilities over 100. The desirability of a dose is Pr(u > u_b), with u_b half way between the utility at the limits φT and φE and
/// 1. With y/n the rate of toxicity at the current dose d, in this order:
///
/// 1. y/n ≥ λd: go down.
/// 2. n ≥ `explorationPatients` and nobody treated at d + 1: go there.
/// 3. y/n > λe and n ≥ `comparisonPatients`: the more desirable of d - 1 and d.
/// 4. else the most desirable of d - 1, d and d + 1; of equal ones the higher.
///
/// Doses with Pr(pT > φT) ≥ `toxicityCutoff`, and all above, or Pr(pE < φE) ≥ `efficacyCutoff` are not given. Lin, Zhou, Yan, Li & Yuan
/// 2020, doi:10.1200/PO.20.00257.
public struct BOIN12: DoseFindingDesign {
  /// The frame of the trial; `enoughAtDose` is the largest number of patients at one dose.
  public var plan: EscalationPlan
  /// Highest acceptable rate of toxicity, φT.
  public var toxicityLimit: Double
  /// Lowest acceptable rate of efficacy, φE.
  public var efficacyLimit: Double
  /// Worth of the outcomes.
  public var utility: OutcomeUtility
  /// Posterior probability of too much toxicity from which a dose is not given.
  public var toxicityCutoff: Double
  /// Posterior probability of too little efficacy from which a dose is not given.
  public var efficacyCutoff: Double
  /// Patients from which a rate between λe and λd rules out going up, N*.
  public var comparisonPatients: Int
  /// Patients from which an untried next dose is explored.
  public var explorationPatients: Int

  /// Describes a design.
  ///
  /// - Parameters:
  ///   - plan: the frame of the trial.
  ///   - toxicityLimit: highest acceptable rate of toxicity.
  ///   - efficacyLimit: lowest acceptable rate of efficacy.
  ///   - utility: worth of the outcomes.
  ///   - toxicityCutoff: probability of too much toxicity from which a dose is not given.
  ///   - efficacyCutoff: probability of too little efficacy from which a dose is not given.
  ///   - comparisonPatients: patients from which a middle rate rules out going up.
  ///   - explorationPatients: patients from which an untried next dose is explored.
  public init(
    plan: EscalationPlan, toxicityLimit: Double = 0.35, efficacyLimit: Double = 0.25,
    utility: OutcomeUtility = OutcomeUtility(), toxicityCutoff: Double = 0.95, efficacyCutoff: Double = 0.9,
    comparisonPatients: Int = 6, explorationPatients: Int = 9
  ) {
    self.plan = plan
    self.toxicityLimit = toxicityLimit
    self.efficacyLimit = efficacyLimit
    self.utility = utility
    self.toxicityCutoff = toxicityCutoff
    self.efficacyCutoff = efficacyCutoff
    self.comparisonPatients = comparisonPatients
    self.explorationPatients = explorationPatients
  }

  /// Name for tables and messages.
  public var name: String { "BOIN12" }

  /// BOIN for the limit of toxicity.
  var boundaries: BOIN { BOIN(plan: plan, target: toxicityLimit) }

  /// The utility that a dose is held against, from 0 to 1.
  public var benchmark: Double {
    let limit = utility.mean(toxicity: toxicityLimit, efficacy: efficacyLimit)
    return limit + (1 - limit) / 2
  }

  /// Everything that is wrong with the design; nothing if it can be used.
  public func findings() -> [TrialDesignError] {
    var findings = plan.findings() + utility.findings()
    for (name, value) in [
      ("toxicityLimit", toxicityLimit), ("efficacyLimit", efficacyLimit), ("toxicityCutoff", toxicityCutoff),
      ("efficacyCutoff", efficacyCutoff),
    ] {
      findings += TrialDesignError.probability(value, name)
    }
    if toxicityLimit > 0, toxicityLimit < 1, 1.4 * toxicityLimit >= 1 {
      findings.append(
        .outOfRange(
          cell: "toxicityLimit", allowed: "below 1/1.4, as 1.4 times it calls for going down",
          found: toxicityLimit))
    }
    let patients = 1...DoseTally.maximumPatients
    findings += TrialDesignError.count(comparisonPatients, patients, "comparisonPatients")
    findings += TrialDesignError.count(explorationPatients, patients, "explorationPatients")
    return findings
  }

  /// The design made ready for many decisions.
  ///
  /// - Parameter reach: largest number of patients that one dose may get.
  /// - Returns: an engine.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func engine(reach: Int) throws(TrialDesignError) -> BOIN12Engine {
    try validate()
    return BOIN12Engine(design: self, reach: reach)
  }

  /// Pr(u > benchmark) after counts at a dose.
  ///
  /// - Parameters:
  ///   - patients: patients at the dose.
  ///   - toxicities: toxicities among them.
  ///   - efficacies: efficacies among them.
  /// - Returns: the posterior probability.
  public func desirability(patients: Int, toxicities: Int, efficacies: Int) -> Double {
    let n = Double(patients)
    let x = events(patients: patients, toxicities: toxicities, efficacies: efficacies)
    return 1 - IncompleteBeta.regularised(1 + x, 1 + n - x, benchmark)
  }

  /// Utilities over 100, summed over patients.
  func events(patients: Int, toxicities: Int, efficacies: Int) -> Double {
    let n = Double(patients)
    let worst = utility.ineffectiveToxic
    let harmless = (utility.ineffectiveHarmless - worst) * (n - Double(toxicities))
    let effective = (utility.effectiveToxic - worst) * Double(efficacies)
    return (worst * n + harmless + effective) / 100
  }

  /// Whether counts leave a dose safe enough.
  func isSafe(patients: Int, toxicities: Int) -> Bool {
    OverdoseControl.probability(above: toxicityLimit, patients: patients, toxicities: toxicities)
      < toxicityCutoff
  }

  /// Whether counts leave a dose effective enough.
  func isEffective(patients: Int, efficacies: Int) -> Bool {
    1 - OverdoseControl.probability(above: efficacyLimit, patients: patients, toxicities: efficacies)
      < efficacyCutoff
  }
}
