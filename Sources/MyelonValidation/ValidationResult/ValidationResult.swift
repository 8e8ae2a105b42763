import MyelonStatistics

/// A published finding beside the simulated one.
public struct ValidationResult: Sendable {
  /// The experiment.
  public let study: ValidationStudy
  /// The finding.
  public let row: ValidationRow
  /// The simulated number of each animal; one number of all animals in a correlation and a standardised difference.
  public let values: [Double]
  /// Mean of the arm that is compared with; nil without a comparison.
  public let reference: Double?
  /// Inputs of the baselines for the arm and its reference.
  let inputs: BaselineInput?

  /// Number of animals.
  public var count: Int { values.count }

  /// Mean over animals; nil without any.
  public var mean: Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// Standard deviation between animals; nil with fewer than two.
  public var deviation: Double? {
    guard let mean, values.count > 1 else { return nil }
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
  }

  /// Distance of the simulated from the published number in standard errors of their difference; nil without a number.
  public var distance: Double? {
    guard let value = row.value, let error = row.publishedError, let mean else { return nil }
    let own = (deviation ?? 0) / Double(max(1, count)).squareRoot()
    let total = (error * error + own * own).squareRoot()
    return mean == value ? 0 : (mean - value) / max(total, 1e-9)
  }

  /// Effects of the animals: zero means none.
  private var effects: [Double] { row.comparedAs == .ratio ? values.map { $0 - 1 } : values }

  /// Share, as a probability, of so uneven a split of signs by chance (two-sided sign test; animals without a difference
  /// are left out); 1 without any difference.
  public var signTest: Double {
    let (up, down) = (effects.count { $0 > 0 }, effects.count { $0 < 0 })
    let total = up + down
    guard total > 0 else { return 1 }
    let extreme = max(up, down)
    var tail = 0.0
    for hits in extreme...total {
      tail += Self.choose(total, hits) * Self.halfPower(total)
    }
    return min(1, 2 * tail)
  }

  private static func choose(_ n: Int, _ k: Int) -> Double {
    guard k > 0 else { return 1 }
    return (1...k).reduce(1.0) { $0 * Double(n - k + $1) / Double($1) }
  }

  private static func halfPower(_ n: Int) -> Double { (0..<n).reduce(1.0) { power, _ in power / 2 } }

  /// The sign of the simulated effect: that of the mean, if animals agree on it and it is not too small.
  public var sign: ValidationRow.Direction? {
    guard !effects.isEmpty else { return nil }
    let effect = effects.reduce(0, +) / Double(effects.count)
    let smallest = EffectThreshold.value(of: row, reference: reference ?? 0)
    guard signTest < 0.05, abs(effect) >= smallest, effect != 0 else { return .unchanged }
    return effect > 0 ? .up : .down
  }

  /// The published sign: that of the number, if it is not below the smallest effect; nil for what is no comparison.
  public var publishedSign: ValidationRow.Direction? {
    guard row.isEffect else { return nil }
    if let direction = row.direction { return direction }
    guard let value = row.value else { return nil }
    let effect = row.comparedAs == .ratio ? value - 1 : value
    guard abs(effect) >= EffectThreshold.value(of: row, reference: reference ?? 0), effect != 0 else {
      return .unchanged
    }
    return effect > 0 ? .up : .down
  }

  /// What the comparison says, at a level of 5 %.
  public var verdict: ValidationVerdict {
    guard let mean else { return .unknown }
    if let low = row.atLeast, mean < low { return .tooLow }
    if let high = row.atMost, mean > high { return .tooHigh }
    if let distance { return abs(distance) <= 1.96 ? .agrees : distance > 0 ? .tooHigh : .tooLow }
    guard let direction = row.direction else { return .agrees }
    guard direction != sign else { return .agrees }
    let isRightSign = (direction == .up && mean > 0) || (direction == .down && mean < 0)
    return isRightSign ? .tooSmall : .wrongSign
  }
}
