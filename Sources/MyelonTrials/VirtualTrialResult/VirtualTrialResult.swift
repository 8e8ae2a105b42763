import MyelonStatistics

/// What came out of a protocol carried out on a virtual cohort: as modelled, and with a therapy that does nothing.
public struct VirtualTrialResult: Sendable, Hashable, Codable {
  /// A rule of eligibility with the people it kept out.
  public struct Exclusion: Sendable, Hashable, Codable {
    /// The rule as written.
    public let rule: String
    /// Whether it is one that has to be met, or must not be.
    public let list: String
    /// People kept out by it first.
    public let first: Int
    /// People who fail it.
    public let any: Int
    /// Those of `any` for whom what is known did not decide the rule.
    public let notKnown: Int
    /// People for whom it is an exclusion that could not be verified; it did not keep them out.
    public let unverified: Int
  }

  /// Says whose outcome this predicts.
  public let notice: String
  /// Name of the trial.
  public let trial: String
  /// Name of the cohort.
  public let cohort: String
  /// How often, from which seed.
  public let settings: TrialSettings
  /// People of the cohort that were lived.
  public let people: Int
  /// People who could not be lived.
  public let notLived: Int
  /// People who may take part.
  public let eligible: Int
  /// Rules with the people they kept out.
  public let exclusions: [Exclusion]
  /// Who the lived people of the cohort are.
  public let everybody: CohortMakeUp
  /// Who may take part.
  public let eligiblePeople: CohortMakeUp
  /// What eligible people gain without therapy.
  public let natural: NaturalCourse?
  /// What is true of each dose.
  public let doses: [DoseTruth]
  /// What is true of the arm that is compared with controls, where the protocol fixes it; nil for the selected dose.
  public let fixedArm: DoseTruth?
  /// Name of the outcome of the comparison, or of responses.
  public let outcome: String?
  /// What came out, as modelled and with a therapy that does nothing.
  public let worlds: [TrialWorld]
  /// How numbers spread over trials.
  public let distributions: [TrialDistribution]
  /// What the numbers leave out.
  public let notes: [String]

  /// The world of a truth.
  public func world(_ truth: TrialTruth) -> TrialWorld? { worlds.first { $0.truth == truth } }

  /// How a number spreads over trials.
  ///
  /// - Parameters:
  ///   - quantity: which number.
  ///   - dose: dose level from 1, for numbers of a dose.
  /// - Returns: nil when no trial has it.
  public func distribution(_ quantity: TrialDistribution.Quantity, dose: Int? = nil) -> TrialDistribution? {
    distributions.first { $0.quantity == quantity && $0.dose == dose }
  }
}
