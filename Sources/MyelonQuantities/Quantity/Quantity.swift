/// A number with its unit, as a scenario file writes it: `"0.5 mm"`, `"12 h"`, `"60 %"`.
public struct Quantity: Sendable, Hashable {
  /// The number as written.
  public let magnitude: Double
  /// The unit as written.
  public let unit: Unit

  /// The value in the working unit of its dimension.
  public var workingValue: Double { magnitude * unit.factor }

  /// Reads a quantity of a known dimension.
  ///
  /// - Parameters:
  ///   - text: a number, then a unit, with or without a space between; a fraction may stand without a unit.
  ///   - dimension: what the quantity must measure.
  /// - Throws: `QuantityError` when the number or the unit cannot be read or measures something else.
  public init(_ text: String, as dimension: Unit.Dimension) throws(QuantityError) {
    let trimmed = text.drop { $0.isWhitespace }
    let numeral = trimmed.prefix { $0.isNumber || "+-.eE".contains($0) }
    let numberText = Quantity.withoutUnitLetters(String(numeral))
    let unitText = trimmed.dropFirst(numberText.count).drop { $0.isWhitespace }
    let symbol = String(unitText.reversed().drop { $0.isWhitespace }.reversed())
    guard let number = Double(numberText), number.isFinite else {
      throw .notANumber(text: text, dimension: dimension)
    }
    if symbol.isEmpty {
      guard dimension == .fraction, let bare = Unit.all.first(where: { $0.symbol == "fraction" }) else {
        throw .missingUnit(text: text, dimension: dimension)
      }
      magnitude = number
      unit = bare
      return
    }
    let plain = symbol.replacingMicroSign
    if let match = Unit.all.first(where: { $0.symbol == plain && $0.dimension == dimension }) {
      magnitude = number
      unit = match
      return
    }
    if let other = Unit.all.first(where: { $0.symbol == plain }) {
      throw .wrongDimension(text: text, found: other.dimension, required: dimension)
    }
    throw .unknownUnit(
      text: text, symbol: symbol, dimension: dimension,
      nearest: NearestName.of(plain, in: Unit.all.filter { $0.dimension == dimension }.map(\.symbol)))
  }

  /// Drops a trailing `e` or `E` that belongs to the unit and not to an exponent.
  private static func withoutUnitLetters(_ numeral: String) -> String {
    var text = numeral
    while let last = text.last, "eE+-".contains(last) { text.removeLast() }
    return text
  }
}

extension String {
  /// The text with either Unicode micro sign written as `u`.
  fileprivate var replacingMicroSign: String {
    String(map { $0 == "\u{B5}" || $0 == "\u{3BC}" ? "u" : $0 })
  }
}
