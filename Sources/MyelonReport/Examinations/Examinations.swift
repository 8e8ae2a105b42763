import ISNCSCI
import MyelonRecovery
import MyelonSimulation

/// The section "neurological examination": ISNCSCI for people, BBB for rats, at every visit.
struct Examinations {
  let context: ReportContext

  /// The section's body.
  func html() -> String {
    context.facts.isHuman ? people() : rats()
  }

  /// Charts of the scores over the visits.
  var panels: [ChartPanel] {
    if context.facts.isHuman {
      return [
        panel("motor", "Motor score", 0...100) { $0.motor },
        panel("uems", "Upper extremities", 0...50) { $0.upperExtremity },
        panel("lems", "Lower extremities", 0...50) { $0.lowerExtremity },
        panel("light_touch", "Light touch", 0...112) { $0.lightTouch },
        panel("pin_prick", "Pin prick", 0...112) { $0.pinPrick },
        independencePanel,
      ].filter { !$0.isEmpty }
    }
    let lines = context.arms.enumerated().map { index, arm in
      ChartPanel.Line(
        arm: index,
        points: arm.visits.compactMap { visit in visit.locomotion.map { (day: visit.day, value: $0.value) } },
        marksPoints: true)
    }
    let marks = context.arms.indices.flatMap { index in
      context.published(index).filter { $0.measure.lowercased() == "bbb" }.map {
        ChartPanel.Mark(arm: index, day: $0.day, mean: $0.mean, spread: $0.spread)
      }
    }
    let panel = ChartPanel(
      id: "bbb", title: "BBB locomotor score", unit: "0 to 21",
      meaning: "BBB locomotor score over the visits, one line per arm; diamonds are published means.",
      lines: lines, marks: marks, fixedRange: 0...21, fixedStep: 3)
    return panel.isEmpty ? [] : [panel]
  }

  private func panel(
    _ id: String, _ title: String, _ range: ClosedRange<Double>, _ score: (Totals) -> Subtotal
  ) -> ChartPanel {
    let lines = context.arms.enumerated().map { index, arm in
      ChartPanel.Line(
        arm: index,
        points: arm.visits.compactMap { visit in
          guard let value = visit.classification.flatMap({ score($0.totals).value }) else { return nil }
          return (day: visit.day, value: Double(value))
        }, marksPoints: true)
    }
    return ChartPanel(
      id: "exam-\(id)", title: title, unit: "of \(NumberText.short(range.upperBound))",
      meaning: "\(title) over the visits, one line per arm.", lines: lines, fixedRange: range,
      fixedStep: range.upperBound == 50 ? 10 : range.upperBound / 4)
  }

  /// The charts with their legend.
  func charts() -> String {
    guard !panels.isEmpty else { return "" }
    let courses = TimeCourses(context: context)
    let legend =
      context.arms.count > 1
      ? "<p class=\"arms\">\(context.arms.indices.map(context.badge).joined(separator: " "))</p>" : ""
    return
      "\(legend)<div class=\"panels\(panels.count == 1 ? " single" : "")\">\(panels.map(courses.figure).joined())</div>\n"
  }
}
