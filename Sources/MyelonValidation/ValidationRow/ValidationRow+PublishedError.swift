extension ValidationRow {
  /// Standard error of the published number; nil for what is no number.
  public var publishedError: Double? {
    guard let value else { return nil }
    guard let spread, let kind = spreadIs else {
      return max(Self.assumedError * abs(value), isFunction ? EffectThreshold.locomotion : 0)
    }
    switch kind {
    case .deviation: return spread / Double(n ?? Self.assumedAnimals).squareRoot()
    case .error: return spread
    case .uncertainty, .interval95: return spread / 1.96
    }
  }

  /// Relative standard error of a number published without one; assumed because means of small groups of animals are rarely
  /// better known.
  static let assumedError = 0.15
  /// Animals of a group of which the number is not given; assumed, usual in these experiments.
  static let assumedAnimals = 8
}
