import MyelonStimulation

/// The section "which contact": montages ranked for the target, or the best montage for every muscle.
struct SelectivityTable {
  let result: StimulationResult

  private static let definition = """
    <p>The selectivity index at an amplitude is the target's recruitment less the mean recruitment of all others (Raspopovic et al. 2011, \
    recalled): 1 when the target fires wholly and alone, 0 when all fire alike, negative when others come first. Montages are ranked by the index where half of the \
    target is recruited. The last column is the threshold of the other that comes first, over the target's own.</p>
    """

  /// The section's body.
  func html() -> String {
    guard !result.selectivity.isEmpty else {
      return
        "<p class=\"notice\">No target was computed: name the roots of a muscle under <code>fibres</code>.</p>"
    }
    let targets = result.targets
    if targets.count == 1 { return Self.definition + ranking(targets[0]) }
    let others = targets.map { target in
      "<details><summary>All montages for \(Markup.escape(target))</summary>\(ranking(target))</details>"
    }
    let isMany = result.montages.count > 1
    return Self.definition + best(targets) + (isMany ? others.joined(separator: "\n") : "")
  }

  private func best(_ targets: [String]) -> String {
    let rows = targets.compactMap { target in
      result.ranking(of: target).first.map { one in
        "<th scope=\"row\">\(Markup.escape(target))</th><td>\(Markup.escape(one.montage))</td>"
          + Self.cells(one)
      }
    }
    return Markup.table(
      caption: result.montages.count > 1
        ? "Best montage for every target" : "Every target with the one montage",
      head: ["Target", "Montage"] + Self.heads, rows: rows)
  }

  private func ranking(_ target: String) -> String {
    let rows = result.ranking(of: target).prefix(40).enumerated().map { rank, one in
      "<th scope=\"row\">\(rank + 1)</th><td>\(Markup.escape(one.montage))</td>" + Self.cells(one)
    }
    return Markup.table(
      caption: "Montages for \(Markup.escape(target)), best first; amplitudes in mA",
      head: ["Rank", "Montage"] + Self.heads,
      rows: Array(rows))
  }

  private static let heads = [
    "#Threshold", "#Half", "#Index at half", "#Largest index", "#at mA", "#First other / own",
  ]

  private static func cells(_ one: SelectivityIndex) -> String {
    let ratio =
      NumberText.fixed(one.thresholdRatio, 2)
      + (one.rival.map { " <small>\(Markup.escape($0))</small>" } ?? "")
    return [
      NumberText.short(one.threshold), NumberText.short(one.half), NumberText.fixed(one.indexAtHalf, 2),
      NumberText.fixed(one.largest, 2), NumberText.short(one.largestAmplitude), ratio,
    ].map(Markup.numberCell).joined()
  }
}
