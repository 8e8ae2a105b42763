/// Why numbers cannot be analysed as asked.
public enum StatisticsError: Error, Equatable, Codable, CustomStringConvertible {
  /// Fewer values than the method needs.
  case tooFew(what: String, required: Int, found: Int)
  /// Two series that belong together have different lengths.
  case lengthMismatch(what: String, required: Int, found: Int)
  /// A value is not a finite number.
  case notFinite(what: String, index: Int)
  /// A number lies outside of what the method is defined for.
  case outOfRange(what: String, allowed: String, found: Double)
  /// All values are the same where the method needs them to differ.
  case noVariation(what: String)
  /// A matrix that must be invertible is not: columns depend on each other, or there are too few rows.
  case singular(what: String)
  /// An iteration did not settle.
  case notConverged(what: String, iterations: Int)

  /// What was required, what was found and what to do.
  public var description: String {
    switch self {
    case .tooFew(let what, let required, let found):
      "At least \(required) \(what) are needed; found \(found): add some"
    case .lengthMismatch(let what, let required, let found):
      "\(required) \(what) are needed; found \(found): give one for each"
    case .notFinite(let what, let index):
      "\(what) must be finite numbers; number \(index) (from 0) is not: leave it out or repeat what failed"
    case .outOfRange(let what, let allowed, let found):
      "\(what) must be \(allowed); found \(found)"
    case .noVariation(let what):
      "\(what) must differ from each other; all are the same: nothing can be told from them"
    case .singular(let what):
      "\(what) must be independent of each other; they are not: remove redundant columns or add rows"
    case .notConverged(let what, let iterations):
      "\(what) must settle; it did not in \(iterations) iterations: look for separated or scarce categories"
    }
  }
}

extension StatisticsError {
  /// Throws if a value is not finite.
  static func requireFinite(_ values: [Double], _ what: String) throws(StatisticsError) {
    if let index = values.firstIndex(where: { !$0.isFinite }) { throw .notFinite(what: what, index: index) }
  }

  /// Throws if there are too few values.
  static func requireCount(_ values: [Double], atLeast required: Int, _ what: String) throws(StatisticsError)
  {
    guard values.count >= required else { throw .tooFew(what: what, required: required, found: values.count) }
  }

  /// Throws if a length is not the required one.
  static func requireLength(_ found: Int, _ required: Int, _ what: String) throws(StatisticsError) {
    guard found == required else { throw .lengthMismatch(what: what, required: required, found: found) }
  }

  /// Throws if a number is not strictly inside (0, 1).
  static func requireProbability(_ value: Double, _ what: String) throws(StatisticsError) {
    guard value > 0, value < 1 else {
      throw .outOfRange(what: what, allowed: "between 0 and 1, both excluded", found: value)
    }
  }

  /// Throws if a shape or number of degrees of freedom lies outside of what the incomplete functions serve.
  static func requireShape(_ value: Double, _ what: String) throws(StatisticsError) {
    guard value > 0, value <= largestShape else {
      throw .outOfRange(what: what, allowed: "positive and at most 1e8", found: value)
    }
  }

  /// Largest shape for which series and fractions of some ten thousand steps converge.
  static let largestShape = 1e8

  /// Throws if a number is not positive and finite.
  static func requirePositive(_ value: Double, _ what: String) throws(StatisticsError) {
    guard value > 0, value.isFinite else {
      throw .outOfRange(what: what, allowed: "positive and finite", found: value)
    }
  }
}
