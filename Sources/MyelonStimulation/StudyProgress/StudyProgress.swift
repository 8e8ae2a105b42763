/// How far a study has come.
public struct StudyProgress: Sendable, Hashable {
  /// What is being done, such as "lead field of contact 3".
  public let stage: String
  /// Share of the whole work that is done, 0 to 1; by the usual cost of each part.
  public let fraction: Double

  /// Makes a report of progress.
  public init(stage: String, fraction: Double) {
    self.stage = stage
    self.fraction = fraction
  }
}
