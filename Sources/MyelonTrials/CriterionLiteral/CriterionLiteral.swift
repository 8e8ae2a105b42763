import MyelonQuantities

/// A value written in a criterion, after its type and unit were checked.
enum CriterionLiteral: Sendable, Hashable, Comparable {
  /// A number in the field's unit.
  case number(Double)
  /// The place of a word in the field's list.
  case place(Int)

  /// The literal without its unit, as canonical texts write it.
  func text(in field: CriterionField) -> String {
    switch self {
    case .number(let number): number.shortestText
    case .place(let place): field.kind.words[place]
    }
  }
}
