import MyelonSimulation
import MyelonTherapies

/// The section "grafted cells": survival, fate, causes of death, the host's response, cells elsewhere, tracking.
struct GraftSection {
  let context: ReportContext

  /// Whether any cells were grafted.
  var isEmpty: Bool { context.transplantNames.isEmpty }

  /// All charts of the section.
  var panels: [ChartPanel] {
    (totals + context.transplantNames.enumerated().flatMap(transplantPanels)
      + Tracking(context: context).panels)
      .filter { !$0.isEmpty }
  }

  /// The section's body.
  func html() -> String {
    let arms = context.treated.filter { !context.transplants($0).isEmpty }
    let courses = TimeCourses(context: context)
    var text = """
      <p>What became of the grafted cells. Survival is living cells as a share of those placed in the cord; it rises \
      above 100 % where cells divide. Cells that die within the first day include those that were dead in the vial.</p>

      """
    text += context.legend(arms)
    text += Self.grid(totals, courses)
    for (index, name) in context.transplantNames.enumerated() {
      text += "<h3>\(Markup.escape(name))</h3>\n"
      text += Self.grid(transplantPanels(index, name), courses)
      for arm in context.protocols where context.transplants(arm).contains(where: { $0.name == name }) {
        text += GraftFates(context: context, arm: arm, transplant: name).html()
      }
    }
    return text + deaths + Tracking(context: context).html(courses) + files + Treatment.caution
  }

  static func grid(_ panels: [ChartPanel], _ courses: TimeCourses) -> String {
    let shown = panels.filter { !$0.isEmpty }
    guard !shown.isEmpty else { return "" }
    return "<div class=\"panels\">\(shown.map(courses.figure).joined())</div>\n"
  }

  /// Charts of all grafted cells of an arm together, from the series.
  private var totals: [ChartPanel] {
    let group = TimeCourseCatalogue.Group(
      title: "",
      measures: [
        .init(column: "graft_cells", title: "All living grafted cells, clones included"),
        .init(column: "graft_survival", title: "Survival of all grafted cells"),
        .init(column: "graft_neurons", title: "Grafted neurons"),
        .init(column: "graft_astrocytes", title: "Grafted astrocytes"),
        .init(column: "graft_oligodendrocytes", title: "Grafted myelin-forming cells"),
        .init(column: "graft_undifferentiated", title: "Grafted cells without a fate"),
      ])
    return TimeCourses(context: context).panels(group, arms: context.treated).filter { panel in
      panel.lines.contains { $0.points.contains { $0.value != 0 } }
    }
  }

  /// Charts of one transplant, a line an arm.
  private func transplantPanels(_ index: Int, _ name: String) -> [ChartPanel] {
    func panel(
      _ id: String, _ title: String, _ unit: String, start: ((CellTransplant) -> Double)?,
      range: ClosedRange<Double>? = nil, _ value: @escaping (GraftSummary) -> Double
    ) -> ChartPanel {
      let lines = context.treated.compactMap { arm -> ChartPanel.Line? in
        guard let plan = context.transplants(arm).first(where: { $0.name == name }) else { return nil }
        var points = context.summaries(arm, transplant: name).map { (day: $0.day, value: value($0.summary)) }
        guard let first = points.first else { return nil }
        if let start, first.day > plan.day { points.insert((day: plan.day, value: start(plan)), at: 0) }
        return ChartPanel.Line(arm: arm, points: points, marksPoints: true)
      }
      return ChartPanel(
        id: "transplant-\(index)-\(id)", title: title, unit: unit,
        meaning: "\(title) of \(Markup.escape(name)) at each visit, one line per arm.", lines: lines,
        fixedRange: range, fixedStep: range.map { $0.upperBound / 4 })
    }
    return [
      panel("survival", "Survival", "% of placed cells", start: { _ in 100 }) { 100 * $0.survival },
      panel("alive", "Living cells", "cells", start: nil) { $0.alive.reduce(0, +) },
      panel("response", "Immune response of the host", "0 to 1", start: { _ in 0 }, range: 0...1) {
        $0.response
      },
      panel("remote", "Cells elsewhere in the body that still act", "cells", start: nil) { $0.remote },
    ].filter { panel in panel.lines.contains { $0.points.contains { $0.value != 0 } } }
  }

  /// Causes of death of every transplant of every arm at the last visit.
  private var deaths: String {
    let causes = GraftCondition.allCases.filter { $0 != .alive }
    let rows = context.treated.flatMap { arm in
      context.transplants(arm).map { plan -> String in
        let head =
          "<th scope=\"row\">\(context.badge(arm))<br><small>\(Markup.escape(plan.name))</small></th>"
        guard let last = context.summaries(arm, transplant: plan.name).last?.summary else {
          return head + "<td colspan=\"\(causes.count + 3)\">not placed before the last visit</td>"
        }
        let all = max(last.placed + last.born, 1e-12)
        let cells = causes.map { cause -> String in
          let dead = GraftFates.value(last.dead, Int(cause.rawValue))
          return Markup.numberCell(dead > 0 ? NumberText.percent(dead / all) : "0")
        }
        return head + Markup.numberCell(NumberText.cells(last.placed))
          + Markup.numberCell(NumberText.cells(last.born))
          + Markup.numberCell("<b>\(NumberText.percent(last.alive.reduce(0, +) / all))</b>") + cells.joined()
      }
    }
    return "<h3>What the cells died of</h3>\n"
      + Markup.table(
        caption: "Living and dead at the last visit, as shares of all cells placed and born",
        head: ["Arm and transplant", "#Placed", "#Born", "#Alive"]
          + causes.map { "#" + GraftFates.title($0) },
        rows: rows)
  }

  /// Files that hold the cells.
  private var files: String {
    let names = [
      ("cells", "one row a grafted cell, opens in anndata and scanpy"),
      ("tracking", "image of iron-labelled cells, T2*-weighted"),
      ("tracking_reporter", "image of the reporter gene"),
    ]
    let items = context.treated.flatMap { arm in
      names.compactMap { key, meaning -> String? in
        (context.arms[arm].therapy?.files[key]).map {
          "<li>\(context.badge(arm)) <code>\(Markup.escape($0))</code> <small>\(meaning)</small></li>"
        }
      }
    }
    return items.isEmpty ? "" : "<h3>Files</h3>\n<ul class=\"plain\">\(items.joined())</ul>\n"
  }
}
