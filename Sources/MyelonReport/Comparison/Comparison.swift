import ISNCSCI
import MyelonRecovery
import MyelonSimulation

/// The sections that set arms beside each other and beside published results.
struct Comparison {
  let context: ReportContext

  /// Whether there is anything to compare.
  var isEmpty: Bool {
    context.arms.count < 2 && context.arms.indices.allSatisfy { context.published($0).isEmpty }
  }

  /// The section's body.
  func html() -> String {
    (context.arms.count > 1 ? arms() : "") + published()
  }

  private func arms() -> String {
    let columns: [(String, String)] = [
      ("lesion_volume", "Lesion <small>mm³</small>"), ("cavity_volume", "Cavity <small>mm³</small>"),
      ("fibrosis_volume", "Fibrosis <small>mm³</small>"), ("lesion_length", "Length <small>mm</small>"),
      ("spared_white_matter", "White matter spared"),
    ].filter { column in context.arms.contains { $0.series.values(column.0) != nil } }
    let outcome =
      context.facts.isHuman ? ["AIS", "NLI", "#Motor <small>/ 100</small>"] : ["#BBB <small>/ 21</small>"]
    let rows = context.arms.indices.map { index in
      let arm = context.arms[index]
      let cells = columns.map { column in
        Markup.numberCell(
          column.0.hasPrefix("spared")
            ? NumberText.percent(arm.series.lastShare(column.0)) : NumberText.short(arm.series.last(column.0))
        )
      }
      let about = context.facts.description(ofArm: arm.name).map { "<br><small>\(Markup.escape($0))</small>" }
      return "<th scope=\"row\">\(context.badge(index))\(about ?? "")</th>"
        + "<td>\(ScenarioFacts.label(arm.injury))</td>" + cells.joined() + outcomeCells(arm)
    }
    return "<h3>At the end of the run</h3>\n"
      + Markup.table(
        caption: "Arms compared at the last time",
        head: ["Arm", "Injury"] + columns.map { "#" + $0.1 } + outcome,
        rows: rows)
  }

  private func outcomeCells(_ arm: ArmRecord) -> String {
    guard context.facts.isHuman else {
      let score = arm.visits.last { $0.locomotion != nil }?.locomotion
      return Markup.numberCell(NumberText.score(score?.value))
    }
    guard let result = arm.visits.last(where: { $0.classification != nil })?.classification else {
      return "<td>–</td><td>–</td>" + Markup.numberCell("–")
    }
    return "<td><b>\(Markup.escape(result.impairmentScale.description))</b></td>"
      + "<td>\(Markup.escape(Examinations.short(result.neurologicalLevel)))</td>"
      + Markup.numberCell(result.totals.motor.description)
  }

  private func published() -> String {
    let rows = context.arms.indices.flatMap { index in
      context.published(index).map { row($0, arm: index) }
    }
    guard !rows.isEmpty else {
      return context.arms.count > 1
        ? "<p>The scenario names no published results to set beside these.</p>\n" : ""
    }
    return """
      <h3>Published and simulated</h3>
      <p>Published results that the scenario names, beside what this run gave at the nearest time: expected values, without the error of an examiner. Results \
      marked <i>recalled</i> were written from memory by an expert and not seen again in the paper.</p>

      """
        + Markup.table(
          caption: "Published results beside simulated ones",
          head: [
            "Arm", "Measure", "#Day", "#Published", "#Simulated", "#Difference", "Within spread", "Source",
          ],
          rows: rows)
  }

  private func row(_ fact: PublishedFact, arm index: Int) -> String {
    let unit = MeasureReading.isPercent(fact.unit) ? "\u{202F}%" : " \(Markup.escape(fact.unit))"
    let spread = fact.spread.map { " ± \(NumberText.short($0))" } ?? ""
    let reading = MeasureReading(fact.measure, of: context.arms[index], day: fact.day, unit: fact.unit)
    let difference = reading.map { $0.value - fact.mean }
    let verdict: String =
      if let difference, let spread = fact.spread {
        abs(difference) <= spread
          ? "<span class=\"yes\">✓ yes</span>" : "<span class=\"no\">✗ no</span>"
      } else {
        difference == nil ? "not simulated" : "no spread given"
      }
    let simulated = reading.map { reading in
      Self.value(reading.value, unit: fact.unit) + unit
        + (fact.days.contains(reading.day) ? "" : " <small>(\(NumberText.day(reading.day)))</small>")
    }
    return "<th scope=\"row\">\(context.badge(index))</th><td>\(MeasureReading.title(fact.measure))</td>"
      + Markup.numberCell(Self.days(fact.days))
      + Markup.numberCell(NumberText.short(fact.mean) + spread + unit) + Markup.numberCell(simulated ?? "–")
      + Markup.numberCell(Self.signed(difference, unit: fact.unit)) + "<td>\(verdict)</td>"
      + "<td class=\"source\">\(Markup.escape(fact.source))"
      + (fact.note.isEmpty ? "" : "<br>\(Markup.escape(fact.note))") + "</td>"
  }

  /// A value as its unit is usually told: scores and per cents with one decimal.
  private static func value(_ value: Double, unit: String) -> String {
    MeasureReading.isPercent(unit) || unit == "points" ? NumberText.score(value) : NumberText.short(value)
  }

  private static func signed(_ difference: Double?, unit: String) -> String {
    guard let difference else { return "–" }
    let text = value(difference, unit: unit)
    return difference > 0 && text != "0" ? "+" + text : text
  }

  private static func days(_ days: ClosedRange<Double>) -> String {
    days.lowerBound == days.upperBound
      ? NumberText.short(days.lowerBound)
      : "\(NumberText.short(days.lowerBound))–\(NumberText.short(days.upperBound))"
  }
}
