/// How far a fit has come.
public struct FitProgress: Sendable, Hashable {
  /// Generations completed.
  public var generation: Int
  /// Largest distance to the data among the lives kept, in root mean square deviations; nil in the first generation.
  public var distance: Double?
  /// Distance below which the baseline counts as reproduced.
  public var goal: Double
  /// Lives of the generations before.
  public var lives: Int
  /// Most lives in all.
  public var most: Int
  /// Lives of this generation that have ended.
  public var done: Int
  /// Lives of this generation.
  public var of: Int
  /// True for the repeated lives after the last generation.
  public var isLast = false
}
