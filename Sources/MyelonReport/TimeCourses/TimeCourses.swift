import Foundation
import MyelonSimulation

/// The section "time courses": small charts, all with the same time axis, a line per arm.
struct TimeCourses {
  let context: ReportContext

  /// Last day of any series.
  var lastDay: Double { context.arms.compactMap { $0.series.days.last }.max() ?? context.facts.days }

  /// The charts of a group, those without any data left out.
  func panels(_ group: TimeCourseCatalogue.Group) -> [ChartPanel] {
    panels(group, arms: Array(context.arms.indices))
  }

  /// The charts of a group for some arms, those without any data left out.
  func panels(_ group: TimeCourseCatalogue.Group, arms: [Int]) -> [ChartPanel] {
    group.measures.compactMap { panel($0, arms: arms) }
  }

  private func panel(_ measure: TimeCourseCatalogue.Measure, arms: [Int]) -> ChartPanel? {
    let columns = arms.compactMap { arm in
      context.arms[arm].series.columns.first { $0.name == measure.column }
    }
    guard let column = columns.first else { return nil }
    let lines = arms.compactMap { index -> ChartPanel.Line? in
      let arm = context.arms[index]
      guard let values = arm.series.values(measure.column) else { return nil }
      let days = arm.series.days
      let kept = TimeAxis.sample(days: days, columns: [values])
      return ChartPanel.Line(arm: index, points: kept.map { (day: days[$0], value: values[$0]) })
    }
    return ChartPanel(
      id: measure.column, title: measure.title, unit: TimeCourseCatalogue.unit(column.unit),
      meaning: Markup.escape("\(measure.title) over time. \(summary(measure.column, arms: arms))"),
      lines: lines,
      windows: PublishedWindow.windows(
        of: measure.column, isHuman: context.facts.isHuman, timeScaling: context.timeScaling),
      fixedRange: measure.range, fixedStep: measure.range.map { $0.upperBound / 4 })
  }

  /// The course of a measure in words: the peak and the end of each arm.
  private func summary(_ column: String, arms: [Int]) -> String {
    arms.map { context.arms[$0] }.compactMap { arm -> String? in
      guard let values = arm.series.values(column), let last = values.last,
        let peak = values.indices.max(by: { values[$0] < values[$1] })
      else { return nil }
      return
        "\(arm.name): highest \(NumberText.axis(values[peak])) at \(NumberText.day(arm.series.days[peak])), "
        + "\(NumberText.axis(last)) at the end."
    }.joined(separator: " ")
  }

  /// All charts of the section.
  var allPanels: [ChartPanel] { TimeCourseCatalogue.groups.flatMap(panels) }

  /// The section's body.
  func html() -> String {
    let shown = TimeCourseCatalogue.groups.map { (title: $0.title, panels: panels($0)) }
      .filter { !$0.panels.isEmpty }
    guard !shown.isEmpty else { return "<p class=\"notice\">The run holds no measures over time.</p>" }
    var text = introduction
    text += Self.axisSwitch
    text += legend
    for group in shown {
      text += "<h3>\(group.title)</h3>\n<div class=\"panels\">"
      text += group.panels.map(figure).joined() + "</div>\n"
    }
    return text + others
  }

  private var introduction: String {
    let scaling = NumberText.short(context.timeScaling)
    let stretched =
      context.facts.isHuman
      ? " They were seen in rats and are drawn \(scaling) times later and longer here, because the model slows "
        + "the cellular clocks of people by that factor (parameter <code>time_scaling</code>); windows measured "
        + "in people say so and are not stretched."
      : " They were seen in rats; those seen in mice say so."
    return """
      <p>Each chart shows one measure over the whole run\(context.arms.count > 1 ? ", one line per arm" : ""). \
      Shaded: when published experiments saw what the caption under the chart names.\(stretched) They are not fitted to this run, \
      although some parameters were fitted to the same papers (see <a href="#parameters">parameters</a>).</p>

      """
  }

  private static let axisSwitch = """
    <fieldset class="switch"><legend>Time axis</legend>\
    <label><input type="radio" name="time-axis" id="axis-log" checked> logarithmic</label>\
    <label><input type="radio" name="time-axis" id="axis-linear"> linear</label></fieldset>

    """

  private var legend: String {
    guard context.arms.count > 1 else { return "" }
    return "<p class=\"arms\">\(context.arms.indices.map(context.badge).joined(separator: " "))</p>\n"
  }

  /// One chart with its caption; both time axes are drawn, and the page shows one of them.
  func figure(_ panel: ChartPanel) -> String {
    let logarithmic = panel.svg(axis: TimeAxis(isLogarithmic: true, lastDay: lastDay))
    let linear = panel.svg(axis: TimeAxis(isLogarithmic: false, lastDay: lastDay))
    return """
      <figure class="panel" data-panel="\(Markup.escape(panel.id))"><figcaption><b>\(panel.title)</b> \
      <span>\(panel.unit)</span></figcaption>\
      <div class="static"><div class="on-log">\(logarithmic)</div><div class="on-linear">\(linear)</div></div>\
      <div class="live" hidden></div>\(sources(panel))</figure>

      """
  }

  private func sources(_ panel: ChartPanel) -> String {
    guard !panel.windows.isEmpty else { return "" }
    let items = panel.windows.enumerated().map { index, window in
      let stretch =
        context.facts.isHuman && !window.isHuman ? " (rat × \(NumberText.short(context.timeScaling)))" : ""
      let values = window.values.map {
        ", \(NumberText.short($0.lowerBound))–\(NumberText.short($0.upperBound)) \(panel.unit)"
      }
      return
        "<li><i>\(ChartPanel.letter(index))</i> <b>\(window.label)</b> \(Self.span(window.days))\(stretch)\(values ?? ""). "
        + "<span>\(Markup.escape(window.source))</span></li>"
    }
    return "<ul class=\"sources\">\(items.joined())</ul>"
  }

  private static func span(_ days: ClosedRange<Double>) -> String {
    let (low, high) = (days.lowerBound, days.upperBound)
    if high < 2 { return "\(NumberText.short(low * 24))–\(NumberText.short(high * 24)) h" }
    return "\(NumberText.short(low))–\(NumberText.short(high)) d"
  }

  /// Whether a column is the sparing of one tract, which has a section of its own.
  private static func isOfTract(_ column: String) -> Bool {
    column.hasPrefix("spared_") && (column.hasSuffix("_left") || column.hasSuffix("_right"))
  }

  /// What every column of the series means, for readers who open the table.
  private var others: String {
    guard let columns = context.arms.first?.series.columns, columns.count > 1 else { return "" }
    let rows = columns.filter { !Self.isOfTract($0.name) }
      .map { column in
        "<th scope=\"row\"><code>\(Markup.escape(column.name))</code></th>"
          + "<td>\(TimeCourseCatalogue.unit(column.unit))</td><td>\(Markup.escape(column.meaning))</td>"
          + context.arms.map { Markup.numberCell(NumberText.short($0.series.last(column.name))) }.joined()
      }
    let head =
      ["Column of series.csv", "Unit", "Meaning"] + context.arms.map { "#Last: \(Markup.escape($0.name))" }
    return "<details><summary>All measures: meaning and last value</summary>"
      + Markup.table(caption: "Measures over time", head: head, rows: rows) + "</details>\n"
  }
}
