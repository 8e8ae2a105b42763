import MyelonStatistics
import MyelonStudies

/// The section "who gains": benefit by strata of what is known at the baseline, and the rules that may be read off.
struct StrataSection {
  let forecast: Forecast

  private struct Group {
    let tables: [BiomarkerTable]
    var first: BiomarkerTable { tables[0] }
    var hasRule: Bool { tables.contains { $0.rule.finding == .select } }
  }

  /// Tables of the same pair and biomarker stand together.
  private var groups: [Group] {
    var keys: [String] = []
    var found: [String: [BiomarkerTable]] = [:]
    for table in forecast.tables where !table.strata.isEmpty {
      let key = [table.arm, table.against, table.biomarker].joined(separator: "\n")
      if found[key] == nil { keys.append(key) }
      found[key, default: []].append(table)
    }
    return keys.compactMap { found[$0].map { Group(tables: $0) } }
  }

  /// The section's body.
  func html() -> String {
    let groups = self.groups
    let telling = groups.filter(\.hasRule)
    let silent = groups.filter { !$0.hasRule }
    let reference = forecast.arms.firstIndex { $0.name == forecast.reference } ?? 0
    let count = forecast.tables.count == 1 ? "one table was" : "\(forecast.tables.count) tables were"
    var text = """
      <p>Mean benefit of an arm over \(ArmBadge.html(forecast.reference, reference)) among lives with similar values at \
      the first visit, or of a parameter. A rule is read off only where the intervals of strata do not meet and the gain \
      reaches the margin. The intervals hold together within a table \
      (\(NumberText.percent(forecast.settings.confidence))); \(count) looked at. A rule is a property of this model and no \
      evidence for patients.</p>

      """
    if telling.isEmpty {
      text += "<p class=\"notice\"><b>No rule can be read off</b> any of the tables.</p>\n"
    }
    text += telling.map(html).joined(separator: "\n")
    if !silent.isEmpty {
      text +=
        "<details\(telling.isEmpty ? " open" : "")><summary>Tables without a rule (\(silent.count))</summary>"
      text += silent.map(html).joined(separator: "\n") + "</details>\n"
    }
    return text
  }

  private func html(_ group: Group) -> String {
    let first = group.first
    let arm = forecast.arms.firstIndex { $0.name == first.arm } ?? 0
    let source = first.origin == .firstVisit ? "at the first visit" : "varied"
    let unit = OutcomeText.unit(first.biomarkerUnit)
    let title =
      "\(ArmBadge.html(first.arm, arm)) by \(Markup.escape(OutcomeTitle.inSentence(first.biomarker))) "
      + "<small>\(source)\(unit.isEmpty ? "" : ", \(unit)")</small>"
    let rows = first.strata.indices.map { stratum -> String in
      let one = first.strata[stratum]
      return "<th scope=\"row\">\(Markup.escape(one.label))</th>"
        + Markup.numberCell("\(NumberText.percent(one.share)) <small>\(one.members)</small>")
        + group.tables.map { table in
          let cell = table.strata[stratum]
          return Markup.numberCell(EstimateText.signed(cell.benefit))
            + Markup.numberCell(EstimateText.percent(cell.better))
        }.joined()
    }
    let heads = group.tables.flatMap { table in
      [
        "#\(OutcomeText.title(table.outcome))<br><small>mean benefit</small>",
        "#better by \(OutcomeText.margin(table.margin, outcome: table.outcome, unit: table.unit))",
      ]
    }
    let table = Markup.table(
      caption: "Benefit on \(NumberText.day(first.day)) by stratum",
      head: ["Stratum", "#Share <small>lives</small>"] + heads, rows: rows, classes: "strata")
    let rules = group.tables.map { table in
      "<li\(table.rule.finding == .select ? " class=\"rule\"" : "")>\(OutcomeText.sentence(table.rule.text))</li>"
    }
    return "<h3>\(title)</h3>\n\(table)\n<ul class=\"plain rules\">\(rules.joined())</ul>"
  }
}
