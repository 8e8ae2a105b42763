/// How far a fit has come.
public struct FitProgress: Sendable, Hashable {
  /// Steps completed: updates of the Kalman ensemble, or generations of the sequential sampler.
  public var step: Int
  /// Lives of the steps before.
  public var lives: Int
  /// Lives of this step that have ended.
  public var done = 0
  /// Lives of this step.
  public var of = 0
  /// Share of the data's information taken in (Kalman); nil otherwise.
  public var information: Double?
  /// Largest distance to the data among the lives kept (sequential), in root mean square deviations; nil before.
  public var distance: Double?
  /// Most lives in all (sequential); nil otherwise.
  public var most: Int?
  /// True for the lives after the last update.
  public var isLast = false

  /// Begins a step.
  init(step: Int, lives: Int) {
    self.step = step
    self.lives = lives
  }
}
