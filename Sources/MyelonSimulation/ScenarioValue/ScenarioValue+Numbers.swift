import MyelonQuantities

extension ScenarioValue {
  /// The number that a text is, or nil: decimal digits, a point, a sign and an exponent, nothing else.
  package static func number(in text: some StringProtocol) -> Double? {
    guard let first = text.first, "0123456789+-.".contains(first) else { return nil }
    guard text.allSatisfy({ "0123456789+-.eE".contains($0) }) else { return nil }
    guard let number = Double(String(text)), number.isFinite else { return nil }
    return number
  }

  /// A number in a range; must be written without quotes.
  package func number(_ limit: ScenarioLimit) -> Double? {
    guard let number = number("a number") else { return nil }
    return checked(number, limit, shown: ShownText.plain(scalarText))
  }

  /// Any finite number; must be written without quotes.
  package func number(_ required: String) -> Double? {
    guard let (text, isPlain) = scalar(required) else { return nil }
    guard isPlain, let number = Self.number(in: text) else {
      let hint = !isPlain && Self.number(in: text) != nil ? " without quotes" : ""
      add(.wrongType, "\(required)\(hint) is required", found: ShownText.quoted(text))
      return nil
    }
    return number
  }

  /// A whole number that is not negative; must be written without quotes.
  package func wholeNumber() -> UInt64? {
    guard let (text, isPlain) = scalar("a whole number") else { return nil }
    if isPlain, text.allSatisfy({ $0.isASCII && $0.isNumber }), let number = UInt64(text) { return number }
    let isNumber = isPlain && Self.number(in: text) != nil
    add(
      isNumber ? .outOfRange : .wrongType, "a whole number is required", found: ShownText.quoted(text),
      allowed: "0 to \(UInt64.max)")
    return nil
  }

  /// A quantity with its unit, in the working unit of its dimension.
  ///
  /// - Parameters:
  ///   - dimension: what it must measure.
  ///   - limit: the range it must lie in.
  ///   - word: a word that the caller takes instead of a quantity, for messages.
  /// - Returns: the value, or nil with a finding.
  package func quantity(
    as dimension: MyelonQuantities.Unit.Dimension, _ limit: ScenarioLimit, or word: String? = nil
  ) -> Double? {
    guard let quantity = quantity(as: dimension, or: word) else { return nil }
    let isBare = quantity.unit.symbol == "fraction" && !scalarText.contains("fraction")
    let hint =
      isBare && quantity.magnitude > 1 ? " (without a unit a fraction of one; write per cent as %)" : ""
    return checked(quantity.workingValue, limit, shown: ShownText.plain(scalarText) + hint)
  }

  /// A quantity in a stated unit; the number is kept as written when it is written in that unit.
  ///
  /// - Parameters:
  ///   - dimension: what it must measure.
  ///   - symbol: the unit of the result.
  ///   - limit: the range that the result must lie in.
  ///   - word: a word that the caller takes instead of a quantity, for messages.
  /// - Returns: the value, or nil with a finding.
  package func quantity(
    as dimension: MyelonQuantities.Unit.Dimension, in symbol: String, _ limit: ScenarioLimit,
    or word: String? = nil
  ) -> Double? {
    guard let quantity = quantity(as: dimension, or: word) else { return nil }
    let target = MyelonQuantities.Unit.all.first { $0.symbol == symbol && $0.dimension == dimension }
    let value =
      quantity.unit.symbol == symbol ? quantity.magnitude : quantity.workingValue / (target?.factor ?? 1)
    return checked(value, limit, shown: ShownText.plain(scalarText))
  }

  /// A quantity with its unit, as written.
  package func quantity(as dimension: MyelonQuantities.Unit.Dimension, or word: String? = nil) -> Quantity? {
    let symbols = MyelonQuantities.Unit.all.filter { $0.dimension == dimension }.map(\.symbol)
    let instead = word.map { ", or \($0)" } ?? ""
    let allowed = "a number with one of \(symbols.joined(separator: ", "))\(instead)"
    guard let (text, _) = scalar("a number with a unit") else { return nil }
    do {
      return try Quantity(text, as: dimension)
    } catch {
      let found = ShownText.quoted(text)
      switch error {
      case .notANumber:
        let nearest = word.flatMap { SuggestedName.of(text, in: [$0]) }
        add(.wrongType, "a number with a unit is required", found: found, allowed: allowed, nearest: nearest)
      case .missingUnit:
        add(.wrongUnit, "the unit is missing", found: found, allowed: allowed)
      case .wrongDimension(_, let wrong, let required):
        add(
          .wrongUnit, "\(Self.words(for: required)) is required, not \(Self.words(for: wrong))", found: found,
          allowed: allowed)
      case .unknownUnit(_, let symbol, _, _):
        add(
          .wrongUnit, "the unit \(ShownText.quoted(symbol)) is not known", found: found, allowed: allowed,
          nearest: SuggestedName.of(symbol, in: symbols))
      }
      return nil
    }
  }

  /// A time in days: a bare number counts days, anything else carries its unit.
  package func days() -> Double? {
    if case .scalar(let text, isPlain: true) = node.content, let number = Self.number(in: text) {
      return number
    }
    return quantity(as: .time, or: "a bare number of days").map { $0.workingValue / 24 }
  }

  /// The number when it lies in the range; a finding with the reason otherwise.
  package func checked(_ number: Double, _ limit: ScenarioLimit, shown: String) -> Double? {
    if limit.contains(number) { return number }
    add(.outOfRange, "out of range", found: shown, allowed: "\(limit.text) (\(limit.reason))")
    return nil
  }

  /// The text of a scalar, empty for anything else; for messages.
  package var scalarText: String {
    guard case .scalar(let text, _) = node.content else { return "" }
    return text
  }

  private static func words(for dimension: MyelonQuantities.Unit.Dimension) -> String {
    switch dimension {
    case .length: "a length"
    case .time: "a time"
    case .mass: "a mass"
    case .force: "a force"
    case .fraction: "a fraction"
    case .age: "an age"
    case .volume: "a volume"
    case .amount: "an amount by mass"
    case .activity: "an amount of enzyme activity"
    case .rate: "a rate"
    case .dosePerWeight: "a dose for the body's weight"
    case .secretion: "a secretion by mass"
    case .enzymeSecretion: "a secretion of enzyme activity"
    case .serumConcentration: "a concentration in serum"
    case .stiffness: "a stiffness"
    case .endotoxin: "a concentration of endotoxin"
    case .frequency: "a frequency"
    case .current: "an electric current"
    case .pulseWidth: "a width of a pulse"
    }
  }
}
