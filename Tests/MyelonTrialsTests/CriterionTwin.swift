import MyelonTestSupport
import MyelonTrials

/// A plain criterion of its own: random trees, their texts in random spellings, and their truth by other means.
///
/// Nothing of the library is used to evaluate it: truths are 0, 1/2 and 1 with minimum, maximum and 1 - x; AIS
/// grades are compared as letters, levels by region and number.
indirect enum CriterionTwin {
  case compare(field: String, sign: String, value: Scalar)
  case list(field: String, values: [Scalar])
  case span(field: String, low: Scalar, high: Scalar)
  case flag(String)
  case known(field: String, isKnown: Bool)
  case not(CriterionTwin)
  case group(isAll: Bool, parts: [CriterionTwin])

  enum Scalar: Hashable {
    case number(Double)
    case word(String)
  }

  typealias Person = [String: CriterionValue]

  // MARK: - Truth

  func truth(_ person: Person) -> Double {
    switch self {
    case .compare(let field, let sign, let value):
      guard let key = Self.key(person[field], field), let limit = Self.key(value, field) else { return 0.5 }
      let holds =
        switch sign {
        case "=": key == limit
        case "!=": key != limit
        case "<": key < limit
        case "<=": !(key > limit)
        case ">": key > limit
        default: !(key < limit)
        }
      return holds ? 1 : 0
    case .list(let field, let values):
      guard let key = Self.key(person[field], field) else { return 0.5 }
      return values.contains { Self.key($0, field) == key } ? 1 : 0
    case .span(let field, let low, let high):
      guard let key = Self.key(person[field], field), let from = Self.key(low, field),
        let to = Self.key(high, field)
      else { return 0.5 }
      return key < from || key > to ? 0 : 1
    case .flag(let field):
      guard case .flag(let flag)? = person[field] else { return 0.5 }
      return flag ? 1 : 0
    case .known(let field, let isKnown): return (person[field] != nil) == isKnown ? 1 : 0
    case .not(let inner): return 1 - inner.truth(person)
    case .group(let isAll, let parts):
      let truths = parts.map { $0.truth(person) }
      return isAll ? truths.min() ?? 1 : truths.max() ?? 0
    }
  }

  private static func key(_ value: CriterionValue?, _ field: String) -> Double? {
    switch value {
    case .number(let number): key(.number(number), field)
    case .word(let word): key(.word(word), field)
    case .flag, nil: nil
    }
  }

  /// A number in which equal values are equal and greater ones greater.
  static func key(_ value: Scalar, _ field: String) -> Double? {
    switch value {
    case .number(let number): return number
    case .word(let word):
      guard field == "level" else {
        // AIS grades by their letter; words without order by all their bytes.
        return word.utf8.reduce(0.0) { $0 * 31 + Double($1) }
      }
      let region = ["C": 100.0, "T": 200, "L": 300, "S": 400][String(word.prefix(1))]
      let digits = word.dropFirst().prefix { $0.isNumber }
      guard let region, let number = Double(digits) else { return nil }
      return region + number
    }
  }
}
