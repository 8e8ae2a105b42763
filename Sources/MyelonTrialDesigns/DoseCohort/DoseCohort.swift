/// A group of patients treated at one dose, as counts.
public struct DoseCohort: Codable, Sendable, Hashable {
  /// Dose level, 1 the lowest.
  public var dose: Int
  /// Number of patients.
  public var patients: Int
  /// Number with a dose-limiting toxicity.
  public var toxicities: Int
  /// Number with efficacy; nil if not recorded.
  public var efficacies: Int?

  /// Describes a cohort.
  ///
  /// - Parameters:
  ///   - dose: dose level, 1 the lowest.
  ///   - patients: number of patients.
  ///   - toxicities: number with a dose-limiting toxicity.
  ///   - efficacies: number with efficacy; nil if not recorded.
  public init(dose: Int, patients: Int, toxicities: Int, efficacies: Int? = nil) {
    self.dose = dose
    self.patients = patients
    self.toxicities = toxicities
    self.efficacies = efficacies
  }
}
