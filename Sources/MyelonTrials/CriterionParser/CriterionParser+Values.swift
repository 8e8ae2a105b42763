/// Values: words of the field's list, numbers with or without a unit.
extension CriterionParser {
  /// A value as written, before the units of its neighbours are known.
  struct Written {
    let token: CriterionToken
    let literal: CriterionLiteral
    /// Field's units in one of the unit written; `nil` where none is written.
    let unitSize: Double?
  }

  mutating func value(of field: CriterionField) throws(CriterionError) -> Written {
    let token = next
    guard case .number(let unit) = field.kind else { return try word(of: field) }
    guard case .number(let number) = token.kind else {
      throw wrongValue(of: field, required: field.kind.expectation, nearest: nil)
    }
    advance()
    return Written(token: token, literal: .number(number), unitSize: try unitSize(unit, of: field))
  }

  private mutating func word(of field: CriterionField) throws(CriterionError) -> Written {
    let token = next
    guard let name = token.freeName else {
      throw wrongValue(of: field, required: field.kind.expectation, nearest: nil)
    }
    guard let place = field.place(of: name) else {
      throw fault(
        .unknownWord, required: field.kind.expectation,
        nearest: CriterionNames.nearest(to: name, in: field.kind.words))
    }
    advance()
    return Written(token: token, literal: .place(place), unitSize: nil)
  }

  /// The fault of a token that is no value of the field: of the wrong type, or no value at all.
  func wrongValue(of field: CriterionField, required: String, nearest: String?) -> CriterionError {
    let isUnknown = next.keyword == "unknown" || next.keyword == "known"
    let hint = isUnknown ? " ('\(field.name) is \(next.text)' asks what is known)" : ""
    let isValue: Bool
    switch next.kind {
    case .number: isValue = true
    case .name: isValue = next.keyword == nil
    case .symbol, .end: isValue = false
    }
    return fault(isValue ? .wrongType : .unexpected, required: required + hint, nearest: nearest)
  }

  /// Reads a unit after a number, if a name stands there that is not a field's.
  private mutating func unitSize(
    _ unit: CriterionUnit?, of field: CriterionField
  ) throws(CriterionError) -> Double? {
    guard let name = next.freeName else { return nil }
    if let unit, let size = unit.size(of: name) {
      advance()
      return size
    }
    // `age > 18 ais = A` lacks an 'and', it has no strange unit.
    guard vocabulary.field(name) == nil else { return nil }
    let names = unit?.names ?? []
    throw fault(
      .unknownUnit,
      required: unit == nil
        ? "a number without unit ('\(field.name)' has none)" : CriterionNames.alternatives(units(of: field)),
      nearest: CriterionNames.nearest(to: name, in: names))
  }

  /// One name for each size of unit.
  private func units(of field: CriterionField) -> [String] {
    guard let unit = field.unit else { return [] }
    var seen: Set<Double> = [unit.size]
    return [unit.symbol] + unit.spellings.filter { seen.insert($0.size).inserted }.map(\.symbol)
  }

  /// Turns the numbers of one check into the field's unit.
  ///
  /// All have a unit, or none, or only the last, whose unit is then that of all: `between 2 and 6 weeks`.
  func agreed(_ values: [Written], of field: CriterionField) throws(CriterionError) -> [CriterionLiteral] {
    guard let unit = field.unit, let last = values.last else { return values.map(\.literal) }
    let bare = values.filter { $0.unitSize == nil }
    let isShared = bare.count == values.count - 1 && last.unitSize != nil
    guard bare.isEmpty || bare.count == values.count || isShared else {
      throw fault(
        .mixedUnits, at: bare[0].token,
        required: "a unit after every number, after the last only, or after none",
        found: "\(bare[0].token.found) without unit")
    }
    var literals: [CriterionLiteral] = []
    for value in values {
      literals.append(try converted(value, size: value.unitSize ?? last.unitSize ?? unit.size, to: unit))
    }
    return literals
  }

  private func converted(
    _ value: Written, size: Double, to unit: CriterionUnit
  ) throws(CriterionError) -> CriterionLiteral {
    guard case .number(let number) = value.literal, size != unit.size else { return value.literal }
    let converted = number * size / unit.size
    guard converted.isFinite, (converted == 0) == (number == 0) else {
      throw fault(
        .numberOutOfRange, at: value.token,
        required: "a number of a magnitude from 5e-324 to 1.7e308 in \(unit.symbol)")
    }
    return .number(converted)
  }

  /// A range from one value to another.
  func range(from low: Written, to high: Written, of field: CriterionField) throws(CriterionError)
    -> CriterionCondition
  {
    let ends = try agreed([low, high], of: field)
    guard ends[0] <= ends[1] else {
      throw fault(
        .emptyRange, at: low.token, required: "a range from the lesser to the greater value",
        found: "\(low.token.found) before \(high.token.found)")
    }
    return .isBetween(ends[0], ends[1])
  }
}
