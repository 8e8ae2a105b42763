import MyelonStatistics
import MyelonTrials

/// The head of a cohort's page: from whom people are drawn, how many were lived, what becomes of them.
struct CohortHead {
  let bank: CohortBank
  let flow: CohortFlow
  let summary: CohortSummary

  /// The line that stands on top and at the foot of the page.
  static let warning = """
    <p class="warning" role="note"><b>Research software: it predicts nobody's outcome.</b> These people do not exist. They were \
    drawn from tables of registries and lived by a model that has not been tested on patients.</p>
    """

  /// Title, warning, summary and key figures.
  func html() -> String {
    let plan = bank.plan
    let about = plan.description.isEmpty ? "" : "<p class=\"about\">\(Markup.escape(plan.description))</p>\n"
    return """
      <header class="top">
      <p class="kicker">Myelon virtual cohort</p>
      <h1>\(Markup.escape(plan.name))</h1>
      \(about)\(Self.warning)
      <p class="lead">\(lead)</p>
      \(Markup.keyFigures(figures))
      </header>

      """
  }

  private var lead: String {
    let plan = bank.plan
    let arms = bank.arms.count == 1 ? "one arm" : "\(bank.arms.count) arms"
    let visits = WordList.text(plan.visits.map { NumberText.short($0, digits: 5) })
    var text =
      "Injuries of \(NumberText.plain(plan.population.year)): \(TrialWords.people(flow.drawn)) drawn from tables of registries, "
      + "\(TrialWords.count(bank.count)) lived in \(arms) (\(WordList.text(bank.arms.map { Markup.escape($0) }))) and examined on "
      + "days \(visits) after enrolment."
    if let all = summary.groups.first, let gain = all.motorGain {
      text += " Untreated they gain \(TrialWords.toldSigned(gain)) motor points"
      if let converted = all.converted {
        text += ", and \(TrialWords.told(converted)) have a better AIS grade than at first"
      }
      text += "."
    }
    return text
  }

  private var figures: [(name: String, value: String, note: String)] {
    let all = summary.groups.first
    var items: [(name: String, value: String, note: String)] = [
      (
        "Lived", TrialWords.count(bank.count),
        flow.notLived == 0 ? "everybody who was drawn" : "of \(TrialWords.people(flow.drawn)) drawn"
      ),
      (
        "May take part", TrialWords.count(flow.eligible.count),
        "by \(flow.tally.rows.count == 1 ? "one rule" : "\(flow.tally.rows.count) rules") of the cohort file"
      ),
    ]
    if let age = CohortMakeUp(bank).meanAge {
      items.append(
        ("Mean age", "\(NumberText.fixed(age, 0)) <small>years</small>", "at injury, of those lived"))
    }
    if let gain = all?.motorGain {
      items.append(
        (
          "Motor gain", EstimateText.signed((gain.value * 10).rounded() / 10),
          "points untreated by \(NumberText.day(summary.day)); 95\u{202F}% \(NumberText.fixed(gain.low, 1)) to "
            + NumberText.fixed(gain.high, 1)
        ))
    }
    if let converted = all?.converted {
      items.append(
        (
          "Better grade", EstimateText.probability(converted.value),
          "untreated by \(NumberText.day(summary.day)); 95\u{202F}% \(EstimateText.range(converted))\u{202F}%"
        ))
    }
    return items
  }
}
