import MyelonStatistics
import MyelonStudies

/// The leading factors of an outcome as bars with intervals, coloured by evidence.
struct SensitivityBars {
  let record: SensitivityRecord
  let finding: SensitivityFinding

  /// Bars that are shown at most; the table holds all.
  private static let shown = 20
  private static let width = 300.0

  func html() -> String {
    let words = SensitivityWords(record: record)
    let rows = finding.rows.prefix(Self.shown).filter { !$0.isInert }
    guard !rows.isEmpty else { return "" }
    let scale = rows.flatMap { [$0.importance.high, $0.importance.value, $0.direct.value] }.max() ?? 1
    let ranked = rows.map { row -> String in
      let ranks = row.ranks.map { range in
        range.lowerBound == range.upperBound ? "" : " <small>\(range.lowerBound)–\(range.upperBound)</small>"
      }
      return "<td class=\"num\">\(row.rank)\(ranks ?? "")</td><th scope=\"row\">\(words.name(row))</th>"
        + "<td class=\"range\">\(bar(row, scale: scale, isMorris: words.isMorris, words.evidence(row.factor)))</td>"
        + Markup.numberCell(Self.text(row.importance))
    }
    let rank = words.isMorris ? "Rank" : "#Rank"
    let meaning =
      words.isMorris
      ? "Bars: μ*, the mean change when the parameter crosses its whole range. Whiskers: "
      : "Light bars: total index S<sub>T</sub>; full bars within: first order S<sub>1</sub>. Whiskers: "
    return """
      <p class="small">\(meaning)\(NumberText.percent(record.confidence)) intervals from resampled \
      \(record.scheme.method.unitWord)\(words.isMorris ? "; small beside a rank: the ranks that it had in them" : "").</p>
      \(words.legend)
      \(Markup.table(
        caption: "Most influential on \(Markup.escape(finding.outcome.text))",
        head: [rank, "Parameter", "0 to \(NumberText.short(scale, digits: 2))", "#\(words.importance)"], rows: ranked,
        classes: "bars"))
      """
  }

  private static func text(_ estimate: Estimate) -> String {
    "\(NumberText.short(estimate.value)) <small>\(NumberText.short(estimate.low))–\(NumberText.short(estimate.high))</small>"
  }

  private func bar(_ row: SensitivityRow, scale: Double, isMorris: Bool, _ evidence: String) -> String {
    func x(_ value: Double) -> String { NumberText.tenth(min(max(value / scale, 0), 1) * Self.width) }
    let estimate = row.importance
    let core =
      isMorris ? "" : "<rect class=\"core\" x=\"0\" y=\"7\" width=\"\(x(row.direct.value))\" height=\"8\"/>"
    return
      "<svg class=\"ev-\(evidence)\" viewBox=\"0 0 300 22\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      + "<rect class=\"\(isMorris ? "core" : "wide")\" x=\"0\" y=\"4\" width=\"\(x(estimate.value))\" height=\"14\"/>\(core)"
      + "<line x1=\"\(x(estimate.low))\" x2=\"\(x(estimate.high))\" y1=\"11\" y2=\"11\"/>"
      + [estimate.low, estimate.high].map { "<line x1=\"\(x($0))\" x2=\"\(x($0))\" y1=\"7\" y2=\"15\"/>" }
      .joined()
      + "</svg>"
  }
}
