import MyelonAnatomy
import MyelonQuantities
import MyelonSimulation

/// The section "spared fraction per tract": a table of bars, right and left, at the end of the run.
struct TractBars {
  let context: ReportContext

  /// A tract with the words that the columns of the series use.
  private struct Row {
    let key: String
    let name: String
  }

  func html() -> String {
    let rows = self.rows
    guard !rows.isEmpty else {
      return "<p class=\"notice\">The series holds no columns of spared tracts.</p>"
    }
    let day = context.arms.compactMap { $0.series.days.last }.max() ?? 0
    let heads = context.arms.indices.map {
      "<th scope=\"colgroup\" colspan=\"2\">\(context.badge($0))</th>"
    }.joined()
    let sides = context.arms.map { _ in
      "<th scope=\"col\" class=\"right\">right</th><th scope=\"col\" class=\"left\">left</th>"
    }.joined()
    let body = rows.map { row in
      "<tr><th scope=\"row\">\(Markup.escape(row.name))</th>"
        + context.arms.indices.map { bars(row.key, arm: $0) }.joined() + "</tr>"
    }
    return """
      <p>Share of each tract's axons that run unbroken through the lesion at \(NumberText.day(day)). A bar that \
      fills its cell stands for an intact tract. \(Self.rule)</p>
      <div class="table-box" tabindex="0" role="region" aria-label="Spared fraction per tract">
      <table class="tracts" style="--bar:\(barWidth)px"><caption>Spared fraction per tract</caption>
      <thead><tr><th scope="col" rowspan="2">Tract</th>\(heads)</tr><tr>\(sides)</tr></thead>
      <tbody>\(body.joined(separator: "\n"))</tbody></table></div>

      """
  }

  /// Width of a bar's cell: wide when there are few arms, so that the table fills a page and no more.
  private var barWidth: Int { max(72, 240 / context.arms.count) }

  private static let rule =
    "Sides are those of the fibres in the cord: corticospinal fibres serve the same side of the body, "
    + "spinothalamic fibres the opposite one."

  /// The tracts that any arm has columns for, named as the anatomy names them, in its order.
  private var rows: [Row] {
    var keys: [String] = []
    for arm in context.arms {
      for column in arm.series.columns where column.name.hasPrefix("spared_") {
        for side in ["_left", "_right"] where column.name.hasSuffix(side) {
          let key = String(column.name.dropFirst(7).dropLast(side.count))
          if !keys.contains(key) { keys.append(key) }
        }
      }
    }
    let names = Dictionary(Tract.allCases.map { (SnakeCase.of($0), $0.name) }) { first, _ in first }
    return keys.map { key in
      let words = names[key] ?? key.replacing("_", with: " ")
      return Row(key: key, name: words.prefix(1).uppercased() + words.dropFirst())
    }
  }

  private func bars(_ key: String, arm: Int) -> String {
    let series = context.arms[arm].series
    return ["right", "left"].map { side in
      let value = series.last("spared_\(key)_\(side)")
      guard let value, value.isFinite else { return "<td class=\"bar \(side)\">–</td>" }
      let width = NumberText.plain(min(max(100 * value, 0), 100))
      return "<td class=\"bar \(side) \(context.colourClass(arm))\"><span>\(NumberText.percent(value))</span>"
        + "<i style=\"width:\(width)%\"></i></td>"
    }.joined()
  }
}
