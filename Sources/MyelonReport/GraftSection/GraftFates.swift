import MyelonTherapies

/// What the living cells of one transplant have become at each visit: stacked columns.
struct GraftFates {
  let context: ReportContext
  let arm: Int
  let transplant: String

  /// An entry of a list, 0 beyond its end.
  static func value(_ list: [Double], _ index: Int) -> Double {
    list.indices.contains(index) ? list[index] : 0
  }

  /// A cause of death in words.
  static func title(_ cause: GraftCondition) -> String {
    switch cause {
    case .alive: "alive"
    case .injection: "injection"
    case .hypoxia: "lack of blood flow"
    case .oxidation: "oxidative stress"
    case .cytokine: "cytokines"
    case .macrophages: "macrophages"
    case .rejection: "rejection"
    case .crowding: "crowding"
    case .basal: "other"
    case .safetySwitch: "safety switch"
    case .anchorage: "nothing to hold on to"
    }
  }

  /// A fate in words.
  static func title(_ fate: GraftFate) -> String {
    switch fate {
    case .progenitor: "undecided"
    case .neuron: "neurons"
    case .astrocyte: "astrocytes"
    case .myelinating: "myelin-forming"
    case .other: "other settled cells"
    }
  }

  /// The columns with their legend; empty where nothing was placed before the last visit.
  func html() -> String {
    let visits = context.summaries(arm, transplant: transplant)
    guard !visits.isEmpty else {
      return "<p class=\"notice\">\(context.badge(arm)): not placed before the last visit.</p>\n"
    }
    let highest = visits.map { $0.summary.alive.reduce(0, +) }.max() ?? 0
    guard highest > 0 else {
      return "<p>\(context.badge(arm)): no living cells at any visit.</p>\n"
    }
    let columns = visits.map { column($0.day, $0.summary, highest: highest) }
    let items = GraftFate.allCases.map {
      "<li><i class=\"fate\($0.rawValue)\"></i>\(Self.title($0))</li>"
    }
    return """
      <figure class="fates"><figcaption>\(context.badge(arm)) What the living cells are; the tallest column is \
      \(NumberText.cells(highest)) cells</figcaption>
      <div class="fate-columns">\(columns.joined())</div>
      <ul class="legend">\(items.joined())</ul></figure>

      """
  }

  private func column(_ day: Double, _ summary: GraftSummary, highest: Double) -> String {
    let living = summary.alive.reduce(0, +)
    var parts: [String] = []
    var words: [String] = []
    for fate in GraftFate.allCases.reversed() {
      let count = Self.value(summary.alive, Int(fate.rawValue))
      guard count > 0 else { continue }
      let height = NumberText.plain(100 * count / highest)
      parts.append("<i class=\"fate\(fate.rawValue)\" style=\"height:\(height)%\"></i>")
      words.append("\(Self.title(fate)) \(NumberText.percent(count / living))")
    }
    let text = words.isEmpty ? "no living cells" : words.joined(separator: ", ")
    return
      "<div class=\"fate-column\"><span class=\"stack\" role=\"img\" aria-label=\"\(NumberText.day(day)): \(text)\" "
      + "title=\"\(text)\">\(parts.joined())</span><b>\(NumberText.cells(living))</b>"
      + "<small>\(NumberText.day(day))</small></div>"
  }
}
