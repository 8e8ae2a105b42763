import Foundation
import MyelonStatistics
import MyelonStudies

/// The section "parameters": what was held possible before the baseline and what is left after it.
struct PosteriorTable {
  let fit: FitRecord

  private static let shownRows = 16

  /// The section's body.
  func html() -> String {
    let sorted = fit.report.parameters.sorted { $0.scoreDeviation < $1.scoreDeviation }
    let isLong = sorted.count > Self.shownRows + 4
    let first = isLong ? Array(sorted.prefix(Self.shownRows)) : sorted
    let rest = isLong ? Array(sorted.dropFirst(Self.shownRows)) : []
    let isRefused = fit.report.verdict != .reproduced
    var text =
      isRefused
      ? "<p class=\"notice\">The baseline is not reproduced: these ranges only help to find out why, and are of no other use.</p>\n"
      : ""
    text += """
      <p>Ranges that hold 90\u{202F}%, before and after the baseline. The last column says how much of a parameter's \
      spread (the variance of its normal score) the baseline has taken away: where it is near nothing, the forecast rests on what was \
      assumed. Parameters may also have become dependent on each other, which single rows do not show.</p>
      <ul class="keys"><li><i class="swatch prior"></i>before</li><li><i class="swatch wide"></i>after: 90\u{202F}%</li>\
      <li><i class="swatch narrow"></i>after: 50\u{202F}%</li></ul>

      """
    text += table(
      first,
      caption: isLong ? "The \(first.count) parameters of which the baseline says most" : "All parameters")
    if !rest.isEmpty {
      text += "<details><summary>The other \(rest.count) parameters</summary>"
      text += table(rest, caption: "Parameters of which it says less") + "</details>\n"
    }
    return text
  }

  private func table(_ parameters: [InferenceReport.Parameter], caption: String) -> String {
    let rows = parameters.map { parameter -> String in
      let known = fit.parameters.first { $0.name == parameter.name }
      let unit = known.map { OutcomeText.unit($0.unit) } ?? ""
      let meaning = known.map { "<br><small>\(Markup.escape($0.meaning))</small>" } ?? ""
      let prior = Self.prior(parameter.prior)
      let learned = max(0, 1 - parameter.scoreDeviation * parameter.scoreDeviation)
      return "<th scope=\"row\"><code>\(Markup.escape(parameter.name))</code>\(meaning)</th>"
        + "<td class=\"range\">\(Self.bar(parameter, prior))</td><td>\(unit)</td>"
        + Markup.numberCell("\(NumberText.short(prior.lowerBound)) to \(NumberText.short(prior.upperBound))")
        + Markup.numberCell(EstimateText.spread(parameter.quantiles))
        + Markup.numberCell(NumberText.percent(learned))
    }
    return Markup.table(
      caption: caption,
      head: [
        "Parameter", "", "Unit", "#Before", "#After <small>median, 90\u{202F}%</small>", "#Taken away",
      ], rows: rows, classes: "ranges posterior")
  }

  /// What holds nine tenths of a prior.
  private static func prior(_ marginal: Marginal) -> ClosedRange<Double> {
    let low = marginal.quantile(0.05)
    return low...max(low, marginal.quantile(0.95))
  }

  private static func bar(_ parameter: InferenceReport.Parameter, _ prior: ClosedRange<Double>) -> String {
    let after = parameter.quantiles
    guard after.count == 5, (after + [prior.lowerBound, prior.upperBound]).allSatisfy(\.isFinite) else {
      return ""
    }
    let isLogarithmic: Bool =
      switch parameter.prior {
      case .logUniform, .logNormal: true
      case .uniform, .truncatedNormal, .normal: false
      }
    let ends = [0.001, 0.999].map { parameter.prior.quantile($0) }
    let axis = min(ends[0], after[0])...max(ends[1], after[4])
    return RangeBar(
      axis: axis, isLogarithmic: isLogarithmic,
      spans: [
        RangeBar.Span(range: prior, style: "prior", height: 14),
        RangeBar.Span(range: after[0]...max(after[0], after[4]), style: "wide", height: 6),
        RangeBar.Span(range: after[1]...max(after[1], after[3]), style: "narrow", height: 10),
      ], marks: [RangeBar.Mark(value: after[2])]
    ).svg()
  }
}
