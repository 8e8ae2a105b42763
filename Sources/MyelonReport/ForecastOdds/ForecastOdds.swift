import MyelonStatistics
import MyelonStudies

/// The section "arm against arm": how often one arm does better than another by a margin, in words and numbers.
struct ForecastOdds {
  let forecast: Forecast

  /// The section's body.
  func html() -> String {
    let pairs = self.pairs
    guard !pairs.isEmpty else {
      return "<p class=\"notice\">The arms have no outcome with a margin in common.</p>"
    }
    let reference = pairs.filter { $0.against == forecast.reference }
    let others = pairs.filter { $0.against != forecast.reference }
    var text = """
      <p>Every injury is lived in both arms with the same chance, so each life is its own control. A difference counts from the \
      margin on; percentages are shares of the lives, in brackets how well the ensemble knows them.</p>

      """
    text += reference.map(group).joined(separator: "\n")
    if !others.isEmpty {
      text += "<details><summary>The other arms among themselves</summary>"
      text += others.map(group).joined(separator: "\n") + "</details>\n"
    }
    return text + visits
  }

  private struct Pair: Hashable {
    let arm: String
    let against: String
  }

  private var pairs: [Pair] {
    var found: [Pair] = []
    for one in forecast.comparisons {
      let pair = Pair(arm: one.arm, against: one.against)
      if !found.contains(pair) { found.append(pair) }
    }
    return found
  }

  private func badge(_ name: String) -> String {
    ArmBadge.html(name, forecast.arms.firstIndex { $0.name == name } ?? 0)
  }

  private func group(_ pair: Pair) -> String {
    let own = forecast.comparisons.filter { $0.arm == pair.arm && $0.against == pair.against }
    let last = own.map(\.day).max()
    let items = own.filter { $0.day == last }.map(Self.item)
    let day = last.map { " <small>\(NumberText.day($0))</small>" } ?? ""
    return "<h3>\(badge(pair.arm)) against \(badge(pair.against))\(day)</h3>\n<div class=\"odds\">"
      + items.joined(separator: "\n") + "</div>"
  }

  private static func item(_ one: ForecastComparison) -> String {
    let margin = OutcomeText.margin(one.margin, outcome: one.outcome, unit: one.unit)
    guard let better = one.better, let worse = one.worse, let similar = one.similar else {
      return "<p><b>\(OutcomeText.title(one.outcome))</b>: not known in both arms of any life.</p>"
    }
    let parts = [("better", better.value), ("similar", similar), ("worse", worse.value)]
    let bar = parts.filter { $0.1 > 0 }.map { part in
      "<i class=\"\(part.0)\" style=\"width:\(NumberText.plain(100 * part.1))%\">"
        + (part.1 >= 0.12 ? "\(part.0 == "similar" ? "within margin" : part.0) " : "")
        + (part.1 >= 0.05 ? "\(NumberText.fixed(100 * part.1, 0))\u{202F}%" : "") + "</i>"
    }
    let benefit = one.benefit.map { " Mean benefit \(EstimateText.signed($0))." } ?? ""
    let missing =
      one.coverage.missing > 0
      ? " Not known of \(EstimateText.probability(one.coverage.missingShare)) of the weight." : ""
    return """
      <figure><figcaption><b>\(OutcomeText.title(one.outcome))</b>, margin \(margin): \(verdict(one))</figcaption>\
      <div class="odds-bar" aria-hidden="true">\(bar.joined())</div>\
      <p class="small">Better in \(EstimateText.probability(better.value)) (\(EstimateText.range(better))), worse in \
      \(EstimateText.probability(worse.value)) (\(EstimateText.range(worse))), within the margin in \
      \(EstimateText.probability(similar)).\(benefit)\(missing)</p></figure>
      """
  }

  /// What the probabilities say in words; never more than the ensemble knows.
  static func verdict(_ one: ForecastComparison) -> String {
    guard let better = one.better, let worse = one.worse else { return "not known" }
    if better.low > 0.5 { return "<span class=\"yes\">better in most lives</span>" }
    if worse.low > 0.5 { return "<span class=\"no\">worse in most lives</span>" }
    let most = (one.similar ?? 0) > 0.5 ? "within the margin in most lives; " : ""
    if better.low > worse.high { return most + "more often better than worse" }
    if worse.low > better.high { return most + "more often worse than better" }
    if let benefit = one.benefit, benefit.low > 0 { return most + "a gain below the margin on average" }
    if let benefit = one.benefit, benefit.high < 0 { return most + "a loss below the margin on average" }
    return most + "better as often as worse, as far as this ensemble can tell"
  }

  /// All visits as a table.
  private var visits: String {
    let rows = forecast.comparisons.map { one -> String in
      let name = "\(badge(one.arm))<br><small>against \(Markup.escape(one.against))</small>"
      let margin = OutcomeText.margin(one.margin, outcome: one.outcome, unit: one.unit)
      return "<th scope=\"row\">\(name)</th><td>\(OutcomeText.title(one.outcome))</td>"
        + [
          NumberText.short(one.day, digits: 4), margin, EstimateText.percent(one.better),
          EstimateText.percent(one.worse), EstimateText.signed(one.benefit),
          EstimateText.between(one.quantiles), "\(one.coverage.known)",
        ].map(Markup.numberCell).joined()
    }
    let table = Markup.table(
      caption: "Every comparison at every later visit; benefit is positive in favour of the arm",
      head: [
        "Arm", "Outcome", "#Day", "#Margin", "#Better", "#Worse", "#Mean benefit",
        "#Benefit, 90\u{202F}% of lives", "#Lives",
      ], rows: rows)
    return "<details><summary>All visits in numbers</summary>\(table)</details>\n"
  }
}
