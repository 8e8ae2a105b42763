/// A kept state that is cut short or too long.
public struct StateError: Error, Equatable, CustomStringConvertible {
  /// Bytes that the next value needs.
  public let required: Int
  /// Bytes that are left.
  public let found: Int

  /// States that so many bytes were required and so many found.
  public init(required: Int, found: Int) {
    self.required = required
    self.found = found
  }

  /// What is wrong, in words.
  public var description: String {
    found < required
      ? "the state is cut short: \(required) bytes required, \(found) found"
      : "the state is too long: \(required) bytes required, \(found) found"
  }
}
