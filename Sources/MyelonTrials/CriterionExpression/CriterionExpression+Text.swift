extension CriterionExpression {
  /// The canonical text: one spelling for each meaning of operators, names and units.
  ///
  /// `and` inside `or` stands in parentheses although it binds closer, so that no reader has to know it.
  var text: String {
    switch self {
    case .check(let check): check.text
    case .not(let inner): "not " + inner.grouped
    case .all(let parts): parts.map(\.grouped).joined(separator: " and ")
    case .any(let parts): parts.map(\.grouped).joined(separator: " or ")
    }
  }

  private var grouped: String {
    switch self {
    case .check, .not: text
    case .all, .any: "(" + text + ")"
    }
  }
}

extension CriterionExpression {
  /// How deep parentheses and `not` are nested in the canonical text.
  var nesting: Int {
    switch self {
    case .check: 0
    case .not(let inner): 1 + inner.groupedNesting
    case .all(let parts), .any(let parts): parts.map(\.groupedNesting).max() ?? 0
    }
  }

  private var groupedNesting: Int {
    switch self {
    case .check, .not: nesting
    case .all, .any: nesting + 1
    }
  }
}
