import MyelonStudies

/// The head of a sensitivity page: what was varied and what came of it, in plain language.
struct SensitivityHead {
  let record: SensitivityRecord

  /// The line that stands on top and at the foot of the page.
  static let warning = """
    <p class="warning" role="note"><b>Research software.</b> This page tells what the model's outcomes hang on within the \
    ranges that its parameters may have. It predicts nobody's outcome, and what matters in the model need not matter in a \
    person.</p>
    """

  func html() -> String {
    """
    <header class="top">
    <p class="kicker">Myelon sensitivity report</p>
    <h1>\(Markup.escape(record.name))</h1>
    \(Self.warning)
    <p class="lead">\(lead)</p>
    \(figures)</header>

    """
  }

  private var words: SensitivityWords { SensitivityWords(record: record) }

  private var lead: String {
    let count = record.factors.count
    let varied =
      record.scheme.groups.isEmpty
      ? "\(count) numbers" : "\(count) numbers and groups of numbers"
    let how = words.isMorris ? "one after the other from many starting points" : "all together"
    var text =
      "\(varied) were varied over their whole ranges, \(how), in \(NumberText.short(Double(record.rows), digits: 7)) lives of one "
      + "typical subject."
    for finding in record.findings {
      let leading = finding.rows.prefix(3).filter { !$0.isInert }.map { words.name($0) }
      guard !leading.isEmpty else { continue }
      text +=
        " <b>\(SensitivityWords.title(finding.outcome).replacing("<b>", with: "").replacing("</b>", with: ""))</b> hangs most on "
        + "\(WordList.text(leading))."
    }
    return text
  }

  private var figures: String {
    var items: [(String, String, String)] = [
      ("Rows", NumberText.short(Double(record.rows), digits: 7), Markup.escape(record.method)),
      (
        "Failed rows", "\(record.failedRows)",
        record.failedRows == 0
          ? "nothing was left out" : "each took its whole \(record.scheme.method.unitName) with it"
      ),
      (
        "Processor time", NumberText.seconds(record.processorSeconds),
        "\(NumberText.short(record.processorSeconds / Double(max(1, record.rows)))) s a row"
      ),
    ]
    for finding in record.findings {
      let influential = finding.rows.count { !$0.isInert }
      items.append(
        (
          SensitivityWords.title(finding.outcome), "\(influential) <small>of \(finding.rows.count)</small>",
          "change it at all"
        ))
    }
    let cells = items.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd><dd class=\"note\">\($0.2)</dd></div>" }
    return "<dl class=\"key\">\(cells.joined())</dl>"
  }
}
