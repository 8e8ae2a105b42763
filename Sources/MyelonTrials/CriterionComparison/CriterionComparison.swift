/// A comparison of a value with a literal.
enum CriterionComparison: String, Sendable, Hashable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// Whether it asks for an order.
  var needsOrder: Bool { self != .equal && self != .notEqual }

  /// Whether it holds between a value and a literal.
  func holds<Value: Comparable>(_ value: Value, _ literal: Value) -> Bool {
    switch self {
    case .equal: value == literal
    case .notEqual: value != literal
    case .less: value < literal
    case .lessOrEqual: value <= literal
    case .greater: value > literal
    case .greaterOrEqual: value >= literal
    }
  }
}
