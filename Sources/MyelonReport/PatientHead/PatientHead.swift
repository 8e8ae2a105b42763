import MyelonStatistics
import MyelonStudies

/// The head of a patient's page: what was asked, what came of it, and what it is not.
struct PatientHead {
  let report: PatientReport
  let name: String

  /// The line that stands on top and at the foot of the page.
  static let warning = """
    <p class="warning" role="note"><b>Research software. This page predicts nobody's outcome.</b> It shows what a model makes \
    of many computed injuries. It has not been tested on patients, and it is not for diagnosis, for treatment or for \
    choosing one.</p>
    """

  /// Title, warning, summary and key figures.
  func html() -> String {
    """
    <header class="top">
    <p class="kicker">Myelon forecast</p>
    <h1>\(Markup.escape(name))</h1>
    \(Self.warning)
    \(refusal)<p class="lead">\(paragraph)</p>
    \(figures)
    \(notes)</header>

    """
  }

  /// The reasons against a forecast, in front of everything else.
  private var refusal: String {
    let reasons = report.refusals
    guard !reasons.isEmpty else { return "" }
    let items = reasons.map { "<li>\(FitSection.words($0))</li>" }
    return """
      <div class="refused" role="alert"><h2>No forecast: the baseline is not reproduced</h2>
      <p>The computed injuries do not give back what was found at the baseline, so nothing may be predicted from them.</p>
      <ul>\(items.joined())</ul></div>

      """
  }

  private var paragraph: String {
    [fitSentence, forecastSentence].compactMap { $0 }.joined(separator: " ")
  }

  private var fitSentence: String? {
    guard let fit = report.fit else {
      return "This ensemble was fitted to nobody: its members spread over the ranges that were given to them."
    }
    let facts = fit.baseline.prefix(3).map { "\(Markup.escape($0.name)) \(Markup.escape($0.text))" }
    let found = facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
    return "The baseline of \(NumberText.day(fit.baselineDay))\(found) was fitted with "
      + "\(fit.parameters.count == 1 ? "one parameter" : "\(fit.parameters.count) parameters") in "
      + "\(NumberText.short(Double(fit.report.simulations), digits: 7)) computed lives; "
      + (report.refusals.isEmpty
        ? "it is reproduced." : "it is <b>not reproduced</b>, and no forecast is given.")
  }

  private var forecastSentence: String? {
    guard report.refusals.isEmpty else { return nil }
    guard let forecast = report.forecast, let day = forecast.lastDay else {
      return "No forecast was computed."
    }
    let arms = forecast.arms.count == 1 ? "one arm" : "\(forecast.arms.count) arms"
    return
      "\(NumberText.short(Double(forecast.members.lived), digits: 7)) injuries were lived to \(NumberText.day(day)) in \(arms). "
      + "Percentages below are shares of these lives; ranges hold 90\u{202F}% of them."
  }

  private var figures: String {
    guard let forecast = report.shownForecast, let day = forecast.lastDay else { return "" }
    var items: [(name: String, value: String, note: String)] = []
    for score in ["motor_score", "bbb"] {
      for arm in forecast.arms.prefix(3) {
        guard let visit = arm.outcome(score)?.visit(day), visit.quantiles.count == 5 else { continue }
        items.append(
          (
            "\(OutcomeText.title(score)), \(Markup.escape(arm.name))",
            EstimateText.number(visit.quantiles[2], "points"),
            "median on \(NumberText.day(day)); 90\u{202F}% of lives \(EstimateText.between(visit.quantiles, unit: "points"))"
          ))
      }
    }
    for arm in forecast.arms.prefix(3) {
      guard let share = arm.event("ais_conversion_1")?.visit(day)?.share.estimate else { continue }
      items.append(
        (
          "AIS better, \(Markup.escape(arm.name))", EstimateText.probability(share.value),
          "by at least one grade; Monte Carlo \(EstimateText.range(share))\u{202F}%"
        ))
    }
    return items.isEmpty ? "" : Markup.keyFigures(items)
  }

  private var notes: String {
    var sentences = (report.shownForecast?.notes ?? []).map(Markup.escape)
    if let fit = report.fit, let forecast = report.shownForecast,
      // A forecast may vary more, namely what a baseline cannot know.
      !forecast.parameters.map(\.name).starts(with: fit.parameters.map(\.name))
    {
      sentences.insert(
        "The forecast does not vary what was fitted: make sure that both belong to the same subject.",
        at: 0)
    }
    guard !sentences.isEmpty else { return "" }
    let items = sentences.map { "<li>\($0)</li>" }.joined()
    return "<div class=\"notice\"><b>Before reading on</b><ul>\(items)</ul></div>\n"
  }
}
