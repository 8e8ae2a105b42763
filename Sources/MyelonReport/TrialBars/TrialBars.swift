import MyelonStatistics
import MyelonTrials

/// Shares of trials as bars, the worlds below each other, each with its number and interval beside it.
struct TrialBars {
  /// One thing that happens, with how often it does in each world.
  struct Row {
    /// What happens, as markup.
    let title: String
    /// How often, in the order of `worlds`; nil where it cannot happen.
    let shares: [Estimate?]
  }

  /// What the figure shows and of how many, as markup.
  let caption: String
  /// The worlds in the order of shares.
  let worlds: [TrialTruth]
  let rows: [Row]

  /// The figure; nothing without rows.
  func html() -> String {
    guard !rows.isEmpty else { return "" }
    let body = rows.map { row in
      zip(worlds, row.shares).enumerated().map { place, part in
        line(row, part.0, part.1, isFirst: place == 0)
      }.joined(separator: "\n")
    }
    return """
      <figure class="world-bars"><figcaption>\(caption)</figcaption>
      <div class="table-box" tabindex="0" role="region" aria-label="Shares of trials"><table><thead><tr>\
      <th scope="col">What</th><th scope="col">World</th><th scope="col">0 to 100\u{202F}%</th>\
      <th scope="col" class="num">Share</th></tr></thead><tbody>
      \(body.joined(separator: "\n"))
      </tbody></table></div></figure>
      """
  }

  private func line(_ row: Row, _ world: TrialTruth, _ share: Estimate?, isFirst: Bool) -> String {
    let head =
      isFirst
      ? "<th scope=\"rowgroup\"\(worlds.count > 1 ? " rowspan=\"\(worlds.count)\"" : "")>\(row.title)</th>"
      : ""
    let mark = isFirst ? "" : " class=\"again\""
    return "<tr\(mark)>\(head)<td>\(TrialWords.badge(world))</td><td class=\"bar\">\(bar(share, world))</td>"
      + Markup.numberCell(EstimateText.percent(share)) + "</tr>"
  }

  private func bar(_ share: Estimate?, _ world: TrialTruth) -> String {
    guard let share, share.value.isFinite else { return "" }
    let spans =
      [RangeBar.Span(range: 0...1, style: "track", height: 12)]
      + TrialWords.spans(share, style: TrialWords.style(world))
    return RangeBar(axis: 0...1, spans: spans).svg()
  }
}
