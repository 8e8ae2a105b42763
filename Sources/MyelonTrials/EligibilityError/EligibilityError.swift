/// The rules of a protocol that cannot be read, all of them.
public struct EligibilityError: Error, Sendable, Hashable {
  /// A rule that cannot be read.
  public struct Fault: Sendable, Hashable {
    /// Which rule.
    public let position: EligibilityPosition
    /// What is wrong with its text.
    public let error: CriterionError
  }

  /// In the order of the protocol, at least one.
  public let faults: [Fault]
}

extension EligibilityError: CustomStringConvertible {
  /// Each fault with its rule, and the rule's text with a caret under the fault.
  public var description: String {
    faults.map { "\($0.position): \($0.error)" }.joined(separator: "\n")
  }
}
