import MyelonTrials

/// The flow from people drawn to people who may take part, as the top of a CONSORT chart.
struct TrialFlow {
  /// A rule with those whom it kept out.
  struct Rule {
    /// Place in the protocol, such as "inclusion 2".
    let place: String
    /// The rule as written.
    let text: String
    /// People kept out by it first.
    let first: Int
    /// People who fail it.
    let any: Int
    /// Those of `any` of whom too little is known.
    let notKnown: Int
    /// People in whom it could not be verified and kept nobody out.
    let unverified: Int
    /// Why there is such a rule; nil if it is not said.
    let because: String?
  }

  let drawn: Int
  let notLived: Int
  let rules: [Rule]
  let eligible: Int

  private var lived: Int { drawn - notLived }

  /// The chart.
  func html() -> String {
    let lost =
      notLived > 0
      ? "<li class=\"out\"><b>\(TrialWords.count(notLived))</b> not lived: no injury gave the grade that was drawn, or the life failed</li>"
      : ""
    let excluded = lived - eligible
    return """
      <figure class="flow-figure"><figcaption>From people drawn to people who may take part. Everybody is counted once, under the first \
      rule that keeps them out; in small, how many fail the rule at all. n\u{202F}=\u{202F}\(TrialWords.people(drawn)) drawn.</figcaption>
      <ol class="flow"><li class="step"><b>\(TrialWords.count(drawn))</b> drawn from registries</li>
      \(lost)<li class="step"><b>\(TrialWords.count(lived))</b> lived and screened</li>
      <li class="out"><b>\(TrialWords.count(excluded))</b> kept out\(rules.isEmpty ? ": there are no rules" : "")
      \(list)</li>
      <li class="step last"><b>\(TrialWords.count(eligible))</b> may take part \
      <small>\(EstimateText.probability(Double(eligible) / Double(max(1, lived)))) of those lived</small></li></ol></figure>
      """
  }

  private var list: String {
    guard !rules.isEmpty else { return "" }
    var left = lived
    let items = rules.map { rule -> String in
      left -= rule.first
      let because = rule.because.map { "<br><small>because \(Markup.escape($0))</small>" } ?? ""
      return
        "<li\(rule.first == 0 ? " class=\"idle\"" : "")><b>\(TrialWords.count(rule.first))</b> \(rule.place): "
        + "<code>\(Markup.escape(rule.text))</code> <small>\(note(rule)); \(TrialWords.count(left)) left</small>\(because)</li>"
    }
    return "<ul>\(items.joined(separator: "\n"))</ul>"
  }

  private func note(_ rule: Rule) -> String {
    var parts = ["\(TrialWords.count(rule.any)) fail it"]
    if rule.notKnown > 0 { parts.append("\(TrialWords.count(rule.notKnown)) of them not known") }
    if rule.unverified > 0 { parts.append("\(TrialWords.count(rule.unverified)) not verified") }
    return parts.joined(separator: ", ")
  }
}

extension TrialFlow {
  /// The flow of a trial's result.
  init(_ result: VirtualTrialResult, of trial: TrialProtocol) {
    var places: [String: Int] = [:]
    rules = result.exclusions.map { row in
      places[row.list, default: 0] += 1
      let number = places[row.list] ?? 1
      let written =
        row.list == EligibilityPosition.List.inclusion.rawValue
        ? trial.eligibility.inclusion : trial.eligibility.exclusion
      return Rule(
        place: "\(Markup.escape(row.list)) \(number)", text: row.rule, first: row.first, any: row.any,
        notKnown: row.notKnown, unverified: row.unverified,
        because: written.indices.contains(number - 1) ? written[number - 1].because : nil)
    }
    drawn = result.people + result.notLived
    notLived = result.notLived
    eligible = result.eligible
  }

  /// The flow of a cohort.
  init(_ flow: CohortFlow, eligibility: Eligibility) {
    rules = flow.tally.rows.map { row in
      let list = row.position.list == .inclusion ? eligibility.inclusion : eligibility.exclusion
      let place = row.position.number - 1
      return Rule(
        place: "\(row.position)", text: row.rule, first: row.first, any: row.any, notKnown: row.notKnown,
        unverified: row.unverified, because: list.indices.contains(place) ? list[place].because : nil)
    }
    drawn = flow.drawn
    notLived = flow.notLived
    eligible = flow.eligible.count
  }
}
