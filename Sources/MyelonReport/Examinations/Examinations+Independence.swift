import MyelonRecovery
import MyelonSimulation

extension Examinations {
  /// SCIM III totals over the visits.
  var independencePanel: ChartPanel {
    let lines = context.arms.enumerated().map { index, arm in
      ChartPanel.Line(
        arm: index,
        points: arm.visits.compactMap { visit in
          visit.independence.map { (day: visit.day, value: Double($0.total)) }
        }, marksPoints: true)
    }
    return ChartPanel(
      id: "exam-scim", title: "Independence (SCIM III)", unit: "of 100",
      meaning: "Expected SCIM III total over the visits, one line per arm.", lines: lines,
      fixedRange: 0...100,
      fixedStep: 25)
  }

  /// SCIM III and walking at each visit of an arm; empty where a run holds none.
  func independence(_ arm: ArmRecord) -> String {
    let rows = arm.visits.compactMap { visit -> String? in
      guard let score = visit.independence else { return nil }
      let walking = visit.walkingProbability.map { NumberText.percent($0) } ?? "–"
      return "<th scope=\"row\">\(NumberText.day(visit.day).capitalisedFirst)</th>"
        + Markup.numberCell("<b>\(score.total)</b>")
        + SCIMItem.Area.allCases.map { Markup.numberCell("\(score.subscore($0))") }.joined()
        + "<td>\(Markup.escape(score.walking.meaning.capitalisedFirst))</td>"
        + Markup.numberCell(walking)
    }
    guard !rows.isEmpty else { return "" }
    let hasRule = arm.visits.contains { $0.walkingProbability != nil }
    let rule =
      hasRule
      ? " Walking rule: the chance of walking indoors without help at a year that a published rule (van Middendorp "
        + "2011, coefficients from a secondary source) gives groups of adults with this early examination; the model "
        + "does not use it." : ""
    return Markup.table(
      caption: "Independence of \(Markup.escape(arm.name)): SCIM III",
      head: [
        "Visit", "#Total <small>/ 100</small>", "#Self-care <small>/ 20</small>",
        "#Respiration, sphincters <small>/ 40</small>", "#Mobility <small>/ 40</small>", "Walking",
        "#Walking rule",
      ], rows: rows, classes: "timeline")
      + "<p><small>Spinal Cord Independence Measure, third version, expected from the grades without examiners' "
      + "error, age and time since injury. The mapping is assumed, not measured: it predicts nobody's outcome. A change "
      + "of 4 points is small, of 10 substantial (Scivoletto 2013).\(rule)</small></p>\n"
  }
}
