import MyelonRegrowth
import MyelonSimulation

/// Charts of what has grown, visit by visit, a line an arm.
struct RegrowthCourses {
  let context: ReportContext

  /// The charts in which anything happens.
  var panels: [ChartPanel] {
    [
      panel("sprouted", "Host axons that have sprouted") { RegrowthReading.total($0.host, \.sprouted) },
      panel("beyond", "Ends of host axons beyond the lesion") { $0.crossed($0.host) },
      panel("graft", "Ends of grafted neurons’ axons beyond it") { $0.crossed($0.graft) },
      panel("connected", "Ends with a synapse") { RegrowthReading.connected($0.summary.populations) },
      panel("arrested", "Ends arrested or trapped") {
        RegrowthReading.total($0.summary.populations, \.arrested)
          + RegrowthReading.total($0.summary.populations, \.trapped)
      },
      panel("withdrawn", "Ends that had grown and are gone") {
        RegrowthReading.total($0.summary.populations, \.withdrawn)
      },
    ].filter { panel in panel.lines.contains { $0.points.contains { $0.value != 0 } } }
  }

  private func panel(_ id: String, _ title: String, _ value: (RegrowthReading) -> Double) -> ChartPanel {
    let lines = context.regrown.map { arm in
      ChartPanel.Line(
        arm: arm,
        points: (context.arms[arm].regrowth?.visits ?? []).map { summary in
          (day: summary.day, value: value(context.reading(summary, of: arm)))
        }, marksPoints: true)
    }
    let ends = lines.compactMap { line in
      line.points.last.map {
        "\(context.arms[line.arm].name): \(NumberText.cells($0.value)) at the last visit."
      }
    }
    return ChartPanel(
      id: "regrowth-\(id)", title: title, unit: "count",
      meaning: Markup.escape("\(title) at each visit. \(ends.joined(separator: " "))"), lines: lines)
  }
}
