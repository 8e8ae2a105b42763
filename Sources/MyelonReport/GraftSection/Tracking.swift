import MyelonSimulation
import MyelonTherapies

/// What images of labelled cells tell, against the truth that only a simulation knows.
struct Tracking {
  let context: ReportContext

  private var arms: [Int] { context.treated.filter { !(context.arms[$0].therapy?.tracking.isEmpty ?? true) } }

  private func labels(_ arm: Int) -> Set<CellLabel> {
    context.transplants(arm).reduce(into: []) { $0.formUnion($1.labels) }
  }

  /// One chart an arm: true survivors and what each image would say.
  var panels: [ChartPanel] {
    arms.filter { !context.isCopy($0) }.map { arm in
      let rows = context.arms[arm].therapy?.tracking ?? []
      func line(_ colour: Int, _ label: String, _ value: (TrackingComparison) -> Double) -> ChartPanel.Line {
        ChartPanel.Line(
          arm: colour, points: rows.map { (day: $0.day, value: value($0)) }, marksPoints: true, label: label)
      }
      var lines = [line(2, "true survivors") { $0.livingCells }]
      if labels(arm).contains(.iron) { lines.append(line(1, "read from iron") { $0.ironEstimate }) }
      if labels(arm).contains(.reporter) {
        lines.append(line(0, "read from reporter") { $0.reporterEstimate })
      }
      return ChartPanel(
        id: "tracking-\(arm)", title: Markup.escape(context.arms[arm].name), unit: "cells",
        meaning: "Cells of \(Markup.escape(context.arms[arm].name)) that live and that images would show.",
        lines: lines)
    }
  }

  /// Charts and table; empty without labelled cells.
  func html(_ courses: TimeCourses) -> String {
    guard !arms.isEmpty else { return "" }
    let key = [(2, "true survivors"), (1, "read from iron (T2*)"), (0, "read from the reporter gene")].map {
      "<span class=\"badge arm\($0)\"><svg viewBox=\"0 0 26 8\" aria-hidden=\"true\"><line x1=\"1\" y1=\"4\" x2=\"25\" "
        + "y2=\"4\" class=\"line\"\(ReportContext.dashAttribute($0))/></svg>\($1)</span>"
    }
    return """
      <h3>What an image would show</h3>
      <p>Iron stays behind when a cell dies and is carried by macrophages, and blood looks like it; a reporter gene \
      is seen in living cells only. In a person the truth in the first column is not known.</p>
      <p class="arms">\(key.joined(separator: " "))</p>

      """ + GraftSection.grid(panels, courses) + table
  }

  private var table: String {
    let rows = arms.filter { !context.isCopy($0) }.flatMap { arm -> [String] in
      let labels = labels(arm)
      return (context.arms[arm].therapy?.tracking ?? []).map { row in
        func estimate(_ label: CellLabel, _ value: Double) -> String {
          guard labels.contains(label) else { return Markup.numberCell("not labelled") }
          let share =
            row.livingCells > 0 ? " <small>(\(NumberText.short(value / row.livingCells))×)</small>" : ""
          return Markup.numberCell(NumberText.cells(value) + share)
        }
        let hasIron = labels.contains(.iron)
        return "<th scope=\"row\">\(context.badge(arm))</th>"
          + Markup.numberCell(NumberText.day(row.day).capitalisedFirst)
          + Markup.numberCell(NumberText.cells(row.livingCells)) + estimate(.iron, row.ironEstimate)
          + estimate(.reporter, row.reporterEstimate)
          + Markup.numberCell(hasIron ? NumberText.cells(row.falsePositives) : "–")
          + Markup.numberCell(hasIron ? NumberText.percent(row.deadIronShare) : "–")
          + Markup.numberCell(hasIron ? NumberText.percent(row.voidShare) : "–")
      }
    }
    return Markup.table(
      caption: "Cells that live and cells that images show",
      head: [
        "Arm", "#Visit", "#True survivors", "#Read from iron", "#Read from reporter",
        "#Blood taken for cells",
        "#Iron left by dead cells", "#Iron too dark to count",
      ], rows: rows, classes: "timeline")
  }
}
