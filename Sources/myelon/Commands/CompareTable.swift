import Foundation
import MyelonReport

/// Prints comparisons of arms as tables.
enum CompareTable {
  /// One arm against another.
  static func text(_ pair: ArmComparison.Pair) -> String {
    let days = Set(pair.days).sorted().map { String(format: "%g", $0) }.joined(separator: " and ")
    var rows = [["", pair.arm, pair.reference, "difference", "smallest", ""]]
    for found in pair.differences {
      rows.append([
        label(found.measure), value(found.value), value(found.reference), signed(found.difference),
        found.measure.smallest.map { String(format: "%.3g", $0.value) } ?? "-", words(found.verdict),
      ])
    }
    return "\(pair.arm) against \(pair.reference), day \(days)\n" + aligned(rows)
  }

  /// What each component contributed.
  static func text(_ table: ComponentTable) -> String {
    var rows = [["contribution to \(table.arm)"] + table.rows.map(\.measure.title)]
    for (index, copy) in table.copies.enumerated() {
      let also = copy.alsoRemoved.isEmpty ? "" : " (with \(copy.alsoRemoved.joined(separator: ", ")))"
      rows.append([copy.removed + also] + table.rows.map { signed($0.contributions[index]) })
    }
    rows.append(["sum"] + table.rows.map { signed($0.sum) })
    rows.append(["full minus untreated"] + table.rows.map { signed($0.effect) })
    rows.append(["sum against full"] + table.rows.map(\.reading.rawValue))
    let missing =
      table.missing.isEmpty ? "" : "Not left out in any copy: \(table.missing.joined(separator: ", ")).\n"
    return aligned(rows) + missing
  }

  private static func label(_ measure: OutcomeMeasure) -> String {
    measure.unit.isEmpty ? measure.title : "\(measure.title), \(measure.unit)"
  }

  private static func value(_ value: ArmOutcomes.Value?) -> String {
    guard let value else { return "-" }
    return value.text ?? value.number.map { String(format: "%.4g", $0) } ?? "-"
  }

  private static func signed(_ value: Double?) -> String {
    guard let value else { return "-" }
    return value == 0 ? "0" : String(format: "%+.3g", value)
  }

  private static func words(_ verdict: ArmDifference.Verdict) -> String {
    switch verdict {
    case .incomparable: "not comparable"
    case .none: "none"
    case .tooSmall: "too small to mean anything"
    case .better: "beyond the smallest, in favour"
    case .worse: "beyond the smallest, against"
    case .noThreshold: "no smallest difference agreed on"
    }
  }

  /// Columns of equal width, the first and the last on the left; a name's line breaks are shown as spaces.
  private static func aligned(_ rows: [[String]]) -> String {
    let clean = rows.map { $0.map { $0.map { $0.isNewline ? " " : $0 }.reduce(into: "") { $0.append($1) } } }
    let count = clean.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in clean.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0
    }
    return clean.map { row -> String in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        line += column == 0 || column == 5 ? cell + padding + "  " : padding + cell + "  "
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
