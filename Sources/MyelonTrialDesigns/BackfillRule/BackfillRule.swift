/// When patients are added at doses below the current one while a cohort is observed.
///
/// A dose is open if it lies below the current one, was seen to be safe by the design's rule (`DoseEngine.allowsBackfill`), it and all below it, has fewer
/// than the largest number of patients, and, if asked for, efficacy was seen there or below. After Zhao, Yuan, Korn &
/// Freidlin 2024, doi:10.1158/1078-0432.CCR-23-2585. Not done: their pooling of neighbouring doses when a lower dose contradicts the current one.
public struct BackfillRule: Codable, Sendable, Hashable {
  /// Which open dose gets the patient.
  public enum Assignment: String, Codable, Sendable, Hashable, CaseIterable {
    /// The highest open dose.
    case highest
    /// The lowest open dose.
    case lowest
  }

  /// Patients at a dose, cohorts included, from which it takes no more.
  public var largestAtDose: Int
  /// Whether efficacy must have been seen at the dose or below.
  public var requiresEfficacy: Bool
  /// Which open dose gets the patient.
  public var assignment: Assignment

  /// Describes a rule.
  ///
  /// - Parameters:
  ///   - largestAtDose: patients at a dose from which it takes no more; 12 in the paper.
  ///   - requiresEfficacy: whether efficacy must have been seen at the dose or below.
  ///   - assignment: which open dose gets the patient.
  public init(largestAtDose: Int = 12, requiresEfficacy: Bool = true, assignment: Assignment = .highest) {
    self.largestAtDose = largestAtDose
    self.requiresEfficacy = requiresEfficacy
    self.assignment = assignment
  }
}
