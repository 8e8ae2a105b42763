import MyelonSimulation
import MyelonTrials

/// Turns a lived cohort into one page that a browser shows without any network.
///
/// The page says who the people are, what becomes of them without treatment, who of them may take part in the trial, and who could
/// not be lived. It holds no script: charts are SVG. Everything that came from files is escaped.
public struct CohortReport: Sendable {
  private let bank: CohortBank
  private let flow: CohortFlow
  private let sources: TrialSources

  /// Describes a report.
  ///
  /// - Parameters:
  ///   - bank: the lived people.
  ///   - flow: who of them may take part.
  ///   - sources: where the numbers come from.
  public init(_ bank: CohortBank, flow: CohortFlow, sources: TrialSources = TrialSources()) {
    self.bank = bank
    self.flow = flow
    self.sources = sources
  }

  /// The page: a whole HTML document, in UTF-8 when written.
  public func html() -> String {
    let summary = CohortSummary(bank)
    return PageFrame(
      name: bank.plan.name, kind: "virtual cohort", policy: PageFrame.staticPolicy,
      styles: PageStyle.patient + "\n" + PageStyle.sensitivity + "\n" + TrialStyle.all,
      head: CohortHead(bank: bank, flow: flow, summary: summary).html(), parts: parts(summary),
      end: """
        <footer>\(CohortHead.warning)
        <p>Made by Myelon \(Markup.escape(ProgramVersion.current)). This page loads nothing from any network.</p>
        </footer>
        """
    ).html()
  }

  private func parts(_ summary: CohortSummary) -> [PageFrame.Part] {
    let history =
      bank.count == 0
      ? "<p class=\"notice\">Nobody was lived, so that nothing is known of what becomes of people.</p>"
      : CohortGrades(summary: summary).html() + "\n" + CohortCourses(summary: summary).html()
    var parts: [PageFrame.Part] = [
      ("people", "People", "Who the people are", people),
      ("history", "Natural history", "What becomes of them untreated", history),
      ("screening", "Screening", "Who may take part", screening),
    ]
    if !bank.failures.isEmpty {
      parts.append(("lost", "Not lived", "Who was not lived, and why", CohortLost(bank: bank).html()))
    }
    parts.append(
      ("made", "How it was made", "How it was made", CohortProvenance(bank: bank, sources: sources).html()))
    return parts
  }

  private var people: String {
    CohortPeople(
      all: CohortMakeUp(bank),
      traits: [.age, .drawnLevel, .firstGrade, .grade, .sex, .cause, .country, .level]
    ).html()
  }

  private var screening: String {
    let chart = TrialFlow(flow, eligibility: bank.plan.eligibility).html()
    guard flow.eligible.count < bank.count, !flow.eligible.isEmpty else { return chart + nobody }
    return """
      \(chart)
      <h3>Those who may take part, within everybody</h3>
      \(CohortPeople.key)
      \(CohortPeople(
        all: CohortMakeUp(bank), chosen: CohortMakeUp(bank, people: flow.eligible),
        traits: [.age, .level, .grade, .cause]).html())
      """
  }

  private var nobody: String {
    flow.eligible.isEmpty && bank.count > 0
      ? "\n<p class=\"notice\"><b>Nobody may take part.</b> Widen the rules or the population.</p>" : ""
  }
}
