/// The worksheet of one examination with its classification, as an HTML fragment or as plain text.
///
/// The HTML is self-contained: no scripts, no ids, no outside resources; its classes start with `isncsci-`. It
/// may be embedded many times in a page; then write `styleSheet` once in the head and leave it out of the sheets.
public enum ExaminationSheet {
  /// The worksheet as an HTML fragment.
  ///
  /// - Parameters:
  ///   - examination: The scores.
  ///   - classification: The result for them.
  ///   - title: A heading, for example the day of the visit; escaped here.
  ///   - includesStyle: Whether the style sheet is written into the fragment; true by default.
  ///   - includesReasons: Whether the reasons are listed under the sheet; true by default.
  /// - Returns: One `<section>` element, with a `<style>` element before it when asked for.
  public static func html(
    _ examination: Examination, _ classification: Classification, title: String = "",
    includesStyle: Bool = true, includesReasons: Bool = true
  ) -> String {
    var text = includesStyle ? "<style>\(styleSheet)</style>" : ""
    text += "<section class=\"isncsci-sheet\"><header class=\"isncsci-head\">"
    text +=
      "<span class=\"isncsci-title\">\(title.isEmpty ? "ISNCSCI examination" : Markup.escape(title))</span>"
    text +=
      "<span class=\"isncsci-standard\">International Standards for Neurological Classification of Spinal "
    text += "Cord Injury, revision \(classification.standardRevision.rawValue)</span></header>"
    text += "<div class=\"isncsci-main\">"
    text += table(examination, .right, classification)
    text +=
      "<div class=\"isncsci-centre\">\(BodyChart(examination).svg())\(legend)\(anorectal(examination))</div>"
    text += table(examination, .left, classification)
    text += "</div>"
    text += "<div class=\"isncsci-results\">\(totals(classification.totals))\(result(classification))</div>"
    if includesReasons { text += reasons(examination, classification) }
    return text + "</section>"
  }

  private static var legend: String {
    let items = [(0.0, "0"), (0.25, "1"), (0.5, "2"), (0.75, "3"), (1.0, "4")]
    var text = "<div class=\"isncsci-legend\"><span>Light touch + pin prick</span>"
    for (share, label) in items {
      text +=
        "<i style=\"background:\(GradeColor.fill(share: share));color:\(GradeColor.ink(share: share))\">"
      text += "\(label)</i>"
    }
    return text + "<i class=\"isncsci-nt\">NT</i><span>4 = normal</span></div>"
  }

  private static func anorectal(_ examination: Examination) -> String {
    let pairs = [
      ("Voluntary anal contraction", examination.voluntaryAnalContraction),
      ("Deep anal pressure", examination.deepAnalPressure),
    ]
    var cells = pairs.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }.joined()
    if examination.right.lowestNonKeyMuscle != nil || examination.left.lowestNonKeyMuscle != nil {
      let levels = Side.allCases.map { side in
        "\(side == .right ? "R" : "L") \(examination[side].lowestNonKeyMuscle?.description ?? "-")"
      }.joined(separator: " &nbsp; ")
      cells += "<div><dt>Lowest non-key muscle</dt><dd>\(levels)</dd></div>"
    }
    return "<dl class=\"isncsci-anorectal\">\(cells)</dl>"
  }

  private static func reasons(_ examination: Examination, _ classification: Classification) -> String {
    var text = "<details class=\"isncsci-reasons\" open><summary>Why</summary><ul>"
    for reason in classification.reasons(for: examination) {
      text += "<li>\(Markup.escape(reason.text))</li>"
    }
    return text + "</ul></details>"
  }
}
