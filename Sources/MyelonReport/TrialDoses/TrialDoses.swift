import MyelonStatistics
import MyelonTrials

/// What is true of each dose in those who may take part: known here because everybody has lived every life.
struct TrialDoses {
  let result: VirtualTrialResult
  let trial: TrialProtocol

  private var arms: [DoseTruth] { result.doses + (result.fixedArm.map { [$0] } ?? []) }

  /// Whether there is a dose or arm to tell of.
  var isEmpty: Bool { arms.isEmpty }

  /// The section's body.
  func html() -> String {
    """
    <p>Everybody in the cohort has lived untreated and under every dose, so that the true effect is known: the mean difference to the \
    same people's untreated lives\(outcome).</p>
    \(nothing)\(effects)
    \(fates)
    \(toxicity)
    """
  }

  private var outcome: String {
    result.outcome.map { " of <b>\(Markup.escape($0))</b>" } ?? ""
  }

  private var nothing: String {
    let told = arms.filter { $0.effect != nil }
    guard !told.isEmpty, told.allSatisfy({ $0.better == 0 && $0.worse == 0 }) else { return "" }
    return
      "<p class=\"notice\"><b>No dose changes the outcome of anybody</b> in this model: what trials find below is chance and nature.</p>\n"
  }

  private var effects: String {
    let told = arms.compactMap { arm in arm.effect.map { (arm: arm, effect: $0) } }
    guard !told.isEmpty else {
      return
        "<p class=\"notice\">The protocol names no outcome that the cohort knows: effects of doses are not told.</p>"
    }
    let ends: [Double] = told.flatMap { [$0.effect.low, $0.effect.high, 0] as [Double] }
    let (low, high) = (ends.min() ?? 0, ends.max() ?? 0)
    let axis = high - low > 1e-9 ? low...high : -1.0...1
    let rows = told.map { arm, effect in
      "<th scope=\"row\">\(name(arm))</th><td class=\"range\">"
        + RangeBar(
          axis: axis,
          spans: TrialWords.spans(effect, style: "whole"), marks: [RangeBar.Mark(value: 0)]
        ).svg() + "</td>" + Markup.numberCell(TrialWords.signed(effect)) + responders(arm)
    }
    let head =
      hasResponders ? ["#Responders under it", "#Responders untreated"] : []
    return
      "<figure class=\"changes\"><figcaption>True effect of each dose; bars from zero (line), thin bars 95\u{202F}% intervals of the mean over "
      + "people. n\u{202F}=\u{202F}\(TrialWords.people(result.eligible)).</figcaption>"
      + Markup.table(
        caption: "Difference to untreated lives",
        head: [
          "Dose", "From \(NumberText.short(axis.lowerBound)) to \(NumberText.short(axis.upperBound))",
          "#Effect",
        ]
          + head, rows: rows, classes: "ranges nature") + "</figure>"
  }

  private var hasResponders: Bool { arms.contains { $0.responders != nil } }

  private func responders(_ arm: DoseTruth) -> String {
    guard hasResponders else { return "" }
    return Markup.numberCell(arm.responders.map { EstimateText.probability($0) } ?? "–")
      + Markup.numberCell(arm.untreatedResponders.map { EstimateText.probability($0) } ?? "–")
  }

  private func name(_ arm: DoseTruth) -> String {
    let lived = arm.name == arm.arm ? "" : "<br><small>arm \(Markup.escape(arm.arm))</small>"
    return Markup.escape(arm.name) + lived
  }

  /// Who fares better and worse, person against the same person untreated.
  private var fates: String {
    let told = arms.filter { $0.effect != nil }
    guard !told.isEmpty else { return "" }
    let figures = told.map { arm -> String in
      let same = max(0, 1 - arm.better - arm.worse)
      let parts: [(word: String, share: Double)] = [
        ("better", arm.better), ("similar", same), ("worse", arm.worse),
      ]
      let words = ["better": "better", "similar": "the same", "worse": "worse"]
      let bars = parts.filter { $0.share > 0 }.map { part in
        let label = part.share >= 0.12 ? "\(words[part.word] ?? "") \(NumberText.percent(part.share))" : ""
        return "<i class=\"\(part.word)\" style=\"width:\(NumberText.plain(100 * part.share))%\">\(label)</i>"
      }
      let text = parts.map { "\(words[$0.word] ?? "") \(EstimateText.probability($0.share))" }
        .joined(separator: ", ")
      return
        "<figure><figcaption><b>\(Markup.escape(arm.name))</b>: \(text)</figcaption><div class=\"odds-bar\" role=\"img\" "
        + "aria-label=\"Better, the same and worse\">\(bars.joined())</div></figure>"
    }
    return
      "<h3>Better and worse</h3>\n<p>Shares of people whose outcome under the dose is better, the same or worse than in their untreated "
      + "life. n\u{202F}=\u{202F}\(TrialWords.people(result.eligible)).</p>\n<div class=\"odds\">\(figures.joined(separator: "\n"))</div>"
  }

  private var toxicity: String {
    guard trial.doseFinding != nil || trial.expansion != nil, !result.doses.isEmpty else { return "" }
    let target = trial.doseFinding?.choice.target
    let top = max(result.doses.map(\.toxicity).max() ?? 0, target ?? 0, 1e-9) * 1.1
    let rows = result.doses.map { dose in
      "<th scope=\"row\">\(name(dose))</th><td class=\"range\">"
        + RangeBar(
          axis: 0...top,
          spans: [
            RangeBar.Span(range: 0...max(1e-9, dose.toxicity), style: "", height: 12),
            RangeBar.Span(range: 0...max(1e-9, dose.assumedToxicity), style: "whole", height: 12),
          ], marks: target.map { [RangeBar.Mark(value: $0, style: "target")] } ?? []
        ).svg() + "</td>" + Markup.numberCell(EstimateText.probability(dose.assumedToxicity))
        + Markup.numberCell(EstimateText.probability(max(0, dose.toxicity - dose.assumedToxicity)))
        + Markup.numberCell(EstimateText.probability(dose.toxicity))
    }
    let line = target.map { " The line marks the target of \(NumberText.percent($0))." } ?? ""
    return
      "<h3>Toxicity</h3>\n<figure class=\"changes\"><figcaption>Rate of toxicity at each dose: in strong colour what the protocol assumes of the "
      + "procedure, in faint colour what the model adds (infection under immunosuppression).\(line) Mean over "
      + "n\u{202F}=\u{202F}\(TrialWords.people(result.eligible)).</figcaption>"
      + Markup.table(
        caption: "Rate of toxicity",
        head: ["Dose", "0 to \(NumberText.percent(top))", "#Assumed", "#Added by the model", "#Together"],
        rows: rows, classes: "ranges nature") + "</figure>"
  }
}
