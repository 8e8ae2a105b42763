/// Text that is not a quantity of the required kind.
public enum QuantityError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No number at the start.
  case notANumber(text: String, dimension: Unit.Dimension)
  /// A number without a unit where one is needed.
  case missingUnit(text: String, dimension: Unit.Dimension)
  /// A unit of another kind of quantity.
  case wrongDimension(text: String, found: Unit.Dimension, required: Unit.Dimension)
  /// A unit that is not known.
  case unknownUnit(text: String, symbol: String, dimension: Unit.Dimension, nearest: String?)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .notANumber(let text, let dimension):
      "Expected a number with a unit (\(Self.units(of: dimension))); found '\(text)'."
    case .missingUnit(let text, let dimension):
      "'\(text)' has no unit: write it as '\(text) \(Self.example(of: dimension))' "
        + "(allowed: \(Self.units(of: dimension)))."
    case .wrongDimension(let text, let found, let required):
      "'\(text)' is a quantity of \(found), but \(required) is required here "
        + "(allowed units: \(Self.units(of: required)))."
    case .unknownUnit(let text, let symbol, let dimension, let nearest):
      "'\(text)' has the unknown unit '\(symbol)'\(nearest.map { "; did you mean '\($0)'?" } ?? ".") "
        + "Allowed: \(Self.units(of: dimension))."
    }
  }

  private static func units(of dimension: Unit.Dimension) -> String {
    Unit.all.filter { $0.dimension == dimension }.map(\.symbol).joined(separator: ", ")
  }

  private static func example(of dimension: Unit.Dimension) -> String {
    Unit.all.first { $0.dimension == dimension }?.symbol ?? dimension.rawValue
  }
}
