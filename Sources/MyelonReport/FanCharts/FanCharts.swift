import MyelonStatistics
import MyelonStudies

/// The section "courses": scores and the lesion over time, a chart an arm, with the ranges that hold half and nine tenths.
struct FanCharts {
  let forecast: Forecast
  let fit: FitRecord?

  /// What is drawn, with the ends and steps of axes that are fixed.
  private static let drawn: [(name: String, range: ClosedRange<Double>?, step: Double?)] = [
    ("motor_score", 0...100, 25), ("scim", 0...100, 25), ("bbb", 0...21, 7), ("lesion_length", nil, nil),
  ]

  /// The section's body.
  func html() -> String {
    let groups = Self.drawn.compactMap { group($0.name, range: $0.range, step: $0.step) }
    guard !groups.isEmpty else {
      return "<p class=\"notice\">The study holds no score and no lesion to draw.</p>"
    }
    let dotted =
      forecast.arms.count > 1
      ? " The dotted line repeats the median of \(badge(forecast.reference))." : ""
    return """
      <p>Line: median of the lives. Dark: the middle 50\u{202F}%. Light: 90\u{202F}%. Dots mark the visits; between them nothing \
      was measured.\(dotted)</p>
      \(groups.joined(separator: "\n"))
      """
  }

  private func badge(_ name: String) -> String {
    ArmBadge.html(name, forecast.arms.firstIndex { $0.name == name } ?? 0)
  }

  private var axis: TimeAxis {
    TimeAxis(isLogarithmic: false, lastDay: forecast.arms.compactMap { $0.days.last }.max() ?? 1)
  }

  private func group(_ name: String, range: ClosedRange<Double>?, step: Double?) -> String? {
    let arms = forecast.arms.indices.filter { forecast.arms[$0].outcome(name) != nil }
    guard let outcome = arms.first.flatMap({ forecast.arms[$0].outcome(name) }) else { return nil }
    // One axis for all arms, so that charts can be set against each other.
    let highest = arms.flatMap { forecast.arms[$0].outcome(name)?.visits ?? [] }
      .compactMap { $0.quantiles.last }.max()
    let common = range ?? highest.map { 0...max($0, 1e-9) }
    let panels = arms.compactMap { panel(name, arm: $0, range: common, step: step) }
    guard !panels.isEmpty else { return nil }
    let figures = panels.map { arm, panel in
      "<figure class=\"panel\"><figcaption>\(ArmBadge.html(forecast.arms[arm].name, arm))</figcaption>"
        + "\(panel.svg(axis: axis))</figure>"
    }
    let unit = OutcomeText.unit(outcome.unit)
    return "<h3>\(OutcomeText.title(name))\(unit.isEmpty ? "" : " <small>\(unit)</small>")</h3>\n"
      + "<div class=\"panels\">\(figures.joined(separator: "\n"))</div>"
  }

  private func panel(_ name: String, arm: Int, range: ClosedRange<Double>?, step: Double?) -> (
    arm: Int, panel: ChartPanel
  )? {
    let visits = known(name, arm)
    guard let last = visits.last else { return nil }
    var lines = [
      ChartPanel.Line(arm: arm, points: visits.map { ($0.day, $0.quantiles[2]) }, marksPoints: true)
    ]
    if let reference = forecast.arms.firstIndex(where: { $0.name == forecast.reference }), reference != arm {
      let other = known(name, reference)
      lines.append(
        ChartPanel.Line(
          arm: reference, points: other.map { ($0.day, $0.quantiles[2]) }, isReference: true))
    }
    let title = OutcomeText.title(name)
    let meaning =
      "\(title), \(Markup.escape(forecast.arms[arm].name)): median \(NumberText.axis(last.quantiles[2])) on "
      + "\(NumberText.day(last.day)), 90 % between \(NumberText.axis(last.quantiles[0])) and "
      + "\(NumberText.axis(last.quantiles[4]))"
    let panel = ChartPanel(
      id: "\(name)-\(arm)", title: title, unit: "", meaning: meaning, lines: lines,
      bands: [
        ChartPanel.Band(
          arm: arm, style: "wide", points: visits.map { ($0.day, $0.quantiles[0], $0.quantiles[4]) }),
        ChartPanel.Band(
          arm: arm, style: "narrow", points: visits.map { ($0.day, $0.quantiles[1], $0.quantiles[3]) }),
      ], marks: observed(name, arm), fixedRange: step == nil ? nil : range, fixedStep: step,
      leastHigh: range?.upperBound)
    return (arm, panel)
  }

  private func known(_ name: String, _ arm: Int) -> [ForecastOutcome.Visit] {
    (forecast.arms[arm].outcome(name)?.visits ?? []).filter { $0.quantiles.count == 5 }
  }

  /// What was found at the baseline, where the fit has a datum of that name.
  private func observed(_ name: String, _ arm: Int) -> [ChartPanel.Mark] {
    guard let fit, let datum = fit.report.data.first(where: { $0.name == name }) else { return [] }
    return [ChartPanel.Mark(arm: arm, day: fit.baselineDay, mean: datum.observed, spread: nil)]
  }
}
