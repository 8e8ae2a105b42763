/// The range that one number of a scenario file must lie in, and why.
public struct ScenarioLimit: Sendable, Hashable {
  /// Smallest and largest allowed value, in the working unit.
  public let range: ClosedRange<Double>
  /// True when the smallest value itself is not allowed.
  public let excludesLowest: Bool
  /// The range as a user would write it, with units.
  public let text: String
  /// Why the range ends where it does.
  public let reason: String

  /// Declares a range.
  ///
  /// - Parameters:
  ///   - range: smallest and largest allowed value, in the working unit.
  ///   - excludesLowest: true when the smallest value itself is not allowed.
  ///   - text: the range as a user would write it.
  ///   - reason: why it ends where it does.
  public init(_ range: ClosedRange<Double>, excludesLowest: Bool = false, _ text: String, _ reason: String) {
    self.range = range
    self.excludesLowest = excludesLowest
    self.text = text
    self.reason = reason
  }

  /// True when the value lies in the range.
  public func contains(_ value: Double) -> Bool {
    range.contains(value) && !(excludesLowest && value == range.lowerBound)
  }
}
