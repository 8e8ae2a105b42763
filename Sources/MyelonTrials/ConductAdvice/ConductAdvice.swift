/// The next step of a running trial, with the rule that leads to it and the reasons.
public struct ConductAdvice: Sendable, Hashable, Codable {
  /// What to do.
  public enum Action: String, Sendable, Hashable, Codable, CaseIterable {
    /// Treat the next people at `dose`.
    case treat
    /// Treat nobody until more is known.
    case wait
    /// Go on as planned.
    case goOn = "continue"
    /// Allocate the next person to `arm`.
    case allocate
    /// Enrolment of this stage ends.
    case stop
  }

  /// A result that is outstanding.
  public struct Due: Sendable, Hashable, Codable {
    /// Name of the person.
    public let person: String
    /// Dose level from 1; nil if there is none.
    public let dose: Int?
    /// Days until the window of observation closes.
    public let days: Double
    /// The day on which it closes; nil if days of enrolment are not given.
    public let day: ConductDay?
  }

  /// The stage that the trial is in.
  public var stage: TrialStage
  /// How the stage was found.
  public var stageReason: String
  /// What to do.
  public var action: Action
  /// The rule that leads to it, by its name.
  public var rule: String
  /// Why, in a sentence.
  public var reason: String
  /// Dose level to treat at, or the one selected; nil for none.
  public var dose: Int?
  /// Name of that dose.
  public var doseName: String?
  /// How many people come next; nil if that is open.
  public var people: Int?
  /// Day before which the next person may not be treated.
  public var notBefore: ConductDay?
  /// Day on which the next decision is due at the latest; nil if unknown.
  public var until: ConductDay?
  /// Days until then.
  public var daysUntil: Double?
  /// Results that are outstanding, the first due first.
  public var due: [Due] = []
  /// Arm of the next person.
  public var arm: String?
  /// Probability with which that person goes to each arm, control first.
  public var probabilities: [Double]?
  /// Estimated rate of toxicity at each dose, people under observation counted as without; nil entries where nothing is known.
  public var toxicityEstimates: [Double?]?
  /// Lowest eliminated dose; nil if none is.
  public var eliminatedFrom: Int?
  /// A lower dose that takes people outside of the cohorts; nil if none does.
  public var backfillDose: Int?
  /// Whether a safety rule of the protocol took the place of the stage's own step.
  public var isSafety = false
  /// What else should be known.
  public var notes: [String] = []

  /// Makes an advice.
  ///
  /// - Parameters:
  ///   - stage: the stage that the trial is in.
  ///   - stageReason: how the stage was found.
  ///   - action: what to do.
  ///   - rule: the rule that leads to it.
  ///   - reason: why.
  public init(stage: TrialStage, stageReason: String = "", action: Action, rule: String, reason: String) {
    self.stage = stage
    self.stageReason = stageReason
    self.action = action
    self.rule = rule
    self.reason = reason
  }
}
