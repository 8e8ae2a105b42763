/// The place of a rule in a protocol: `inclusion 1`, `exclusion 3`.
public struct EligibilityPosition: Sendable, Hashable, Comparable {
  /// The two lists of rules.
  public enum List: String, Sendable, Hashable, CaseIterable {
    /// Rules that have to be met.
    case inclusion
    /// Rules that must not be met.
    case exclusion
  }

  /// The list.
  public let list: List
  /// The place in the list, from 1.
  public let number: Int

  /// A place.
  ///
  /// - Parameters:
  ///   - list: the list.
  ///   - number: the place in it, from 1.
  public init(_ list: List, _ number: Int) {
    self.list = list
    self.number = number
  }

  /// The order in which rules are applied: inclusions first, each list from its top.
  public static func < (first: EligibilityPosition, second: EligibilityPosition) -> Bool {
    guard first.list == second.list else { return first.list == .inclusion }
    return first.number < second.number
  }
}

extension EligibilityPosition: CustomStringConvertible {
  /// The list and the place.
  public var description: String { "\(list.rawValue) \(number)" }
}
