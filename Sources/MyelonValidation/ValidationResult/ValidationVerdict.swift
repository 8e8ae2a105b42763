/// What the comparison of a published finding with the simulated one says.
public enum ValidationVerdict: String, Sendable, Hashable, Codable, CaseIterable {
  /// Within what the errors of both sides explain, or the published sign by more than the smallest effect.
  case agrees
  /// The published sign, but smaller than the smallest effect that a paper could have seen.
  case tooSmall = "right sign, too small"
  /// The simulated number is higher than that.
  case tooHigh = "too high"
  /// The simulated number is lower than that.
  case tooLow = "too low"
  /// An effect where none was found, none where one was found, or the opposite sign.
  case wrongSign = "wrong sign"
  /// No animal gave a number.
  case unknown = "not read"
}
