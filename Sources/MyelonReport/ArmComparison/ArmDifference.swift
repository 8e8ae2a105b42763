/// One outcome of an arm against that of another.
public struct ArmDifference: Sendable, Hashable, Codable {
  /// The measure.
  public let measure: OutcomeMeasure
  /// What the arm came to, or nil.
  public let value: ArmOutcomes.Value?
  /// What the reference came to, or nil.
  public let reference: ArmOutcomes.Value?
  /// Arm minus reference; nil where one of them has no number.
  public let difference: Double?
  /// What may be read into it.
  public let verdict: Verdict

  /// What may be read into a difference.
  public enum Verdict: String, Sendable, Hashable, Codable {
    /// One of both has no number.
    case incomparable
    /// There is none beyond rounding and the length of steps.
    case none
    /// It is below the smallest that means anything.
    case tooSmall
    /// It reaches the smallest that means anything and is in the subject's favour.
    case better
    /// It reaches the smallest that means anything and is to the subject's harm.
    case worse
    /// There is one, but no smallest difference is agreed on for this measure.
    case noThreshold
  }

  /// Share of a value below which a difference counts as none.
  ///
  /// Assumed because an intervention alone changes where steps end, and with it the last digits of everything.
  public static let nullShare = 0.001

  /// Compares two outcomes.
  public init(_ measure: OutcomeMeasure, value: ArmOutcomes.Value?, reference: ArmOutcomes.Value?) {
    self.measure = measure
    self.value = value
    self.reference = reference
    guard let first = value?.number, let second = reference?.number else {
      difference = nil
      verdict = .incomparable
      return
    }
    let size = max(abs(first), abs(second))
    let change = abs(first - second) <= Self.nullShare * size ? 0 : first - second
    difference = change
    verdict = Self.verdict(change, measure)
  }

  /// What may be read into a difference of a measure.
  static func verdict(_ change: Double, _ measure: OutcomeMeasure) -> Verdict {
    guard change != 0 else { return .none }
    guard let smallest = measure.smallest, let isMoreBetter = measure.isMoreBetter else {
      return .noThreshold
    }
    guard abs(change) >= smallest.value else { return .tooSmall }
    return (change > 0) == isMoreBetter ? .better : .worse
  }
}
