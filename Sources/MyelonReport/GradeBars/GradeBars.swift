import MyelonStatistics
import MyelonStudies

/// The section "AIS": the probabilities of each grade at the first and the last visit, a bar an arm.
struct GradeBars {
  let forecast: Forecast

  private static let code = "impairment_scale"
  /// Share from which a grade's letter and share find room in the bar.
  private static let room = 0.075

  private struct Row {
    let title: String
    let visit: ForecastCode.Visit
  }

  private var rows: [Row] {
    var rows: [Row] = []
    if let arm = forecast.arm(forecast.reference), let first = arm.code(Self.code)?.visits.first {
      rows.append(Row(title: "At first, \(NumberText.day(first.day))", visit: first))
    }
    for (index, arm) in forecast.arms.enumerated() {
      guard let last = arm.code(Self.code)?.visits.last else { continue }
      rows.append(
        Row(title: "\(ArmBadge.html(arm.name, index)) on \(NumberText.day(last.day))", visit: last))
    }
    return rows.filter { !$0.visit.categories.isEmpty }
  }

  /// Whether the study holds no grade.
  var isEmpty: Bool { rows.isEmpty }

  /// The section's body.
  func html() -> String {
    """
    <div class="grade-bars">\(rows.map(bar).joined(separator: "\n"))</div>
    \(table)
    \(levels)
    """
  }

  private func bar(_ row: Row) -> String {
    let parts = row.visit.categories.filter { $0.share.value > 0 }.map { category in
      let share = category.share.value
      let label =
        share >= Self.room
        ? "<b>\(Markup.escape(category.label))</b> <small>\(NumberText.fixed(100 * share, 0))\u{202F}%</small>"
        : ""
      return
        "<i class=\"ais-\(Markup.escape(category.label))\" style=\"width:\(NumberText.plain(100 * share))%\">\(label)</i>"
    }
    let words = row.visit.categories.map {
      "\(Markup.escape($0.label)) \(NumberText.fixed(100 * $0.share.value, 0)) %"
    }.joined(separator: ", ")
    return
      "<figure><figcaption>\(row.title)</figcaption><div class=\"grade-bar\" role=\"img\" aria-label=\"\(words)\">"
      + "\(parts.joined())</div></figure>"
  }

  private var table: String {
    let labels = rows.first?.visit.categories.map(\.label) ?? []
    let lines = rows.map { row in
      "<th scope=\"row\">\(row.title)</th>"
        + labels.map { label in
          Markup.numberCell(
            EstimateText.percent(row.visit.categories.first { $0.label == label }?.share))
        }.joined() + Markup.numberCell(EstimateText.probability(row.visit.coverage.missingShare))
    }
    return Markup.table(
      caption:
        "Probability of each grade where it can be determined, and in small how well the ensemble knows it",
      head: ["When"] + labels.map { "#\(Markup.escape($0))" } + ["#Left open"], rows: lines)
  }

  /// The neurological levels of the last visit.
  private var levels: String {
    let arms = forecast.arms.enumerated().compactMap { index, arm in
      arm.code("neurological_level")?.visits.last.map { (index: index, visit: $0) }
    }
    let codes = Set(arms.flatMap { $0.visit.categories.map(\.code) }).sorted()
    guard !codes.isEmpty else { return "" }
    let rows = codes.map { code -> String in
      let label = arms.lazy.flatMap { $0.visit.categories }.first { $0.code == code }?.label ?? "\(code)"
      return "<th scope=\"row\">\(Markup.escape(label))</th>"
        + arms.map { arm in
          let share = arm.visit.categories.first { $0.code == code }?.share
          return Markup.numberCell(share.map { EstimateText.percent($0) } ?? "0\u{202F}%")
        }.joined()
    }
    return "<details><summary>Neurological levels at the last visit</summary>"
      + Markup.table(
        caption: "Probability of each neurological level",
        head: ["Level"] + arms.map { "#\(Markup.escape(forecast.arms[$0.index].name))" }, rows: rows)
      + "</details>"
  }
}
