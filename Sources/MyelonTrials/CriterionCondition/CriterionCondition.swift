/// What is asked of one field.
enum CriterionCondition: Sendable, Hashable {
  case compares(CriterionComparison, CriterionLiteral)
  /// One of several; at least one, ascending, none twice.
  case isOneOf([CriterionLiteral])
  /// Both ends belong to the range; the first is not greater than the second.
  case isBetween(CriterionLiteral, CriterionLiteral)
  case isYes
  case isKnown
  case isUnknown

  /// What it says of a value.
  func truth(of reading: CriterionReading) -> CriterionTruth {
    switch (self, reading) {
    case (.isKnown, _): return CriterionTruth(reading.isKnown)
    case (.isUnknown, _): return CriterionTruth(!reading.isKnown)
    case (.isYes, .flag(let flag)): return CriterionTruth(flag)
    case (_, .number(let number)): return CriterionTruth(holds(.number(number)))
    case (_, .place(let place)): return CriterionTruth(holds(.place(place)))
    default: return .unknown
    }
  }

  private func holds(_ value: CriterionLiteral) -> Bool {
    switch self {
    case .compares(let comparison, let literal): comparison.holds(value, literal)
    case .isOneOf(let literals): literals.contains(value)
    case .isBetween(let low, let high): low <= value && value <= high
    case .isYes, .isKnown, .isUnknown: false
    }
  }

  /// The condition after the field's name, as canonical texts write it; empty for a flag alone.
  func text(in field: CriterionField) -> String {
    let unit = field.unit.map { " " + $0.symbol } ?? ""
    switch self {
    case .compares(let comparison, let literal):
      return " \(comparison.rawValue) \(literal.text(in: field))\(unit)"
    case .isOneOf(let literals):
      return " in {" + literals.map { $0.text(in: field) }.joined(separator: ", ") + unit + "}"
    case .isBetween(let low, let high):
      return " between \(low.text(in: field)) and \(high.text(in: field))\(unit)"
    case .isYes: return ""
    case .isKnown: return " is known"
    case .isUnknown: return " is unknown"
    }
  }
}
