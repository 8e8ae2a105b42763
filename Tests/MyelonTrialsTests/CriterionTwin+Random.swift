import MyelonTestSupport
import MyelonTrials

extension CriterionTwin {
  static let levels = ["C1", "C4", "C5", "C8", "T1", "T9", "T10", "T12", "L1", "L5", "S1", "S3", "S4-5"]
  static let numbers = ["age", "days-since-injury", "motor-score"]
  static let flags = ["sensory-sparing", "smoker", "ventilated"]
  static let fields = numbers + flags + ["ais", "level", "cause"]

  /// A person of whom about a quarter is not known; values lie on the same coarse grid as literals.
  static func person(_ random: inout SeededGenerator) -> Person {
    var person: Person = [:]
    for field in fields where Int.random(in: 0..<4, using: &random) > 0 {
      if flags.contains(field) {
        person[field] = .flag(Bool.random(using: &random))
      } else {
        switch scalar(field, &random) {
        case .number(let number): person[field] = .number(number)
        case .word(let word): person[field] = .word(word)
        }
      }
    }
    return person
  }

  private static func scalar(_ field: String, _ random: inout SeededGenerator) -> Scalar {
    switch field {
    case "age": .number(Double(Int.random(in: 1...6, using: &random)) * 12.5)
    case "days-since-injury": .number(Double(Int.random(in: 0...6, using: &random)) * 7)
    case "motor-score": .number(Double(Int.random(in: -2...3, using: &random)) / 4)
    case "ais": .word(pick(["A", "B", "C", "D", "E"], &random))
    case "level": .word(pick(levels, &random))
    default: .word(pick(CriterionSamples.causes, &random))
    }
  }

  static func pick<Element>(_ elements: [Element], _ random: inout SeededGenerator) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  /// A tree at most `depth` deep.
  static func tree(depth: Int, _ random: inout SeededGenerator) -> CriterionTwin {
    guard depth > 0, Int.random(in: 0..<5, using: &random) > 0 else { return leaf(&random) }
    if Int.random(in: 0..<3, using: &random) == 0 { return .not(tree(depth: depth - 1, &random)) }
    let count = Int.random(in: 2...3, using: &random)
    let isAll = Bool.random(using: &random)
    return .group(isAll: isAll, parts: (0..<count).map { _ in tree(depth: depth - 1, &random) })
  }

  private static func leaf(_ random: inout SeededGenerator) -> CriterionTwin {
    let field = pick(fields, &random)
    if Int.random(in: 0..<8, using: &random) == 0 {
      return .known(field: field, isKnown: Bool.random(using: &random))
    }
    if flags.contains(field) { return .flag(field) }
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      let count = Int.random(in: 1...3, using: &random)
      return .list(field: field, values: (0..<count).map { _ in scalar(field, &random) })
    case 1 where field != "cause":
      let ends = (scalar(field, &random), scalar(field, &random))
      let swaps = key(ends.0, field) ?? 0 > key(ends.1, field) ?? 0
      return .span(field: field, low: swaps ? ends.1 : ends.0, high: swaps ? ends.0 : ends.1)
    default:
      let signs = field == "cause" ? ["=", "!="] : ["=", "!=", "<", "<=", ">", ">="]
      return .compare(field: field, sign: pick(signs, &random), value: scalar(field, &random))
    }
  }

  // MARK: - Text

  /// The tree in a random spelling: parentheses around every group and sometimes around anything.
  func text(_ random: inout SeededGenerator) -> String {
    let text =
      switch self {
      case .compare(let field, let sign, let value):
        Self.name(field, &random) + Self.pick([" ", ""], &random) + Self.spelt(sign, &random)
          + Self.pick([" ", "\n"], &random) + Self.values([value], field, &random)[0]
      case .list(let field, let values):
        Self.name(field, &random) + " IN {"
          + Self.values(values, field, &random).joined(separator: ",") + "}"
      case .span(let field, let low, let high): Self.span(field, low, high, &random)
      case .flag(let field): Self.name(field, &random) + Self.pick(["", " = yes", "!=No"], &random)
      case .known(let field, let isKnown):
        Self.name(field, &random)
          + (Bool.random(using: &random)
            ? (isKnown ? " is known" : " is unknown") : (isKnown ? " is not unknown" : " Is Not Known"))
      case .not(let inner): Self.pick(["not ", "NOT\t"], &random) + inner.text(&random)
      case .group(let isAll, let parts):
        "(" + parts.map { $0.text(&random) }.joined(separator: isAll ? " and " : " OR ") + ")"
      }
    return Int.random(in: 0..<6, using: &random) == 0 ? "( \(text))" : text
  }

  private static func span(
    _ field: String, _ low: Scalar, _ high: Scalar, _ random: inout SeededGenerator
  ) -> String {
    let ends = values([low, high], field, &random)
    return name(field, &random)
      + pick([" between \(ends[0]) and \(ends[1])", " in [\(ends[0]), \(ends[1])]"], &random)
  }

  private static func name(_ field: String, _ random: inout SeededGenerator) -> String {
    pick([field, field.uppercased(), field.replacing("-", with: "_")], &random)
  }

  private static func spelt(_ sign: String, _ random: inout SeededGenerator) -> String {
    let other = ["=": "==", "!=": "≠", "<=": "≤", ">=": "≥"][sign]
    return pick([sign, other ?? sign], &random)
  }

  /// Values of one check: without units, with the last unit only, or each with a unit of its own.
  private static func values(
    _ scalars: [Scalar], _ field: String, _ random: inout SeededGenerator
  ) -> [String] {
    let units: [(name: String, times: Double, over: Double)] =
      switch field {
      case "age": [("years", 1, 1), ("y", 1, 1), ("months", 12, 1), ("Days", 365.25, 1)]
      case "days-since-injury": [("days", 1, 1), ("d", 1, 1), ("weeks", 1, 7), ("hours", 24, 1)]
      default: []
      }
    let style = units.isEmpty ? 0 : Int.random(in: 0..<3, using: &random)
    let shared = units.isEmpty ? (name: "", times: 1, over: 1) : pick(units, &random)
    return scalars.enumerated().map { place, scalar in
      switch scalar {
      case .word(let word): return pick([word, word.lowercased(), word.uppercased()], &random)
      case .number(let number):
        if style == 0 { return "\(number)" }
        let unit = style == 1 ? shared : pick(units, &random)
        let isWritten = style == 2 || place == scalars.count - 1
        return "\(number * unit.times / unit.over)" + (isWritten ? " \(unit.name)" : "")
      }
    }
  }
}
