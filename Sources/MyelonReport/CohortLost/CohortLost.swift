import ISNCSCI
import MyelonTrials

/// People who were drawn but not lived: how many of each grade, and why.
struct CohortLost {
  let bank: CohortBank

  /// Reasons that are shown at most.
  private static let shown = 12

  /// The section's body.
  func html() -> String {
    """
    <p>\(TrialWords.people(bank.failures.count).capitalizedFirst) of \(TrialWords.count(bank.count + bank.failures.count)) drawn could not \
    be lived, mostly because no injury of the model gives the grade that was drawn. They are not replaced: the lived cohort has \
    fewer people of these grades than the registries.</p>
    \(grades)
    \(reasons)
    """
  }

  /// Who the people were that were not lived: drawing is repeatable.
  private var grades: String {
    guard let sampler = try? bank.plan.sampler() else { return "" }
    var lost: [String: Int] = [:]
    for failure in bank.failures { lost[sampler.person(failure.member).grade.description, default: 0] += 1 }
    var lived: [String: Int] = [:]
    for person in bank.people { lived[person.grade.description, default: 0] += 1 }
    let rows = Set(lost.keys).union(lived.keys).sorted().map { grade in
      let (out, kept) = (lost[grade] ?? 0, lived[grade] ?? 0)
      return "<th scope=\"row\">AIS \(Markup.escape(grade))</th>"
        + Markup.numberCell(TrialWords.count(out + kept))
        + Markup.numberCell(TrialWords.count(kept)) + Markup.numberCell(TrialWords.count(out))
        + Markup.numberCell(EstimateText.percent(TrialWords.share(out, of: out + kept)))
    }
    return Markup.table(
      caption: "By the grade that was drawn for the first examination; in small 95 % intervals",
      head: ["Grade", "#Drawn", "#Lived", "#Not lived", "#Share not lived"], rows: rows, classes: "design")
  }

  private var reasons: String {
    var counts: [String: Int] = [:]
    for failure in bank.failures { counts[failure.reason, default: 0] += 1 }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let rows = sorted.prefix(Self.shown).map { reason, count in
      Markup.numberCell(TrialWords.count(count)) + "<td>\(Markup.escape(reason))</td>"
    }
    let more =
      sorted.count > Self.shown
      ? "<p class=\"small\">\(sorted.count - Self.shown) further reasons stand in <code>people.csv</code>.</p>"
      : ""
    return Markup.table(
      caption: "Reasons, the most frequent first", head: ["#People", "Why"], rows: rows, classes: "design")
      + more
  }
}
