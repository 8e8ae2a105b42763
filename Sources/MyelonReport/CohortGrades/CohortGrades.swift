import MyelonStatistics
import MyelonTrials

/// Natural history by region and grade: AIS at the last visit as bars, conversion and gains as a table.
struct CohortGrades {
  let summary: CohortSummary

  /// Share from which a grade's letter and share find room in the bar.
  private static let room = 0.08
  private static let letters = ["A", "B", "C", "D", "E"]

  /// Bars and table.
  func html() -> String {
    """
    <h3>AIS grade at the last visit</h3>
    <p>Each bar: people of one region and grade at the first examination, by their grade on \(NumberText.day(summary.day)) after \
    enrolment, untreated. Regions go by the neurological level drawn.</p>
    <div class="grade-bars">\(summary.groups.map(bar).joined(separator: "\n"))</div>
    \(table)
    """
  }

  private func title(_ group: CohortSummary.Group) -> String {
    guard group.region != "all" else { return "<b>Everybody</b>" }
    return
      "<b>\(Markup.escape(group.region.replacing("-", with: "–")))</b>, AIS \(Markup.escape(group.grade)) at first"
  }

  private func bar(_ group: CohortSummary.Group) -> String {
    let parts = zip(Self.letters, group.finalGrades).filter { $0.1 > 0 }
    let bars = parts.map { letter, share in
      let label =
        share >= Self.room
        ? "<b>\(letter)</b> <small>\(NumberText.fixed(100 * share, 0))\u{202F}%</small>" : ""
      return "<i class=\"ais-\(letter)\" style=\"width:\(NumberText.plain(100 * share))%\">\(label)</i>"
    }
    let words = parts.map { "\($0.0) \(NumberText.percent($0.1))" }.joined(separator: ", ")
    let count =
      group.graded == group.people
      ? "n\u{202F}=\u{202F}\(TrialWords.count(group.people))"
      : "n\u{202F}=\u{202F}\(TrialWords.count(group.graded)) whose grade is known, of \(TrialWords.count(group.people))"
    return
      "<figure><figcaption>\(title(group)): \(words.isEmpty ? "no grade is known" : words); \(count)</figcaption>"
      + "<div class=\"grade-bar\" role=\"img\" aria-label=\"\(words)\">\(bars.joined())</div></figure>"
  }

  private var table: String {
    let rows = summary.groups.map { group in
      "<th scope=\"row\">\(title(group))</th>" + Markup.numberCell(TrialWords.count(group.people))
        + Markup.numberCell(NumberText.fixed(group.people == 0 ? nil : group.age, 0))
        + Markup.numberCell(EstimateText.percent(group.converted))
        + Markup.numberCell(EstimateText.percent(group.motorIncomplete))
        + Markup.numberCell(TrialWords.signed(group.motorGain))
        + Markup.numberCell(TrialWords.signed(group.upperGain))
    }
    return Markup.table(
      caption:
        "Grades from the first examination, scores from enrolment, to \(NumberText.day(summary.day)) after enrolment; in small 95 % intervals",
      head: [
        "People", "#n", "#Age", "#Better grade", "#C, D or E", "#Motor gain", "#Upper limbs",
      ], rows: rows, classes: "outcomes")
  }
}
