/// The rule that led to a decision on dose.
public enum DoseRule: String, Codable, Sendable, Hashable, CaseIterable {
  /// Nobody has been treated: begin at the starting dose.
  case start
  /// The cohort is not full yet.
  case cohortIncomplete
  /// Results of patients at the current dose are outstanding.
  case pending
  /// Go up one dose.
  case escalate
  /// Stay at the dose.
  case stay
  /// Go down.
  case deEscalate
  /// It would go up, but this is the highest dose.
  case highestDose
  /// It would go up, but the next dose is eliminated.
  case nextEliminated
  /// It would go down, but this is the lowest dose.
  case lowestDose
  /// The dose is eliminated as overly toxic.
  case eliminated
  /// The lowest dose is eliminated: no dose is safe.
  case lowestEliminated
  /// The stricter rule for the lowest dose stops the trial.
  case extraSafe
  /// The dose has enough patients and would be kept.
  case enoughAtDose
  /// The trial has as many patients as planned.
  case maximumPatients
  /// The dose below is the highest one that was tolerated.
  case toleratedBelow
  /// The dose is accepted as the maximum tolerated dose.
  case accepted
  /// No dose was tolerated.
  case noneTolerated
  /// The first stage goes on as written down, because there was no toxicity yet.
  case firstStage
  /// The dose that the model puts nearest to the target.
  case model
  /// The model would go up further, but doses are not skipped.
  case noSkipping
  /// The model would go up, but not right after toxicity.
  case coherence
  /// The dose of highest desirability among those allowed.
  case desirability
  /// An untried next dose is explored.
  case exploration
  /// No dose is both safe and effective enough.
  case noneAdmissible

  /// Whether the rule ends a trial because no dose is safe, or effective, enough.
  public var isSafetyStop: Bool {
    switch self {
    case .lowestEliminated, .extraSafe, .noneTolerated, .noneAdmissible: true
    default: false
    }
  }
}
