import MyelonQuantities

extension CriterionExpression {
  /// The smallest part that makes the expression what it is on a record.
  ///
  /// A group that fails through `and` keeps its failing parts, a group that holds through `or` those that hold,
  /// and an undecided group its undecided parts; other groups keep all. The part has the truth of the whole, and
  /// so has every part kept in it that of its own group.
  func decidingPart(on record: CriterionRecord) -> CriterionExpression {
    switch self {
    case .check: return self
    case .not(let inner): return .not(inner.decidingPart(on: record))
    case .all(let parts): return .joined(all: kept(parts, of: truth(on: record), on: record))
    case .any(let parts): return .joined(any: kept(parts, of: truth(on: record), on: record))
    }
  }

  /// The parts whose truth is that of their group.
  ///
  /// There is at least one, and where all parts must agree, all do.
  private func kept(
    _ parts: [CriterionExpression], of truth: CriterionTruth, on record: CriterionRecord
  ) -> [CriterionExpression] {
    parts.filter { $0.truth(on: record) == truth }.map { $0.decidingPart(on: record) }
  }

  /// What the fields of this part are on a record: "found 71 years", "age is not known".
  func findings(on record: CriterionRecord) -> String {
    var seen: Set<String> = []
    let checks = self.checks.filter { seen.insert($0.field.name).inserted }
    let isNamed = checks.count > 1
    var found: [String] = []
    var lacking: [String] = []
    for check in checks {
      let name = check.field.name
      switch CriterionReading(of: check.field, in: record) {
      case .missing: lacking.append("\(name) is not known")
      case .unusable(let value):
        lacking.append("\(name) is not known (\(check.field.kind.expectation) is required, not \(value))")
      case let reading:
        let text = Self.text(of: reading, for: check.field, in: self)
        found.append(isNamed ? "\(name) \(text)" : text)
      }
    }
    let clauses = (found.isEmpty ? [] : ["found " + found.joined(separator: ", ")]) + lacking
    return clauses.joined(separator: "; ")
  }

  /// A value with its unit; a number short, unless that changed the answer to a check of this field.
  private static func text(
    of reading: CriterionReading, for field: CriterionField, in whole: CriterionExpression
  ) -> String {
    switch reading {
    case .number(let number):
      let printable = whole.checks.filter { $0.field == field }.map { $0.printable(number) }
      let shown = printable.contains(number) ? number : printable.first ?? number
      return shown.shortestText + (field.unit.map { " " + $0.symbol } ?? "")
    case .place(let place): return field.kind.words[place]
    case .flag(let flag): return flag ? "yes" : "no"
    case .missing, .unusable: return "nothing"
    }
  }
}
