import ISNCSCI
import MyelonRecovery
import MyelonSimulation

/// A strip of the numbers that a reader looks for first; only for runs of one arm, others have tables.
struct KeyFigures {
  let context: ReportContext

  func html() -> String {
    guard context.arms.count == 1, let arm = context.arms.first else { return "" }
    var figures: [(name: String, value: String, note: String)] = []
    let visits = arm.visits.filter { $0.classification != nil }
    if let first = visits.first?.classification, let last = visits.last?.classification {
      figures.append(
        (
          "AIS grade", Self.change("\(first.impairmentScale)", "\(last.impairmentScale)"),
          "first to last visit"
        ))
      figures.append(
        (
          "Neurological level",
          Self.change(
            Examinations.short(first.neurologicalLevel), Examinations.short(last.neurologicalLevel)),
          "first to last visit"
        ))
      figures.append(
        (
          "Motor score", Self.change("\(first.totals.motor)", "\(last.totals.motor)"),
          "of 100, first to last visit"
        ))
    }
    let scores = arm.visits.compactMap(\.locomotion)
    if let first = scores.first, let last = scores.last {
      figures.append(
        (
          "BBB", Self.change(NumberText.score(first.value), NumberText.score(last.value)),
          "of 21, first to last visit"
        ))
    }
    if let lesion = arm.series.last("lesion_volume") {
      let length = arm.series.last("lesion_length").map { ", \(NumberText.short($0)) mm long" } ?? ""
      figures.append(("Lesion", "\(NumberText.short(lesion)) <small>mm³</small>", "at the end\(length)"))
    }
    if let spared = arm.series.lastShare("spared_white_matter") {
      figures.append(("White matter spared", NumberText.percent(spared), "worst section, at the end"))
    }
    guard !figures.isEmpty else { return "" }
    return Markup.keyFigures(figures)
  }

  private static func change(_ first: String, _ last: String) -> String {
    let (before, after) = (Markup.escape(first), Markup.escape(last))
    return first == last ? after : "\(before) <span class=\"to\" aria-label=\"to\">→</span> \(after)"
  }
}
