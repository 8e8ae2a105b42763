import MyelonSimulation
import MyelonStudies

/// Turns a sensitivity study into one page that a browser shows without any network.
///
/// The page holds no script: charts are SVG. Everything that came from files is escaped.
public struct SensitivityReport: Sendable {
  private let record: SensitivityRecord

  /// Describes a report.
  public init(_ record: SensitivityRecord) {
    self.record = record
  }

  /// Nothing outside the page may be loaded, and nothing in it is run.
  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

  /// The page: a whole HTML document, in UTF-8 when written.
  public func html() -> String {
    PageFrame(
      name: record.name, kind: "sensitivity report", version: record.programVersion, policy: Self.policy,
      styles: PageStyle.sensitivity, head: SensitivityHead(record: record).html(), parts: parts,
      end: """
        <footer>\(SensitivityHead.warning)
        <p>Made by Myelon \(Markup.escape(record.programVersion)). This page loads nothing from any network.</p>
        </footer>
        """
    ).html()
  }

  private var parts: [PageFrame.Part] {
    let provenance = SensitivityProvenance(record: record)
    let findings = record.findings.enumerated().map { number, finding -> PageFrame.Part in
      let title = SensitivityWords.title(finding.outcome)
      return (
        "outcome-\(number)", title.replacing("<b>", with: "").replacing("</b>", with: ""),
        title.prefix(1).uppercased() + title.dropFirst(), section(finding)
      )
    }
    return findings + [
      ("reading", "How to read it", "How to read it", provenance.reading()),
      ("made", "How it was made", "How it was made", provenance.html()),
    ]
  }

  private func section(_ finding: SensitivityFinding) -> String {
    let outcome = finding.outcome
    let unit = SensitivityWords.unit(outcome.unit)
    let about = """
      <p>\(Markup.escape(outcome.meaning)). Over the rows: mean \(NumberText.short(finding.mean)), from \
      \(NumberText.short(finding.lowest)) to \(NumberText.short(finding.highest))\(unit). \(dropped(finding))</p>

      """
    guard !finding.rows.isEmpty else {
      return about + "<p class=\"notice\">It is the same in every row, so that nothing can be told.</p>"
    }
    let ranking = SensitivityRanking(record: record, finding: finding)
    return about + """
      <p class="notice verdict \(finding.verdict.level.rawValue)"><b>\(Self.word(finding.verdict.level))</b> \
      \(Markup.escape(finding.verdict.text))</p>
      \(SensitivityBars(record: record, finding: finding).html())
      <div class="duo">
      \(SensitivityScatter(record: record, finding: finding).html())
      \(SensitivityCourse(record: record, finding: finding).html())
      </div>
      \(ranking.pairs())\(ranking.html())
      """
  }

  private func dropped(_ finding: SensitivityFinding) -> String {
    let units = record.scheme.method.unitWord
    guard finding.used < finding.planned else { return "All \(finding.planned) \(units) were used." }
    let undetermined =
      finding.undetermined > 0 ? ", \(finding.undetermined) because the outcome could not be determined" : ""
    return
      "Of \(finding.planned) \(units) \(finding.used) were used; \(finding.failed) were left out because a row failed"
      + "\(undetermined)."
  }

  private static func word(_ level: SensitivityVerdict.Level) -> String {
    switch level {
    case .settled: "Settled."
    case .orderSettled: "Order settled."
    case .unsettled: "Not settled."
    case .nothing: "Nothing found."
    }
  }
}
