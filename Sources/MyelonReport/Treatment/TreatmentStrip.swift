import MyelonSimulation
import MyelonTherapies

/// A strip over the run with a row a component: a mark where it begins, a bar for as long as it acts or stays.
struct TreatmentStrip {
  let context: ReportContext
  let arm: Int

  private static let left = 176.0
  private static let right = 884.0
  private static let rowHeight = 22.0

  /// The strip as an inline SVG image.
  func svg() -> String {
    let interventions = context.plan(arm).interventions.sorted { $0.day < $1.day }
    let lastDay = max(TimeCourses(context: context).lastDay, 1e-6)
    let axis = TimeAxis(isLogarithmic: false, lastDay: lastDay)
    let bottom = 6 + Self.rowHeight * Double(interventions.count)
    var text =
      "<svg class=\"chart strip-plan\" viewBox=\"0 0 900 \(NumberText.plain(bottom + 24))\" role=\"img\" "
      + "aria-label=\"\(Markup.escape(spoken(interventions)))\">"
    for tick in axis.ticks { text += Self.tick(Self.x(tick.day, axis), tick.label, bottom) }
    for visit in context.arms[arm].visits {
      let x = NumberText.plain(Self.x(visit.day, axis))
      text += "<line class=\"tick\" x1=\"\(x)\" y1=\"\(NumberText.plain(bottom - 4))\" x2=\"\(x)\" "
      text += "y2=\"\(NumberText.plain(bottom))\"/>"
    }
    text += "<g class=\"\(context.colourClass(arm))\">"
    for (row, intervention) in interventions.enumerated() {
      text += Self.row(intervention, at: 6 + Self.rowHeight * (Double(row) + 0.5), axis)
    }
    return text
      + "</g></svg>\n<p class=\"small\">Bars: how long it is given, released or stays (a scaffold until "
      + "about a sixteenth is left); grafted cells to the end of the run. Ticks on the axis: visits.</p>\n"
  }

  private static func x(_ day: Double, _ axis: TimeAxis) -> Double {
    left + axis.position(day) * (right - left)
  }

  private static func tick(_ x: Double, _ label: String, _ bottom: Double) -> String {
    let place = NumberText.plain(x)
    return
      "<line class=\"grid\" x1=\"\(place)\" y1=\"4\" x2=\"\(place)\" y2=\"\(NumberText.plain(bottom))\"/>"
      + "<text x=\"\(place)\" y=\"\(NumberText.plain(bottom + 15))\" text-anchor=\"middle\">\(label)</text>"
  }

  private static func row(_ intervention: Intervention, at y: Double, _ axis: TimeAxis) -> String {
    let words = InterventionText(intervention: intervention)
    let start = x(intervention.day, axis)
    let end = x(min(words.lastDay ?? intervention.day, axis.lastDay), axis)
    let name = intervention.name.count > 26 ? "\(intervention.name.prefix(25))…" : intervention.name
    var text =
      "<text x=\"\(NumberText.plain(left - 10))\" y=\"\(NumberText.plain(y + 4))\" text-anchor=\"end\">"
      + "\(Markup.escape(name))</text>"
    if intervention.day > axis.lastDay {
      return text
        + "<text x=\"\(NumberText.plain(right))\" y=\"\(NumberText.plain(y + 4))\" text-anchor=\"end\">"
        + "after the end of the run</text>"
    }
    if end > start + 1 {
      text += "<rect class=\"span\" x=\"\(NumberText.plain(start))\" y=\"\(NumberText.plain(y - 5))\" "
      text += "width=\"\(NumberText.plain(end - start))\" height=\"10\" rx=\"2\"/>"
    }
    return text
      + "<circle class=\"dot\" cx=\"\(NumberText.plain(start))\" cy=\"\(NumberText.plain(y))\" r=\"4.5\"/>"
  }

  /// The plan in words, for readers who do not see the strip.
  private func spoken(_ interventions: [Intervention]) -> String {
    "Timeline of \(context.arms[arm].name): "
      + interventions.map { "\($0.name) from \(NumberText.day($0.day))" }.joined(separator: ", ")
  }
}
