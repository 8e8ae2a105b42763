import MyelonStatistics
import MyelonTrials

/// What nature does to those who may take part: what every trial without controls would show of a therapy that does nothing.
struct TrialNature {
  let result: VirtualTrialResult

  /// The section's body.
  func html() -> String {
    guard let nature = result.natural else {
      return
        "<p class=\"notice\">Fewer than two people who may take part were examined at the visit of the outcome: what nature does cannot be said.</p>"
    }
    return """
      <p>\(sentence(nature)) This is what <b>every trial without controls would show</b>, whatever it gives.</p>
      \(changes(nature))
      \(shares(nature))
      """
  }

  private func sentence(_ nature: NaturalCourse) -> String {
    var text =
      "Without any therapy, \(TrialWords.people(nature.people)) who may take part gain \(TrialWords.toldSigned(nature.change)) points of the "
      + "motor score from enrolment to \(NumberText.day(nature.day)) after it"
    if let regression = nature.regressionToTheMean, let recovery = nature.recovery {
      text +=
        ": \(EstimateText.signed(recovery.value)) by recovery, \(EstimateText.signed(regression)) because they were selected by "
        + "an examination with error (regression to the mean)"
    }
    return text + "."
  }

  private func changes(_ nature: NaturalCourse) -> String {
    var rows: [(name: String, estimate: Estimate, style: String)] = [
      ("Change as examined", nature.change, "whole")
    ]
    if let recovery = nature.recovery {
      rows.append(("of it recovery <small>without error of examiners</small>", recovery, ""))
    }
    if let regression = nature.regressionToTheMean {
      rows.append(
        (
          "of it regression to the mean <small>the difference</small>",
          Estimate(value: regression, standardError: .nan, low: regression, high: regression), ""
        ))
    }
    let ends: [Double] = rows.flatMap { [$0.estimate.low, $0.estimate.high, 0] as [Double] }
    let axis = (ends.min() ?? 0)...max(ends.max() ?? 1, (ends.min() ?? 0) + 1e-9)
    let cells = rows.map { row in
      "<th scope=\"row\">\(row.name)</th><td class=\"range\">\(Self.bar(row.estimate, axis, row.style))</td>"
        + Markup.numberCell(TrialWords.signed(row.estimate))
    }
    return
      "<figure class=\"changes\"><figcaption>Change of the motor score without therapy, points; bars from zero (line), thin bars 95\u{202F}% "
      + "intervals of the mean. n\u{202F}=\u{202F}\(TrialWords.people(nature.people)).</figcaption>"
      + Markup.table(
        caption: "Change of the motor score, \(NumberText.day(nature.day)) after enrolment",
        head: [
          "What", "From \(NumberText.short(axis.lowerBound)) to \(NumberText.short(axis.upperBound))",
          "#Points",
        ],
        rows: cells, classes: "ranges nature") + "</figure>"
  }

  private static func bar(_ estimate: Estimate, _ axis: ClosedRange<Double>, _ style: String) -> String {
    RangeBar(
      axis: axis,
      spans: TrialWords.spans(estimate, style: style), marks: [RangeBar.Mark(value: 0)]
    ).svg()
  }

  private func shares(_ nature: NaturalCourse) -> String {
    var rows: [(name: String, share: Estimate)] = [("Better AIS grade than at enrolment", nature.converted)]
    if let responders = nature.responders {
      rows.append(("Responders by the protocol's rule", responders))
    }
    let cells = rows.map { row in
      "<th scope=\"row\">\(row.name)</th><td class=\"range\">"
        + RangeBar(
          axis: 0...1,
          spans: [RangeBar.Span(range: 0...1, style: "track", height: 12)]
            + TrialWords.spans(row.share, style: "whole")
        ).svg() + "</td>" + Markup.numberCell(EstimateText.percent(row.share))
    }
    return
      "<figure class=\"changes\"><figcaption>Shares of people without therapy, with 95\u{202F}% intervals of how well so many people know them. "
      + "n\u{202F}=\u{202F}\(TrialWords.people(nature.people)).</figcaption>"
      + Markup.table(
        caption: "Without therapy, \(NumberText.day(nature.day)) after enrolment",
        head: ["What", "0 to 100\u{202F}%", "#Share"], rows: cells, classes: "ranges nature") + "</figure>"
  }
}
