import MyelonSimulation

/// The section "arm against arm": outcomes at the last visit and the difference from the untreated arm.
struct OutcomeSection {
  let context: ReportContext
  private let comparison: ArmComparison

  init(context: ReportContext) {
    self.context = context
    comparison = ArmComparison(context.record)
  }

  /// The section's body.
  func html() -> String {
    introduction + outcomes + differences + thresholds + Treatment.caution
  }

  private var introduction: String {
    let noise =
      context.facts.hasExaminerNoise
      ? "Scores are expected ones, without an examiner's error; what was recorded stands in brackets where it "
        + "differs. The same examiner's error is drawn in all arms at the same visit, so it does not tell arms apart, "
        + "but it does not cancel either: the same error moves different grades differently."
      : "Scores are expected ones, without an examiner's error."
    return "<p>What each arm came to at its last visit. \(noise)</p>\n"
  }

  /// Arms of the tables: all but the copies that lack one component.
  private var shown: [Int] { context.arms.indices.filter { !context.isCopy($0) } }

  private var outcomes: String {
    let measures = comparison.measures
    let rows = shown.map { index -> String in
      let arm = comparison.arms[index]
      return "<th scope=\"row\">\(context.badge(index))</th>"
        + Markup.numberCell(NumberText.short(arm.day, digits: 4))
        + measures.map { Markup.numberCell(Self.text(arm.values[$0.id], $0)) }.joined()
    }
    return Markup.table(
      caption: "Outcomes at the last visit", head: ["Arm", "#Day"] + measures.map(Self.head), rows: rows)
  }

  private var differences: String {
    var text = "<h3>Difference from the untreated arm</h3>\n"
    let measures = comparison.measures
    var rows: [String] = []
    var alone: [Int] = []
    for index in shown where comparison.arms[index].isTreated {
      let arm = comparison.arms[index]
      guard let reference = comparison.untreated(for: arm) else {
        alone.append(index)
        continue
      }
      let found = comparison.differences(arm, from: reference)
      rows.append(
        "<th scope=\"row\">\(context.badge(index))<br><small>minus \(Markup.escape(reference.name))</small></th>"
          + measures.map { measure in
            Self.cell(found.first { $0.measure.id == measure.id })
          }.joined())
    }
    if !alone.isEmpty {
      text += "<p class=\"notice\">No untreated arm with the same injury stands beside "
      text += "\(alone.map(context.badge).joined(separator: " ")), so no difference is given.</p>\n"
    }
    guard !rows.isEmpty else { return text }
    rows.append(
      "<th scope=\"row\">Smallest that means anything</th>"
        + measures.map { measure in
          Markup.numberCell(
            measure.smallest.map { NumberText.short($0.value) } ?? "<small>not agreed on</small>")
        }.joined())
    return text
      + Markup.table(
        caption: "Differences from the untreated arm at the last visit",
        head: ["Arm"] + measures.map(Self.head),
        rows: rows, classes: "differences")
  }

  private var thresholds: String {
    let items = comparison.measures.compactMap { measure in
      measure.smallest.map {
        "<dt>\(measure.title)</dt><dd>\(NumberText.short($0.value)) \(measure.unit). "
          + "<small>\(Markup.escape($0.source))</small></dd>"
      }
    }
    let none = comparison.measures.filter { $0.smallest == nil }.map(\.title)
    let rest =
      none.isEmpty
      ? ""
      : "<p class=\"small\">No smallest difference is agreed on for: \(none.joined(separator: ", ").lowercased()).</p>"
    return """
      <details><summary>The smallest difference that means anything</summary>
      <p>A difference below it may not be called one, whatever its sign. One that reaches it is a finding in this \
      computed life and no benefit: models, like animals, have promised much that did not come true in people.</p>
      <dl class="facts">\(items.joined())</dl>\(rest)</details>

      """
  }

  /// Head of a measure's column.
  static func head(_ measure: OutcomeMeasure) -> String {
    let unit =
      ["grades", "levels", "points"].contains(measure.unit) ? "" : TimeCourseCatalogue.unit(measure.unit)
    return "#\(measure.title)" + (unit.isEmpty ? "" : " <small>\(unit)</small>")
  }

  /// An outcome with what was recorded in brackets; escaped.
  static func text(_ value: ArmOutcomes.Value?, _ measure: OutcomeMeasure) -> String {
    guard let value else { return "–" }
    let main = value.text.map(Markup.escape) ?? number(value.number, measure)
    return main + (value.recorded.map { " <small>(\(Markup.escape($0)))</small>" } ?? "")
  }

  /// A number as its unit is usually told.
  static func number(_ value: Double?, _ measure: OutcomeMeasure) -> String {
    measure.unit == "points"
      ? NumberText.score(value) : measure.unit == "cells" ? NumberText.cells(value) : NumberText.short(value)
  }

  /// A difference with its sign.
  static func signed(_ value: Double?, _ measure: OutcomeMeasure) -> String {
    guard let value else { return "–" }
    let text = number(value, measure)
    return value > 0 && text != "0" ? "+" + text : text
  }

  private static func cell(_ found: ArmDifference?) -> String {
    guard let found else { return Markup.numberCell("–") }
    let words: String =
      switch found.verdict {
      case .incomparable: "not comparable"
      case .none: "none"
      case .tooSmall: "too small to mean anything"
      case .better: "<span class=\"yes\">beyond the smallest, in favour</span>"
      case .worse: "<span class=\"no\">beyond the smallest, against</span>"
      case .noThreshold: "no threshold agreed on"
      }
    return "<td class=\"num\">\(signed(found.difference, found.measure))<br><small>\(words)</small></td>"
  }
}
