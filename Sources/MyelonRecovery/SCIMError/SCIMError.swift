/// Why something is not a score of SCIM III.
public enum SCIMError: Error, Equatable, Sendable, CustomStringConvertible {
  /// An item is missing.
  case missingItem(SCIMItem)
  /// An item has a value that the scale does not know.
  case inadmissible(SCIMItem, found: Int)
  /// A score in the examination was not testable, so what it permits is not known.
  case notTestable(count: Int)
  /// The age is not a number of years from 0 up.
  case invalidAge(Double)
  /// The time since injury is not a number of days from 0 up.
  case invalidDays(Double)

  /// What is required, what was found and what to do.
  public var description: String {
    switch self {
    case .missingItem(let item):
      "SCIM III requires all 19 items; '\(item.rawValue)' is missing: give its value."
    case .inadmissible(let item, let found):
      "SCIM III item '\(item.rawValue)' requires one of "
        + item.admissibleValues.map(String.init).joined(separator: ", ") + "; found \(found)."
    case .notTestable(let count):
      "SCIM III from an examination requires every item tested; found \(count) not testable: score them first."
    case .invalidAge(let age): "The age must be 0 years or more; found \(age) years."
    case .invalidDays(let days): "The time since injury must be 0 d or more; found \(days) d."
    }
  }
}
