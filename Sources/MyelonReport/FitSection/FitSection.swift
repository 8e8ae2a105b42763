import MyelonStatistics
import MyelonStudies

/// The baseline of a subject and how well the fit gives it back.
struct FitSection {
  let fit: FitRecord

  /// Rows that are shown before the rest is folded away.
  private static let shownRows = 24

  /// The section "baseline": what is known of the subject.
  var baseline: String {
    guard !fit.baseline.isEmpty else {
      return "<p class=\"notice\">No facts of the subject were stored with the fit.</p>"
    }
    let facts = [(name: "Day of the baseline", value: NumberText.day(fit.baselineDay))]
    return
      "<p>What was found, and what every computed injury was asked to give back within the examiners' error.</p>\n"
      + Markup.facts(facts + fit.baseline.map { (Markup.escape($0.name), Markup.escape($0.text)) })
  }

  /// The section "how well the baseline is reproduced".
  func html() -> String {
    verdict + data + method
  }

  /// Why a fit may not be used, as a sentence.
  static func words(_ reason: InferenceVerdict.Reason) -> String {
    switch reason {
    case .effectiveSize(let found, let required):
      "The fit rests on \(NumberText.short(found, digits: 4)) effective draws; at least \(NumberText.short(required)) are needed."
    case .tailProbability(let found, let required):
      "Taken together the data lie too far out: \(EstimateText.probability(found)) of repeated examinations would be as far from the "
        + "prediction; at least \(NumberText.percent(required)) must be."
    case .outlyingData(let names):
      "Outside of what the computed injuries give: \(names.map(OutcomeText.title).joined(separator: ", "))."
    case .tolerance(let found, let required):
      "The distance to the data stayed at \(NumberText.short(found)); at most \(NumberText.short(required)) is allowed."
    }
  }

  private var verdict: String {
    let report = fit.report
    let rule = report.rule
    let asked =
      "Asked for: at least \(NumberText.short(rule.minimumEffectiveSize)) effective draws (found "
      + "\(NumberText.short(report.effectiveSize, digits: 4))), and a share of at least \(NumberText.short(rule.minimumTailProbability)) of "
      + "repeated examinations as far from the prediction as this one (found \(NumberText.short(report.tailProbability)))."
    switch report.verdict {
    case .reproduced:
      return "<p><span class=\"yes\">Reproduced.</span> \(asked)</p>\n"
    case .notReproduced(let reasons):
      let items = reasons.map { "<li>\(Self.words($0))</li>" }
      return
        "<p><span class=\"no\">Not reproduced.</span> \(asked)</p>\n<ul>\(items.joined())</ul>\n"
    }
  }

  private var data: String {
    let outlying = outliers
    let sorted = fit.report.data.sorted { abs($0.standardisedError) > abs($1.standardisedError) }
    let isLong = sorted.count > Self.shownRows
    let first = isLong ? Array(sorted.prefix(Self.shownRows)) : fit.report.data
    let rest = isLong ? Array(sorted.dropFirst(Self.shownRows)) : []
    var text = """
      <ul class="keys"><li><i class="swatch wide"></i>90\u{202F}% of repeated examinations</li><li><i class="swatch narrow"></i>half of them</li>\
      <li><i class="swatch observed"></i>found</li></ul>

      """
    text += table(
      first, outlying,
      caption: isLong
        ? "The \(Self.shownRows) data farthest from their prediction, of \(sorted.count)"
        : "Every datum and its prediction; each row has a scale of its own")
    if !rest.isEmpty {
      text += "<details><summary>The other \(rest.count) data</summary>"
      text += table(rest, outlying, caption: "Data nearer to their prediction") + "</details>\n"
    }
    return text
  }

  private var outliers: Set<String> {
    guard case .notReproduced(let reasons) = fit.report.verdict else { return [] }
    return Set(
      reasons.flatMap { reason -> [String] in
        if case .outlyingData(let names) = reason { names } else { [] }
      })
  }

  private func table(_ data: [InferenceReport.Datum], _ outlying: Set<String>, caption: String) -> String {
    let rows = data.map { datum -> String in
      let isOut = outlying.contains(datum.name)
      let error = NumberText.fixed(datum.standardisedError, 1)
      return
        "<th scope=\"row\">\(OutcomeText.title(datum.name))</th><td class=\"range\">\(Self.bar(datum))</td>"
        + Markup.numberCell(NumberText.short(datum.observed))
        + Markup.numberCell(EstimateText.spread(datum.predicted))
        + Markup.numberCell(isOut ? "<span class=\"no\">\(error)</span>" : error)
    }
    return Markup.table(
      caption: caption,
      head: [
        "Datum", "", "#Found", "#Predicted <small>median, 90\u{202F}%</small>",
        "#Distance <small>in deviations</small>",
      ],
      rows: rows, classes: "ranges fit")
  }

  private static func bar(_ datum: InferenceReport.Datum) -> String {
    let predicted = datum.predicted
    guard predicted.count == 5, (predicted + [datum.observed]).allSatisfy(\.isFinite) else { return "" }
    let low = min(predicted[0], datum.observed)
    let high = max(predicted[4], datum.observed)
    let margin = max(0.12 * (high - low), 1e-9)
    return RangeBar(
      axis: low - margin...high + margin,
      spans: [
        RangeBar.Span(range: predicted[0]...max(predicted[0], predicted[4]), style: "wide", height: 6),
        RangeBar.Span(range: predicted[1]...max(predicted[1], predicted[3]), style: "narrow", height: 10),
      ], marks: [RangeBar.Mark(value: datum.observed, style: "observed")]
    ).svg()
  }

  private var method: String {
    let report = fit.report
    let steps = report.steps.map { step -> String in
      "<th scope=\"row\">\(NumberText.short(Double(step.simulations), digits: 7))</th>"
        + [
          NumberText.short(step.tolerance), NumberText.percent(step.acceptance),
          NumberText.short(step.misfit),
          NumberText.percent(step.information), NumberText.short(step.effectiveSize, digits: 4),
        ].map(Markup.numberCell).joined()
    }
    let table = Markup.table(
      caption: "Steps of the inference",
      head: [
        "Lives so far", "#Distance", "#Accepted", "#Misfit", "#Information taken in", "#Effective draws",
      ],
      rows: steps)
    return """
      <details><summary>Method: \(Markup.escape(report.method)), \(NumberText.short(Double(report.simulations), digits: 7)) lives, \
      \(report.failures) failed</summary>\(table)</details>

      """
  }
}
