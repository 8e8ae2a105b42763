import Foundation
import MyelonStatistics

extension NaturalHistoryResult {
  /// The comparisons as a Markdown table with a line of counts.
  ///
  /// - Parameter results: the comparisons.
  /// - Returns: text that ends with a newline.
  public static func markdown(_ results: [NaturalHistoryResult]) -> String {
    var lines = [
      "| figure | study | levels | AIS | day | year | measure | published | n | simulated (95 %) | people | verdict | used |",
      "|---|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    lines += results.map { "| " + $0.cells.joined(separator: " | ") + " |" }
    let summary = [NaturalHistoryRow.Role.fit, .heldOut].map { role in
      let chosen = results.filter { $0.row.role == role }
      let good = chosen.filter { $0.verdict == .agrees }.count
      let name = role == .fit ? "used to fit" : "held out"
      return "\(good) of \(chosen.count) figures \(name) agree"
    }
    return lines.joined(separator: "\n") + "\n\n" + summary.joined(separator: "; ") + ".\n"
  }

  private var cells: [String] {
    let published =
      Self.number(row.value) + (row.upTo.map { " to \(Self.number($0))" } ?? "")
      + (row.spread.map { " ± \(Self.number($0))" } ?? "")
    let found =
      simulated.map {
        "\(Self.number($0.value)) (\(Self.number($0.low)) to \(Self.number($0.high)))"
      } ?? "-"
    return [
      row.id, row.study, row.levels, row.grade, "\(row.baselineDay)", "\(row.year)",
      row.measure.name, published, row.n.map { "\($0)" } ?? "-", found, "\(count)", verdict.rawValue,
      row.role == .fit ? "**fit**" : "held out",
    ]
  }

  private static func number(_ value: Double) -> String {
    String(format: abs(value) < 1 && value != 0 ? "%.2f" : "%.1f", value)
  }
}
