/// A patient without toxicity so far whose window of observation is not over.
public struct PendingPatient: Codable, Sendable, Hashable {
  /// Dose level, 1 the lowest.
  public var dose: Int
  /// Share of the window that has been observed, at least 0 and below 1.
  public var fraction: Double
  /// Whether the patient was added to a lower dose outside of the cohorts.
  public var isBackfill: Bool

  /// Describes a patient.
  ///
  /// - Parameters:
  ///   - dose: dose level from 1.
  ///   - fraction: share of the window observed.
  ///   - isBackfill: whether the patient is outside of the cohorts.
  public init(dose: Int, fraction: Double, isBackfill: Bool = false) {
    self.dose = dose
    self.fraction = fraction
    self.isBackfill = isBackfill
  }
}
