import MyelonQuantities
import MyelonSimulation

/// The section "parameters": where the numbers of the run come from, the least certain first.
struct Parameters {
  /// The parameters in force.
  let all: [Parameter]

  /// The parameters of a run.
  init(context: ReportContext) { all = context.record.parameters.parameters }

  /// Any parameters.
  init(_ parameters: [Parameter]) { all = parameters }

  /// The section's body.
  func html() -> String {
    guard !all.isEmpty else { return "<p class=\"notice\">The record holds no parameters.</p>" }
    let overridden = all.filter(\.isOverridden)
    var text = counts(all)
    if !overridden.isEmpty {
      text +=
        "<h3>Replaced by the file</h3>\n" + table("Parameters that the file replaced", overridden)
    }
    let weak = all.filter { !$0.isOverridden && Self.rank($0.evidence) < 2 }
    if !weak.isEmpty {
      text += """
        <h3>Assumed or fitted: doubt these first</h3>
        <p>Those with the widest plausible range, for their value, come first: a wrong guess there changes the run \
        most. How much each changes the outcome is a question for a sensitivity study, which this page is not.</p>

        """
      text += table(
        "The twelve least certain parameters", Array(weak.sorted(by: Self.isLessCertain).prefix(12)))
    }
    text += "<details><summary>All \(all.count) parameters</summary>"
    text += table("All parameters in force", all.sorted(by: Self.isEarlier)) + "</details>\n"
    return text
  }

  private func counts(_ all: [Parameter]) -> String {
    let kinds = [
      ("measured", "published measurements"), ("derived", "computed from sourced numbers"),
      ("fitted", "adjusted until the model met published results"), ("assumed", "no usable source was found"),
    ]
    let cells = kinds.map { kind, meaning -> String in
      let count = all.count { $0.evidence.kind == kind }
      return "<div class=\"count ev-\(kind)\" style=\"flex-grow:\(max(count, 1))\"><b>\(count)</b> \(kind)"
        + "<small>\(meaning)</small></div>"
    }
    return """
      <p>Each number of the model carries its evidence. Of \(all.count) in force in this run:</p>
      <div class="counts">\(cells.joined())</div>

      """
  }

  private func table(_ caption: String, _ parameters: [Parameter]) -> String {
    let rows = parameters.map { parameter -> String in
      let unit =
        ["-", "", "fraction"].contains(parameter.unit) ? "" : " \(TimeCourseCatalogue.unit(parameter.unit))"
      let range = parameter.plausible
      return "<th scope=\"row\"><span class=\"symbol\">\(Self.symbol(parameter.symbol))</span> "
        + "\(Markup.escape(parameter.meaning))<br><code>\(Markup.escape(parameter.id))</code></th>"
        + Markup.numberCell(NumberText.short(parameter.value, digits: 4) + unit)
        + Markup.numberCell("\(NumberText.short(range.lowerBound))–\(NumberText.short(range.upperBound))")
        + "<td><span class=\"tag ev-\(parameter.evidence.kind)\">\(parameter.evidence.kind)</span>"
        + (parameter.isOverridden ? " <span class=\"tag\">replaced</span>" : "") + "</td>"
        + "<td class=\"source\">\(Markup.escape(parameter.evidence.text))</td>"
    }
    return Markup.table(
      caption: caption, head: ["Parameter", "#Value", "#Plausible", "Evidence", "Source or reason"],
      rows: rows,
      classes: "parameters")
  }

  /// A symbol with what follows its underscore as a subscript.
  static func symbol(_ symbol: String) -> String {
    let parts = symbol.split(separator: "_", maxSplits: 1).map { Markup.escape(String($0)) }
    return parts.count == 2 ? "\(parts[0])<sub>\(parts[1])</sub>" : Markup.escape(symbol)
  }

  /// Weakest evidence first.
  private static func rank(_ evidence: Evidence) -> Int {
    switch evidence {
    case .assumed: 0
    case .fitted: 1
    case .derived: 2
    case .measured: 3
    }
  }

  /// Width of the plausible range relative to the value.
  private static func spread(_ parameter: Parameter) -> Double {
    let width = parameter.plausible.upperBound - parameter.plausible.lowerBound
    return parameter.value == 0 ? width : width / abs(parameter.value)
  }

  private static func isLessCertain(_ first: Parameter, _ second: Parameter) -> Bool {
    let ranks = (rank(first.evidence), rank(second.evidence))
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    return spread(first) != spread(second) ? spread(first) > spread(second) : first.id < second.id
  }

  private static func isEarlier(_ first: Parameter, _ second: Parameter) -> Bool {
    if first.isOverridden != second.isOverridden { return first.isOverridden }
    return isLessCertain(first, second)
  }
}
