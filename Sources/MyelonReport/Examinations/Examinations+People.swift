import ISNCSCI
import MyelonSimulation

extension Examinations {
  /// Timeline, charts and worksheets of a person's examinations.
  func people() -> String {
    guard context.arms.contains(where: { $0.visits.contains { $0.classification != nil } }) else {
      return "<p class=\"notice\">The run holds no examinations.</p>"
    }
    let noise =
      context.facts.hasExaminerNoise
      ? "Scores carry the error of an examiner, as recorded ones do; the sums in brackets are without it."
      : "Scores are free of examiners' error."
    var text = """
      <p>What an examiner would record by the International Standards (ISNCSCI, 2019), computed from the axons \
      and neurons that are left. AIS: the ASIA Impairment Scale, A (complete) to E (normal). NLI: the \
      neurological level of injury. \(noise)</p>

      """
    text += gradeStrips() + charts()
    for (index, arm) in context.arms.enumerated() where !context.isCopy(index) {
      text += context.arms.count > 1 ? "<h3>\(context.badge(index))</h3>\n" : ""
      text += timeline(arm) + independence(arm) + sheets(arm, isFirst: index == 0)
    }
    return text
  }

  /// AIS grade and level at each visit as a strip of cells, a row per arm.
  private func gradeStrips() -> String {
    let days = Array(Set(context.arms.flatMap { $0.visits.map(\.day) })).sorted()
    let rows = context.arms.indices.map { index in
      "<th scope=\"row\">\(context.badge(index))</th>"
        + days.map { day -> String in
          guard let result = context.arms[index].visits.first(where: { $0.day == day })?.classification else {
            return "<td></td>"
          }
          let grade = result.impairmentScale
          let kind = grade.single.map { "ais-\($0)" } ?? "ais-open"
          return "<td class=\"ais \(kind)\"><b>\(Markup.escape(grade.description))</b>"
            + "<small>\(Markup.escape(Self.short(result.neurologicalLevel)))</small></td>"
        }.joined()
    }
    return Markup.table(
      caption: "AIS grade and neurological level at each visit",
      head: ["Arm"] + days.map { NumberText.day($0).capitalisedFirst }, rows: rows, classes: "strip")
  }

  private func timeline(_ arm: ArmRecord) -> String {
    let rows = arm.visits.compactMap { visit -> String? in
      guard let result = visit.classification, let examination = visit.examination else { return nil }
      let totals = result.totals
      let quiet = context.facts.hasExaminerNoise ? visit.noiseFreeExamination.map(Totals.init) : nil
      func sum(_ value: Subtotal, _ quiet: Subtotal?) -> String {
        Markup.numberCell(value.description + (quiet.map { " <small>(\($0))</small>" } ?? ""))
      }
      return "<th scope=\"row\">\(NumberText.day(visit.day).capitalisedFirst)</th>"
        + "<td><b>\(Markup.escape(result.impairmentScale.description))</b></td>"
        + "<td>\(Markup.escape(Self.short(result.neurologicalLevel)))</td>"
        + "<td>\(Markup.escape(Self.pair(result.right.motorLevel, result.left.motorLevel)))</td>"
        + "<td>\(Markup.escape(Self.pair(result.right.sensoryLevel, result.left.sensoryLevel)))</td>"
        + sum(totals.upperExtremity, quiet?.upperExtremity)
        + sum(totals.lowerExtremity, quiet?.lowerExtremity)
        + sum(totals.motor, quiet?.motor) + sum(totals.lightTouch, quiet?.lightTouch)
        + sum(totals.pinPrick, quiet?.pinPrick)
        + "<td>\(examination.voluntaryAnalContraction)</td><td>\(examination.deepAnalPressure)</td>"
    }
    guard !rows.isEmpty else { return "<p class=\"notice\">No examinations in this arm.</p>\n" }
    return Markup.table(
      caption: "Examinations of \(Markup.escape(arm.name))",
      head: [
        "Visit", "AIS", "NLI", "Motor level R / L", "Sensory level R / L", "#UEMS <small>/ 50</small>",
        "#LEMS <small>/ 50</small>", "#Motor <small>/ 100</small>", "#Light touch <small>/ 112</small>",
        "#Pin prick <small>/ 112</small>", "<abbr title=\"voluntary anal contraction\">VAC</abbr>",
        "<abbr title=\"deep anal pressure\">DAP</abbr>",
      ], rows: rows, classes: "timeline")
  }

  private func sheets(_ arm: ArmRecord, isFirst: Bool) -> String {
    let visits = arm.visits.filter { $0.examination != nil && $0.classification != nil }
    return visits.enumerated().map { index, visit -> String in
      guard let examination = visit.examination, let result = visit.classification else { return "" }
      let isOpen = isFirst && index == visits.count - 1
      let day = NumberText.day(visit.day)
      return "<details class=\"sheet\"\(isOpen ? " open" : "")><summary>Worksheet, \(day): AIS "
        + "\(Markup.escape(result.impairmentScale.description)), NLI "
        + "\(Markup.escape(Self.short(result.neurologicalLevel)))</summary><div class=\"paper\">"
        + SheetMarkup.html(examination, result, title: "\(arm.name), \(day)") + "</div></details>\n"
    }.joined()
  }

  /// A set of levels as short text: the ends of a long one.
  static func short(_ levels: PossibleValues<SpinalLevel>) -> String {
    guard levels.count > 3, let first = levels.first, let last = levels.last else {
      return levels.description
    }
    return "\(first)–\(last)"
  }

  private static func pair(
    _ right: PossibleValues<SpinalLevel>, _ left: PossibleValues<SpinalLevel>
  ) -> String {
    "\(short(right)) / \(short(left))"
  }
}
