import MyelonSimulation
import MyelonTherapies

/// The section "what was done": the plan of each treated arm as a strip over the run and as a table.
struct Treatment {
  let context: ReportContext

  /// The line that every section about treatments ends with.
  static let caution =
    "<p class=\"small\">One computed life under each arm. It predicts nobody's outcome, and a difference here is no "
    + "evidence that a treatment works.</p>\n"

  /// The section's body.
  func html() -> String {
    var text = """
      <p>What each arm received after the injury. The same subject, injury and random numbers are used in all arms \
      with the same injury, so that arms differ only in what was done. Days count from the injury.</p>

      """
    for arm in context.protocols {
      let plan = context.plan(arm)
      text += "<h3>\(context.badge(arm))\(Self.about(context, arm))</h3>\n"
      text += "<div class=\"table-box\">\(TreatmentStrip(context: context, arm: arm).svg())</div>\n"
      text += table(plan, of: arm)
    }
    text +=
      untreated + copies + StimulationTable(context: context).html()
      + ProductTables(context: context).html()
    return text + Self.caution
  }

  private static func about(_ context: ReportContext, _ arm: Int) -> String {
    context.facts.description(ofArm: context.arms[arm].name).map { " <small>\(Markup.escape($0))</small>" }
      ?? ""
  }

  private func table(_ plan: TreatmentProtocol, of arm: Int) -> String {
    let products = ProductTables(context: context)
    let rows = plan.interventions.sorted { $0.day < $1.day }.map { intervention -> String in
      let words = InterventionText(intervention: intervention)
      var what = words.what
      if case .cells(let cells) = intervention, let target = products.anchor(of: cells.product) {
        what += " <a href=\"#\(target)\">numbers and sources</a>"
      }
      return "<th scope=\"row\">\(Markup.escape(intervention.name))<br><small>\(words.kind)</small></th>"
        + Markup.numberCell(Self.when(intervention, last: words.lastDay)) + "<td>\(what)</td>"
        + "<td>\(words.amount(isHuman: context.facts.isHuman))</td><td>\(words.place)</td>"
    }
    return Markup.table(
      caption: "Plan of \(Markup.escape(context.arms[arm].name))",
      head: ["Component", "#Day", "What", "How much", "Where"], rows: rows)
  }

  private static func when(_ intervention: Intervention, last: Double?) -> String {
    let first = NumberText.short(intervention.day, digits: 4)
    guard isCourse(intervention), let last, last.isFinite else { return first }
    return "\(first)–\(NumberText.short(last, digits: 4))"
  }

  /// True for what is given over days that the plan states.
  private static func isCourse(_ intervention: Intervention) -> Bool {
    switch intervention {
    case .drug, .training, .stimulation: true
    case .cells, .scaffold, .release, .safetySwitch: false
    }
  }

  /// Arms that got nothing, by name.
  private var untreated: String {
    let none = context.arms.indices.filter { context.plan($0).isEmpty }
    guard !none.isEmpty else {
      return "<p class=\"notice\">No arm of this run is untreated, so nothing here can be set against no "
        + "treatment.</p>\n"
    }
    return "<p>Nothing was done in: \(none.map(context.badge).joined(separator: " ")).</p>\n"
  }

  /// Copies without one component, by name.
  private var copies: String {
    let items = context.treated.filter(context.isCopy).map { arm -> String in
      let entry = context.scenarioArm(arm)
      return "<li>\(context.badge(arm)): '\(Markup.escape(entry?.componentOf ?? ""))' without "
        + "'\(Markup.escape(entry?.removed ?? "one component"))'</li>"
    }
    guard !items.isEmpty else { return "" }
    return "<p>Copies of an arm that lack one component, to tell what it contributed:</p>\n"
      + "<ul class=\"plain\">\(items.joined())</ul>\n"
  }
}
