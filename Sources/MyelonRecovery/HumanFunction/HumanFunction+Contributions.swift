import MyelonAnatomy

extension HumanFunction {
  /// What each kind of connection contributes below the injury, as drive, as sensation and as points.
  func contributions(to state: FunctionalState, reading: CordReading) -> FunctionContributions {
    let motorBelow = keyMuscles.map { reading.isBelow($0.keySegment ?? "") }
    let sensoryBelow = (0..<28).map { reading.isBelow(dermatome: $0) }
    // Points are attributed wherever any connection passes the injured segment, so that none gained there is missed.
    let motorHit = keyMuscles.map { pool in
      pool.shares.contains { reading.isBelow($0.segment, includingInjured: true) }
    }
    let sensoryHit = (0..<28).map { reading.isBelow(dermatome: $0, includingInjured: true) }
    return FunctionContributions(
      motorDrive: Self.mean(state.driveShares, where: motorBelow),
      lightTouch: Self.mean(state.touchShares, where: sensoryBelow),
      pinPrick: Self.mean(state.prickShares, where: sensoryBelow),
      scores: [
        Self.attribution(
          "motor_score", of: state.driveShares, values: state.strength, highest: 5, where: motorHit,
          curve: parameters.motorCurve),
        Self.attribution(
          "light_touch_score", of: state.touchShares, values: state.lightTouch, highest: 2,
          where: sensoryHit, curve: parameters.sensoryCurve),
        Self.attribution(
          "pin_prick_score", of: state.prickShares, values: state.pinPrick, highest: 2, where: sensoryHit,
          curve: parameters.sensoryCurve),
      ])
  }

  /// Mean of both sides over the chosen places; over all when none is chosen.
  private static func mean(_ shares: [[PathwayShares]], where chosen: [Bool]) -> PathwayShares {
    let places = chosen.indices.filter { chosen[$0] }
    let used = places.isEmpty ? Array(chosen.indices) : places
    var sum = PathwayShares.none
    for side in shares {
      for place in used { sum += side[place] }
    }
    return sum * (1 / Double(2 * used.count))
  }

  /// Points of a score: those of the places that are not chosen as the baseline, the others by source.
  private static func attribution(
    _ measure: String, of shares: [[PathwayShares]], values: [[Double]], highest: Double,
    where chosen: [Bool], curve: ResponseCurve
  ) -> ScoreAttribution {
    var baseline = 0.0
    var points = PathwayShares.none
    for (side, values) in zip(shares, values) {
      for place in chosen.indices {
        if chosen[place] {
          points += side[place].attributed(by: curve.response) * highest
        } else {
          baseline += highest * values[place]
        }
      }
    }
    return ScoreAttribution(measure: measure, baseline: baseline, points: points)
  }
}
