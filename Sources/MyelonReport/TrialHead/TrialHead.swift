import MyelonStatistics
import MyelonTrials

/// The head of a trial's page: what was tried, on whom, and what came of it.
struct TrialHead {
  let result: VirtualTrialResult
  let trial: TrialProtocol

  /// The line that stands on top and at the foot of the page.
  static let warning = """
    <p class="warning" role="note"><b>Research software: it predicts nobody's outcome.</b> These trials were carried out on people \
    of a model, by a protocol that no authority has seen. They show what a design would make of what the model holds to be \
    true.</p>
    """

  private var verdict: TrialVerdict { TrialVerdict(result, of: trial) }

  /// Title, warning, verdict and key figures.
  func html() -> String {
    let about =
      trial.description.isEmpty ? "" : "<p class=\"about\">\(Markup.escape(trial.description))</p>\n"
    let sentences = verdict.sentences
    return """
      <header class="top">
      <p class="kicker">Myelon virtual trial</p>
      <h1>\(Markup.escape(result.trial))</h1>
      \(about)\(Self.warning)
      <p class="lead">\(tried)</p>
      <p class="notice verdict \(verdict.kind.rawValue)"><b>\(verdict.title)</b> \(sentences.modelled) \(sentences.null)</p>
      \(Markup.keyFigures(figures))
      </header>

      """
  }

  private var tried: String {
    let stages = WordList.text(trial.stages.map(\.title))
    let doses =
      trial.doses.isEmpty
      ? ""
      : " with \(trial.doses.count == 1 ? "one dose" : "\(trial.doses.count) doses") (\(WordList.text(trial.doses.map { Markup.escape($0.name) })))"
    return
      "\(stages.capitalizedFirst)\(doses), carried out \(TrialWords.count(result.settings.trials)) times on "
      + "\(TrialWords.people(result.eligible)) of the virtual cohort <b>\(Markup.escape(result.cohort))</b> who may take part; and as "
      + "often again with a therapy that does nothing, on the same people in the same order."
  }

  private var figures: [(name: String, value: String, note: String)] {
    let goal =
      trial.randomised != nil
      ? "significant benefit over controls"
      : trial.expansion != nil ? "go on from the expansion" : "select a dose"
    var items: [(name: String, value: String, note: String)] = [
      (
        "Success as modelled", Self.big(verdict.benefits(.modelled)), goal + note(verdict.benefits(.modelled))
      ),
      ("Success of nothing", Self.big(verdict.benefits(.null)), goal + note(verdict.benefits(.null))),
    ]
    if verdict.kind == .harm, let harms = verdict.harms(.modelled), harms.value > 0 {
      items.append(("Harm as modelled", Self.big(harms), "significant harm in the comparison" + note(harms)))
    }
    if let expansion = result.world(.null)?.expansion,
      let claims = TrialWords.share(expansion.claims, of: expansion.reached)
    {
      items.append(
        (
          "Claims without controls", Self.big(claims),
          "expansions of a therapy that does nothing with a significant motor gain" + note(claims)
        ))
    }
    if let people = result.distribution(.enrolled)?.part(.modelled) {
      items.append(("People enrolled", NumberText.short(people.mean?.value), spread(people, 1, "")))
    }
    if result.world(.modelled)?.days != nil, let days = result.distribution(.days)?.part(.modelled) {
      items.append(
        (
          "Duration", "\(NumberText.short((days.mean?.value ?? .nan) / 365.25)) <small>years</small>",
          spread(days, 365.25, "")
        ))
    }
    items.append(
      (
        "Eligible", TrialWords.count(result.eligible),
        "of \(TrialWords.people(result.people)) lived"
          + (result.notLived > 0 ? ", \(TrialWords.count(result.notLived)) more could not be" : "")
      ))
    return items
  }

  private func spread(_ part: TrialDistribution.Part, _ unit: Double, _ word: String) -> String {
    guard let low = part.quantiles.first, let high = part.quantiles.last else { return "" }
    return
      "mean as modelled; nine in ten trials \(NumberText.short(low / unit)) to \(NumberText.short(high / unit))\(word)"
  }

  private static func big(_ share: Estimate?) -> String {
    share.map { EstimateText.probability($0.value) } ?? "–"
  }

  private func note(_ share: Estimate?) -> String {
    share.map { "; Monte Carlo \(EstimateText.range($0))\u{202F}%" } ?? ""
  }
}
