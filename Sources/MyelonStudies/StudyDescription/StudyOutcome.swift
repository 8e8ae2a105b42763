/// One number that every member of a study yields.
public struct StudyOutcome: Sendable, Hashable, Codable {
  /// Name of the arm.
  public let arm: String
  /// Day after injury.
  public let day: Double
  /// What was measured, the same word in every arm and at every visit.
  public let name: String
  /// Unit, empty for a pure number.
  public let unit: String
  /// What the number means, in one sentence; for codes, what each stands for.
  public let meaning: String

  /// Describes an outcome.
  ///
  /// - Parameters:
  ///   - arm: name of the arm.
  ///   - day: day after injury.
  ///   - name: what was measured.
  ///   - unit: unit, or empty.
  ///   - meaning: one sentence.
  public init(arm: String, day: Double, name: String, unit: String, meaning: String) {
    self.arm = arm
    self.day = day
    self.name = name
    self.unit = unit
    self.meaning = meaning
  }
}
