import MyelonStatistics
import MyelonStudies

/// The section "outcomes": what every arm comes to at the last visit, and at all visits.
struct ForecastSection {
  let forecast: Forecast

  /// The section's body.
  func html() -> String {
    """
    <p>Median of the lives, in small the range that holds 90\u{202F}% of them; below it the mean change from the first visit. The last \
    visit of each arm is shown; all visits stand in <code>forecast-outcomes.csv</code>.</p>
    \(numbers)
    <h3>What happens, and how often</h3>
    \(events)
    """
  }

  private var arms: [(index: Int, arm: ForecastArm)] {
    forecast.arms.enumerated().map { (index: $0, arm: $1) }
  }

  private var heads: [String] { arms.map { "#\(ArmBadge.html($0.arm.name, $0.index))" } }

  private var numbers: String {
    var names: [(name: String, unit: String)] = []
    for (_, arm) in arms {
      for outcome in arm.outcomes where !outcome.isRisk && !names.contains(where: { $0.name == outcome.name })
      {
        names.append((outcome.name, outcome.unit))
      }
    }
    let rows = names.compactMap { name, unit -> String? in
      let visits = arms.map { $0.arm.outcome(name)?.visits.last }
      guard visits.contains(where: { ($0?.coverage.known ?? 0) > 0 }) else { return nil }
      return "<th scope=\"row\">\(OutcomeText.title(name)) <small>\(OutcomeText.unit(unit))</small></th>"
        + visits.map { Self.cell($0, unit: unit) }.joined()
    }
    return Markup.table(
      caption: "Outcomes at the last visit", head: ["Outcome"] + heads, rows: rows, classes: "outcomes")
  }

  private static func cell(_ visit: ForecastOutcome.Visit?, unit: String) -> String {
    guard let visit, visit.coverage.known > 0 else { return Markup.numberCell("–") }
    let change = visit.change?.mean.map { "<br><small>change \(EstimateText.signed($0.value))</small>" } ?? ""
    let missing =
      visit.coverage.missing > 0
      ? "<br><small>unknown: \(EstimateText.probability(visit.coverage.missingShare))</small>" : ""
    return Markup.numberCell(EstimateText.spread(visit.quantiles, unit: unit) + change + missing)
  }

  private var events: String {
    var ids: [(id: String, meaning: String)] = []
    for (_, arm) in arms {
      for event in arm.events where !event.isHazard && !ids.contains(where: { $0.id == event.id }) {
        ids.append((event.id, event.meaning))
      }
    }
    guard !ids.isEmpty else {
      return "<p class=\"notice\">The study holds no outcome that a gain is counted by.</p>"
    }
    let rows = ids.map { id, meaning in
      "<th scope=\"row\">\(OutcomeText.sentence(meaning))</th>"
        + arms.map { _, arm in
          Markup.numberCell(EstimateText.percent(arm.event(id)?.visits.last?.share.estimate))
        }.joined()
    }
    return Markup.table(
      caption:
        "Share of the lives at the last visit; in small its Monte Carlo interval (\(NumberText.percent(forecast.settings.confidence)))",
      head: ["What"] + heads, rows: rows, classes: "outcomes")
  }
}
