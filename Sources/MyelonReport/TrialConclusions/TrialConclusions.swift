import MyelonStatistics
import MyelonTrialDesigns
import MyelonTrials

/// What simulated trials conclude, stage by stage, as modelled and with a therapy that does nothing.
struct TrialConclusions {
  let result: VirtualTrialResult
  let trial: TrialProtocol

  private var worlds: [TrialTruth] { result.worlds.map(\.truth) }

  /// The section's body.
  func html() -> String {
    """
    <p>Every trial is run in both worlds on the same people in the same order: \(worlds.map(TrialWords.badge).joined(separator: " and ")). \
    In the second treated people live their untreated lives; the toxicity of the procedure stays. Intervals say how well \
    \(TrialWords.count(result.settings.trials)) trials know a number.</p>
    \(doses)
    \(expansion)
    \(comparison)
    \(effort)
    """
  }

  private func row(_ title: String, _ count: (TrialWorld) -> (events: Int, trials: Int)?) -> TrialBars.Row {
    TrialBars.Row(
      title: title,
      shares: result.worlds.map { world in
        count(world).flatMap { TrialWords.share($0.events, of: $0.trials) }
      })
  }

  // MARK: - Dose finding

  private var doses: String {
    guard trial.doseFinding != nil, !result.doses.isEmpty else { return "" }
    var rows = [row("no dose") { ($0.selected.first ?? 0, $0.trials) }]
    for (place, dose) in result.doses.enumerated() {
      rows.append(
        row(Markup.escape(dose.name)) { world in
          world.selected.indices.contains(place + 1) ? (world.selected[place + 1], world.trials) : nil
        })
    }
    let bars = TrialBars(
      caption:
        "Dose that dose finding selects, as share of all trials with its Monte Carlo interval. n\u{202F}=\u{202F}"
        + "\(TrialWords.count(result.settings.trials)) trials in each world.", worlds: worlds, rows: rows)
    return "<h3>Dose finding: the dose selected</h3>\n" + bars.html()
  }

  // MARK: - Expansion

  private var expansion: String {
    guard trial.expansion != nil, result.worlds.contains(where: { ($0.expansion?.reached ?? 0) > 0 }) else {
      return trial.expansion == nil
        ? "" : "<h3>Expansion</h3>\n<p class=\"notice\">No trial reached the expansion.</p>"
    }
    func ended(_ count: @escaping (TrialWorld.Expansion) -> Int) -> (TrialWorld) -> (Int, Int)? {
      { world in world.expansion.map { (count($0), world.trials) } }
    }
    let rows = [
      row("not reached", ended { _ in 0 }).with(
        result.worlds.map { world in
          TrialWords.share(world.trials - (world.expansion?.reached ?? 0), of: world.trials)
        }),
      row("stopped for harm", ended(\.stoppedForHarm)),
      row("without success", ended(\.withoutSuccess)), row("goes on", ended(\.success)),
    ]
    let ends = TrialBars(
      caption:
        "How the expansion ends, as share of all trials. n\u{202F}=\u{202F}\(TrialWords.count(result.settings.trials)) trials in each "
        + "world.", worlds: worlds, rows: rows)
    let claims = TrialBars(
      caption:
        "Expansions in which a t test of the motor score against its baseline would claim improvement, as share of those "
        + "reached: \(reached). Nobody is compared with controls here.", worlds: worlds,
      rows: [
        row("claims improvement") { world in world.expansion.map { ($0.claims, $0.reached) } }
      ])
    return """
      <h3>Expansion: how it ends</h3>
      \(ends.html())
      <h3>Expansion: what would be claimed without controls</h3>
      <div class="duo"><div>\(claims.html())\(claimWords)</div>
      \(gain)</div>
      """
  }

  private var reached: String {
    let counts = result.worlds.map { world in
      "n\u{202F}=\u{202F}\(TrialWords.count(world.expansion?.reached ?? 0)) \(TrialWords.title(world.truth))"
    }
    return counts.joined(separator: ", ")
  }

  private var claimWords: String {
    guard let expansion = result.world(.null)?.expansion,
      let claims = TrialWords.share(expansion.claims, of: expansion.reached)
    else { return "" }
    return
      "<p>A therapy that does nothing would be reported as a gain by \(TrialWords.told(claims)) of expansions: recovery and regression to "
      + "the mean look like an effect when nobody is left untreated.</p>"
  }

  private var gain: String {
    guard let gains = result.distribution(.expansionGain) else { return "" }
    return TrialHistogram(
      distribution: gains, unit: "points of the motor score",
      caption: "Mean gain of the motor score in the expansion, over trials.",
      marks: [TrialHistogram.Mark(value: 0, words: "no gain", style: "zero")]
    ).html()
  }

  // MARK: - Comparison

  private var comparison: String {
    guard let stage = trial.randomised else { return "" }
    guard result.worlds.contains(where: { $0.compared > 0 }) else {
      return "<h3>Comparison with controls</h3>\n<p class=\"notice\">No trial reached the comparison.</p>"
    }
    var rows = [
      row("comparison reached") { ($0.compared, $0.trials) },
      row("significant benefit") { world in
        (max(0, (world.comparison?.successes.reduce(0, +) ?? 0) - world.harmful), world.trials)
      },
      row("significant harm") { ($0.harmful, $0.trials) },
    ]
    if stage.size.plan != nil {
      rows.append(
        row("stopped early without success") { world in
          world.comparison.map { ($0.stops.reduce(0, +), world.trials) }
        })
    }
    let bars = TrialBars(
      caption:
        "How trials end in the comparison with controls, as share of all trials. n\u{202F}=\u{202F}\(TrialWords.count(result.settings.trials)) "
        + "trials in each world.", worlds: worlds, rows: rows)
    return """
      <h3>Comparison with controls</h3>
      <div class="duo"><div>\(bars.html())
      <p>Tested: \(Markup.escape(stage.design.endpoint.label)); planned: power \(NumberText.percent(stage.design.power)), level \
      \(NumberText.percent(stage.design.test.significance)) \(stage.design.test.isTwoSided ? "two-sided" : "one-sided").</p></div>
      \(effects)</div>
      """
  }

  private var effects: String {
    guard let effects = result.distribution(.estimatedEffect) else { return "" }
    var marks = [TrialHistogram.Mark(value: 0, words: "no effect", style: "zero")]
    marks += trueMarks
    let open =
      trueMarks.isEmpty
      ? " The true effect is not marked: on the scale of this analysis it is not known." : ""
    return TrialHistogram(
      distribution: effects, unit: unit, caption: "Estimated effect of the comparison over trials.\(open)",
      marks: marks
    ).html()
  }

  private var unit: String {
    guard let stage = trial.randomised else { return "" }
    switch stage.outcome.form {
    case .value, .change: return "difference to controls, \(Markup.escape(stage.outcome.measure))"
    case .responder: return "difference of rates of responders"
    case .ordinal: return "log odds ratio"
    }
  }

  /// True effects on the axis of the comparison; doses with the same effect share a mark.
  private var trueMarks: [TrialHistogram.Mark] {
    guard let stage = trial.randomised else { return [] }
    let arms = result.fixedArm.map { [$0] } ?? result.doses
    var found: [(value: Double, names: [String])] = []
    for arm in arms {
      let value: Double? =
        switch stage.outcome.form {
        case .value, .change: arm.effect?.value
        case .responder: trial.expansion?.response == nil ? difference(arm) : nil
        case .ordinal: nil
        }
      guard let value else { continue }
      if let place = found.firstIndex(where: { abs($0.value - value) < 1e-9 }) {
        found[place].names.append(arm.name)
      } else {
        found.append((value, [arm.name]))
      }
    }
    return found.map { value, names in
      let who =
        names.count == arms.count && names.count > 1
        ? "all doses" : WordList.text(names.map { Markup.escape(TrialWords.shortened($0)) })
      return TrialHistogram.Mark(
        value: value, words: "true: \(who) \(EstimateText.signed(value))", style: "truth")
    }
  }

  private func difference(_ arm: DoseTruth) -> Double? {
    guard let treated = arm.responders, let own = arm.untreatedResponders else { return nil }
    return treated - own
  }

  // MARK: - People and time

  private var effort: String {
    var figures: [String] = []
    if let people = result.distribution(.enrolled) {
      figures.append(
        TrialHistogram(distribution: people, unit: "people", caption: "People enrolled in all stages.").html()
      )
    }
    if result.worlds.contains(where: { $0.days != nil }), let days = result.distribution(.days) {
      figures.append(
        TrialHistogram(
          distribution: days, unit: "years",
          caption: "Duration from the first person to the last visit, years.",
          scale: 1 / 365.25
        ).html())
    }
    guard !figures.isEmpty else { return "" }
    return "<h3>People and time</h3>\n<div class=\"duo\">\(figures.joined(separator: "\n"))</div>"
  }
}

extension TrialBars.Row {
  /// The row with other shares.
  fileprivate func with(_ shares: [Estimate?]) -> TrialBars.Row {
    TrialBars.Row(title: title, shares: shares)
  }
}
