import MyelonQuantities

/// What a record says of one field.
public enum CriterionValue: Sendable, Hashable {
  /// A number in the field's unit.
  case number(Double)
  /// One of the field's words.
  case word(String)
  /// Yes (`true`) or no.
  case flag(Bool)
}

extension CriterionValue: CustomStringConvertible {
  /// The value as messages print it.
  public var description: String {
    switch self {
    case .number(let number): number.shortestText
    case .word(let word): "'\(CriterionNames.excerpt(word))'"
    case .flag(let flag): flag ? "yes" : "no"
    }
  }
}
