/// One patient of a dose-finding trial.
public struct DosePatient: Codable, Sendable, Hashable {
  /// Dose level, 1 the lowest.
  public var dose: Int
  /// Whether a dose-limiting toxicity has been seen.
  public var toxicity: Bool
  /// Whether the response counts as efficacy; nil if unknown.
  public var efficacy: Bool?
  /// Days since treatment; nil if the whole window has been observed.
  public var followUp: Double?
  /// Number of the cohort, 1 the first; nil if cohorts follow from the order of patients.
  public var cohort: Int?
  /// Whether the patient was added to a dose below the current one and does not count for cohorts.
  public var isBackfill: Bool
  /// Name of the patient in messages; nil if the number in the file serves.
  public var identifier: String?

  /// Describes a patient.
  ///
  /// - Parameters:
  ///   - dose: dose level, 1 the lowest.
  ///   - toxicity: whether a dose-limiting toxicity has been seen.
  ///   - efficacy: whether the response counts as efficacy; nil if unknown.
  ///   - followUp: days since treatment; nil if the whole window has been observed.
  ///   - cohort: number of the cohort; nil if cohorts follow from the order.
  ///   - isBackfill: whether the patient was added to a lower dose.
  ///   - identifier: name in messages.
  public init(
    dose: Int, toxicity: Bool, efficacy: Bool? = nil, followUp: Double? = nil, cohort: Int? = nil,
    isBackfill: Bool = false, identifier: String? = nil
  ) {
    self.dose = dose
    self.toxicity = toxicity
    self.efficacy = efficacy
    self.followUp = followUp
    self.cohort = cohort
    self.isBackfill = isBackfill
    self.identifier = identifier
  }
}
