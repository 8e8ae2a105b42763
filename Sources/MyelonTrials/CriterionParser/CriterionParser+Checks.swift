/// Checks of one field.
///
///     check  = field [ test ]                                    a yes/no field may stand alone
///     test   = comparison value
///            | [ "not" ] "in" ( "{" value { "," value } "}" | "[" value "," value "]" )
///            | [ "not" ] "between" value "and" value
///            | "is" [ "not" ] ( "known" | "unknown" )
extension CriterionParser {
  mutating func check() throws(CriterionError) -> CriterionExpression {
    let token = next
    guard let name = token.freeName else {
      throw fault(.unexpected, required: "the name of a field, 'not' or '('")
    }
    guard let field = vocabulary.field(name) else {
      throw fault(.unknownField, required: "the name of a field", nearest: vocabulary.suggestion(for: name))
    }
    advance()
    if accept(keyword: "is") { return .check(CriterionCheck(field: field, condition: try knowledge())) }
    if case .flag = field.kind { return try flag(field) }
    if case .symbol(let symbol) = next.kind, let comparison = CriterionComparison(rawValue: symbol) {
      return .check(CriterionCheck(field: field, condition: try compared(comparison, of: field)))
    }
    let isNegated = accept(keyword: "not")
    let condition: CriterionCondition
    if accept(keyword: "in") {
      condition = try membership(of: field)
    } else if accept(keyword: "between") {
      condition = try range(of: field)
    } else {
      throw fault(
        .unexpected,
        required: isNegated
          ? "'in' or 'between'" : "a comparison, 'in', 'between' or 'is known' after '\(field.name)'")
    }
    let check = CriterionExpression.check(CriterionCheck(field: field, condition: condition))
    return isNegated ? .not(check) : check
  }

  private mutating func knowledge() throws(CriterionError) -> CriterionCondition {
    let isNegated = accept(keyword: "not")
    if accept(keyword: "known") { return isNegated ? .isUnknown : .isKnown }
    if accept(keyword: "unknown") { return isNegated ? .isKnown : .isUnknown }
    throw fault(
      .unexpected,
      required: isNegated
        ? "'known' or 'unknown'" : "'known' or 'unknown' ('=' where a value is meant)")
  }

  /// A yes/no field alone, or compared with yes or no.
  private mutating func flag(_ field: CriterionField) throws(CriterionError) -> CriterionExpression {
    let check = CriterionExpression.check(CriterionCheck(field: field, condition: .isYes))
    let token = next
    if case .symbol(let symbol) = token.kind, let comparison = CriterionComparison(rawValue: symbol) {
      guard !comparison.needsOrder else {
        throw fault(.noOrder, required: "'=' or '!=' ('\(field.name)' is yes or no and has no order)")
      }
      advance()
      let answer = try answer(of: field)
      return answer == (comparison == .equal) ? check : .not(check)
    }
    guard !["in", "between", "not"].contains(token.keyword ?? "") else {
      throw fault(.wrongType, required: "'\(field.name)' alone or with '= yes' or '= no'")
    }
    return check
  }

  private mutating func answer(of field: CriterionField) throws(CriterionError) -> Bool {
    switch next.freeName.map(CriterionNames.folded) {
    case "yes", "true":
      advance()
      return true
    case "no", "false":
      advance()
      return false
    default:
      throw wrongValue(of: field, required: "yes or no", nearest: nil)
    }
  }

  private mutating func compared(
    _ comparison: CriterionComparison, of field: CriterionField
  ) throws(CriterionError) -> CriterionCondition {
    guard field.kind.hasOrder || !comparison.needsOrder else {
      throw fault(.noOrder, required: "'=', '!=' or 'in' (the words of '\(field.name)' have no order)")
    }
    advance()
    let values = try agreed([try value(of: field)], of: field)
    return .compares(comparison, values[0])
  }

  private mutating func membership(of field: CriterionField) throws(CriterionError) -> CriterionCondition {
    let opening = next
    if accept(symbol: "{") {
      var values = [try value(of: field)]
      while accept(symbol: ",") { values.append(try value(of: field)) }
      guard accept(symbol: "}") else {
        throw fault(.unexpected, required: "',' or the '}' for the '{' in column \(opening.column)")
      }
      return .isOneOf(Set(try agreed(values, of: field)).sorted())
    }
    guard next.kind == .symbol("[") else {
      throw fault(.unexpected, required: "'{' for a list or '[' for a range")
    }
    try checkOrder(of: field)
    advance()
    let low = try value(of: field)
    guard accept(symbol: ",") else {
      throw fault(.unexpected, required: "',' and the second end of the range")
    }
    let high = try value(of: field)
    guard accept(symbol: "]") else {
      throw fault(.unexpected, required: "']' (a range has two ends, a list stands in { })")
    }
    return try range(from: low, to: high, of: field)
  }

  private mutating func range(of field: CriterionField) throws(CriterionError) -> CriterionCondition {
    try checkOrder(of: field)
    let low = try value(of: field)
    guard accept(keyword: "and") else {
      throw fault(.unexpected, required: "'and' and the second end of the range")
    }
    return try range(from: low, to: try value(of: field), of: field)
  }

  private func checkOrder(of field: CriterionField) throws(CriterionError) {
    guard field.kind.hasOrder else {
      throw fault(
        .noOrder,
        required: "a list in { } (a range needs an order, and the words of '\(field.name)' have none)")
    }
  }
}
