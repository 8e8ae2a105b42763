import MyelonStatistics

/// How one simulated trial ended.
package struct SimulatedTrial: Sendable {
  package var isSuccess = false
  /// Stopped early for futility or on the other side.
  package var isStopped = false
  /// The analysis gave no result.
  package var isFailed = false
  package var look: Int
  package var people: Int
  package var estimate = 0.0
  package var covers = false

  static func failed(look: Int, people: Int) -> SimulatedTrial {
    var trial = SimulatedTrial(look: look, people: people)
    trial.isFailed = true
    return trial
  }

  private init(look: Int, people: Int) {
    self.look = look
    self.people = people
  }

  init(
    _ result: EffectResult, isSuccess: Bool, isStopped: Bool, look: Int, people: Int, trueEffect: Double?
  ) {
    self.init(look: look, people: people)
    self.isSuccess = isSuccess
    self.isStopped = isStopped
    estimate = result.estimate.value
    if let trueEffect { covers = result.estimate.low <= trueEffect && trueEffect <= result.estimate.high }
  }
}

extension EffectResult {
  /// Z within what bounds are compared with.
  var boundedZ: Double { min(SequentialBounds.farthest + 1, max(-SequentialBounds.farthest - 1, z)) }
}
