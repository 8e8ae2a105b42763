/// When a trial stops early because success has become unlikely; the last look has no bound of its own.
public enum FutilityBoundary: Sendable, Hashable {
  /// Spending of the type II error (Pampallona, Tsiatis & Kim 2001, doi:10.1177/009286150103500408).
  ///
  /// Binding bounds are counted on in the bounds for success, which come out lower; if such a trial goes on after crossing one,
  /// its significance level is exceeded. Without binding, the level holds whatever is done.
  case spending(SpendingFunction, isBinding: Bool)
  /// Bounds on Z set by hand for all looks but the last, not binding.
  case given([Double])

  /// Whether the bounds for success count on this rule.
  public var isBinding: Bool {
    if case .spending(_, let isBinding) = self { isBinding } else { false }
  }

  /// Name with parameter, for tables.
  public var label: String {
    switch self {
    case .spending(let function, let isBinding):
      "\(function.label) of the type II error, \(isBinding ? "binding" : "not binding")"
    case .given: "given bounds, not binding"
    }
  }
}

extension FutilityBoundary: Codable {
  /// Reads `spending: ...`, `bindingSpending: ...` or `given: [...]`.
  public init(from decoder: any Decoder) throws {
    let cell = "futility boundary"
    let choice = try NamedChoice.decode(decoder, cell: cell)
    switch choice.name {
    case "spending", "bindingSpending":
      self = .spending(
        try NamedChoice.value(SpendingFunction.self, choice, cell: cell),
        isBinding: choice.name == "bindingSpending")
    case "given": self = .given(try NamedChoice.value([Double].self, choice, cell: cell))
    default:
      throw EfficacyError.unknownName(
        cell: cell, known: ["spending", "bindingSpending", "given"], found: choice.name)
    }
  }

  /// Writes what `init(from:)` reads.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .spending(let function, let isBinding):
      try NamedChoice.encode(isBinding ? "bindingSpending" : "spending", function, encoder)
    case .given(let bounds): try NamedChoice.encode("given", bounds, encoder)
    }
  }
}
