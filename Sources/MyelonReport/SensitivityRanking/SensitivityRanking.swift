import MyelonStatistics
import MyelonStudies

/// Tables of an outcome: every factor with range, evidence and indices, and pairs.
struct SensitivityRanking {
  let record: SensitivityRecord
  let finding: SensitivityFinding

  /// Pairs that are shown at most.
  private static let shownPairs = 15

  /// All factors that act, and the names of those that do not.
  func html() -> String {
    let words = SensitivityWords(record: record)
    let acting = finding.rows.filter { !$0.isInert }
    let rows = acting.map { row -> String in
      let one = record.factor(row.factor)?.parameter
      let meaning = one.map { Markup.escape($0.meaning) } ?? Markup.escape(members(row.factor))
      let evidence = words.evidence(row.factor)
      return Markup.numberCell("\(row.rank)")
        + "<th scope=\"row\">\(words.name(row))<br><small>\(meaning)</small></th>"
        + Markup.numberCell(range(one)) + "<td><span class=\"tag ev-\(evidence)\">\(evidence)</span></td>"
        + cells(row, isMorris: words.isMorris)
    }
    let indices =
      words.isMorris
      ? ["#μ*", "#Interval", "#μ", "#σ", "#σ/μ*", "#Ranks"]
      : ["#S<sub>T</sub>", "#Interval", "#S<sub>1</sub>", "#Interval"]
    let table = Markup.table(
      caption: "Every parameter that acts on \(Markup.escape(finding.outcome.text))",
      head: ["#Rank", "Parameter", "#Range", "Evidence"] + indices, rows: rows, classes: "full")
    return """
      <details><summary>All \(acting.count) parameters that act</summary>
      \(table)</details>
      \(inert)
      """
  }

  private var inert: String {
    let names = finding.inert
    guard !names.isEmpty else { return "" }
    let codes = names.sorted().map { "<code>\(Markup.escape($0))</code>" }.joined(separator: ", ")
    return """
      <details><summary>\(names.count) that changed no bit of it</summary>
      <p class="small">\(codes)</p></details>
      """
  }

  private func members(_ factor: String) -> String {
    "together: " + (record.factor(factor)?.members.map(\.id).joined(separator: ", ") ?? "")
  }

  private func range(_ one: SensitivityFactor.Member?) -> String {
    guard let one else { return "–" }
    let log = one.scale == .logarithmic ? " <small>log</small>" : ""
    return
      "\(NumberText.short(one.lowest))–\(NumberText.short(one.highest))\(SensitivityWords.unit(one.unit))\(log)"
  }

  private func cells(_ row: SensitivityRow, isMorris: Bool) -> String {
    var texts = [
      NumberText.short(row.importance.value), Self.interval(row.importance),
      NumberText.short(row.direct.value),
    ]
    if isMorris {
      let deviation = row.deviation ?? 0
      let ranks = row.ranks.map { "\($0.lowerBound)–\($0.upperBound)" } ?? "–"
      texts += [
        NumberText.short(deviation), NumberText.fixed(deviation / max(row.importance.value, 1e-300), 2),
        ranks,
      ]
    } else {
      texts.append(Self.interval(row.direct))
    }
    return texts.map(Markup.numberCell).joined()
  }

  /// Pairs of factors, the largest first; nothing when they were not asked for.
  func pairs() -> String {
    guard !finding.pairs.isEmpty else { return "" }
    let rows = finding.pairs.prefix(Self.shownPairs).map { pair in
      "<th scope=\"row\"><code>\(Markup.escape(pair.first))</code> and <code>\(Markup.escape(pair.second))</code></th>"
        + Markup.numberCell(NumberText.short(pair.index.value)) + Markup.numberCell(Self.interval(pair.index))
    }
    return "<h3>Pairs</h3>\n"
      + Markup.table(
        caption:
          "Share of the variance that two explain only together, the largest \(rows.count) of \(finding.pairs.count)",
        head: ["Pair", "#S<sub>ij</sub>", "#Interval"], rows: Array(rows))
  }

  private static func interval(_ estimate: Estimate) -> String {
    "\(NumberText.short(estimate.low)) to \(NumberText.short(estimate.high))"
  }
}
