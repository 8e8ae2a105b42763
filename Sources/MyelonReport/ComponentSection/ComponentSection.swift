import MyelonSimulation

/// The section "what each component contributed": the full protocol against copies without one component.
struct ComponentSection {
  let context: ReportContext
  private let tables: [ComponentTable]
  private let comparison: ArmComparison

  init(context: ReportContext) {
    self.context = context
    comparison = ArmComparison(context.record)
    tables = ComponentTable.all(of: context.record, comparison: comparison)
  }

  /// Whether no arm has a copy without one of its components.
  var isEmpty: Bool { tables.isEmpty }

  /// The section's body.
  func html() -> String {
    """
    <p>Each protocol was run again with one component left out at a time. What a component contributed is the outcome \
    of the full protocol minus the outcome without it: 0 means that leaving it out changed nothing. The contributions \
    add up to the full effect only where components act independently of each other.</p>

    """ + tables.map(html).joined() + Treatment.caution
  }

  private func html(_ table: ComponentTable) -> String {
    let head =
      context.arms.firstIndex { $0.name == table.arm }.map { "<h3>\(context.badge($0))</h3>\n" } ?? ""
    return head + outcomes(table) + contributions(table) + readings(table) + notes(table)
  }

  private func outcomes(_ table: ComponentTable) -> String {
    var rows = [Self.row("Full protocol", table) { OutcomeSection.text($0.full, $0.measure) }]
    for (index, copy) in table.copies.enumerated() {
      rows.append(
        Self.row("without \(Markup.escape(copy.removed))", table) {
          OutcomeSection.text($0.without[index], $0.measure)
        })
    }
    if let untreated = table.untreated {
      rows.append(
        Self.row("Untreated <small>(\(Markup.escape(untreated)))</small>", table) {
          OutcomeSection.text($0.untreated, $0.measure)
        })
    }
    return Markup.table(
      caption: "Outcomes of \(Markup.escape(table.arm)) and of its copies without one component",
      head: ["Arm"] + table.rows.map { OutcomeSection.head($0.measure) }, rows: rows)
  }

  private func contributions(_ table: ComponentTable) -> String {
    var rows = table.copies.enumerated().map { index, copy in
      Self.row(Markup.escape(copy.removed), table) { row in
        let value = row.contributions[index]
        let verdict = value.map { ArmDifference.verdict($0, row.measure) }
        let note =
          verdict == ArmDifference.Verdict.none
          ? "nothing" : verdict == .tooSmall ? "too small to mean anything" : ""
        return OutcomeSection.signed(value, row.measure) + (note.isEmpty ? "" : "<br><small>\(note)</small>")
      }
    }
    rows.append(
      Self.row("<b>Sum of the contributions</b>", table) { OutcomeSection.signed($0.sum, $0.measure) })
    if table.untreated != nil {
      rows.append(
        Self.row("<b>Full protocol minus untreated</b>", table) {
          OutcomeSection.signed($0.effect, $0.measure)
        })
    }
    return Markup.table(
      caption: "What each component of \(Markup.escape(table.arm)) contributed",
      head: ["Component"] + table.rows.map { OutcomeSection.head($0.measure) }, rows: rows,
      classes: "differences")
  }

  private static func row(
    _ title: String, _ table: ComponentTable, _ cell: (ComponentTable.Row) -> String
  ) -> String {
    "<th scope=\"row\">\(title)</th>" + table.rows.map { Markup.numberCell(cell($0)) }.joined()
  }

  /// Sum against full effect, in plain words, measures with the same reading together.
  private func readings(_ table: ComponentTable) -> String {
    let words: [(ComponentTable.Reading, String)] = [
      (
        .synergy,
        "the contributions add up to more than the full effect: components need each other (synergy)"
      ),
      (
        .redundancy,
        "the contributions add up to less than the full effect: components do the same or stand in each other's way "
          + "(redundancy)"
      ),
      (.opposed, "components change it, the protocol as a whole does not: they work against each other"),
      (
        .additive, "the contributions add up to the full effect, as far as differences this small can be told"
      ),
      (.nothing, "neither the protocol nor any component changed anything"),
    ]
    let items = words.compactMap { reading, meaning -> String? in
      let titles = table.rows.filter { $0.reading == reading }.map(\.measure.title)
      return titles.isEmpty ? nil : "<li><b>\(titles.joined(separator: ", "))</b>: \(meaning).</li>"
    }
    return items.isEmpty ? "" : "<ul class=\"plain\">\(items.joined())</ul>\n"
  }

  /// What hampers the reading.
  private func notes(_ table: ComponentTable) -> String {
    var text = ""
    if table.untreated == nil {
      text +=
        "<p class=\"notice\">The run has no untreated arm with this injury, so the full effect is not known and "
      text += "the sum cannot be compared with it.</p>\n"
    }
    if !table.missing.isEmpty {
      text += "<p class=\"notice\">No copy was run without "
      text +=
        "\(table.missing.map { "'\(Markup.escape($0))'" }.joined(separator: ", ")), so the sum leaves out what "
      text += "that contributed.</p>\n"
    }
    for copy in table.copies where !copy.alsoRemoved.isEmpty {
      let others = copy.alsoRemoved.map { "'\(Markup.escape($0))'" }.joined(separator: ", ")
      text +=
        "<p class=\"notice\">Without '\(Markup.escape(copy.removed))' there was no \(others) either, so its row "
      text += "tells of both together and the sum counts one of them twice.</p>\n"
    }
    return text
  }
}
