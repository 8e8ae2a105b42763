import MyelonAnatomy
import MyelonStimulation

/// The head of a stimulation page: what was computed and what came of it, in plain language.
struct StimulationHead {
  let result: StimulationResult

  /// The line that stands on top and at the foot of the page.
  static let warning = """
    <p class="warning" role="note"><b>Research software.</b> These numbers come from a computed, average spine. They predict \
    no person's response and are not for setting a stimulator or for diagnosis or treatment.</p>
    """

  /// Title, warning, summary and key figures.
  func html() -> String {
    let study = result.study
    let about =
      study.description.isEmpty ? "" : "<p class=\"about\">\(Markup.escape(study.description))</p>\n"
    return """
      <header class="top">
      <p class="kicker">Myelon stimulation report</p>
      <h1>\(Markup.escape(study.name))</h1>
      \(about)\(Self.warning)
      <p class="lead">\(paragraph)</p>
      \(figures)
      \(notes)</header>

      """
  }

  private var paragraph: String {
    let study = result.study
    let whose = study.species == .human ? "an adult human spine" : "an adult rat's spine"
    let how = study.species == .human ? ", lying \(study.posture.rawValue)" : ""
    let pulse = study.pulse
    let count = result.montages.count
    var text =
      "\(Markup.escape(result.arrayName.capitalizedFirst)) on \(whose)\(how). \(StimulationText.pulse(pulse).capitalizedFirst) were sent through "
      + "\(count == 1 ? "one montage" : "\(count) montages") of its \(result.contacts.count) contacts, and the thresholds of "
      + "\(NumberText.short(Double(result.thresholdCount), digits: 6)) fibres computed."
    guard let shown = result.shownMontage else { return text }
    let first = shown.populations.compactMap { one in one.threshold.map { (one, $0) } }.min { $0.1 < $1.1 }
    if let (population, amplitude) = first {
      text +=
        " With <b>\(Markup.escape(shown.montage.name))</b> the first to fire are the \(Markup.escape(population.title)), from "
        + "\(NumberText.short(amplitude)) mA."
    } else {
      text += " With <b>\(Markup.escape(shown.montage.name))</b> nothing fires up to the highest amplitude."
    }
    return text
  }

  private var figures: String {
    guard let shown = result.shownMontage else { return "" }
    var items: [(name: String, value: String, note: String)] = []
    if let target = result.study.target, let best = result.ranking(of: target.title).first {
      items.append(("Best montage", Markup.escape(best.montage), "for \(Markup.escape(target.title))"))
      items.append(
        (
          "Selectivity", NumberText.fixed(best.indexAtHalf ?? best.largest, 2),
          best.indexAtHalf == nil
            ? "largest; half is not recruited within the range" : "where half of the target is recruited"
        ))
    }
    let classes: [(FibreClass, String)] = [
      (.groupI, "Group I afferents"), (.alphaMotor, "Motor axons"), (.dorsalColumn, "Dorsal columns"),
    ]
    for (fibreClass, name) in classes {
      let own = shown.populations.filter { $0.fibreClass == fibreClass }
      guard !own.isEmpty else { continue }
      let least = own.compactMap { one in one.threshold.map { (one, $0) } }.min { $0.1 < $1.1 }
      items.append(
        (
          name, least.map { "\(NumberText.short($0.1)) <small>mA</small>" } ?? "–",
          least.map {
            "from; \(fibreClass.runsInRoots ? "root " : "beside ")\($0.0.segment), \($0.0.side.word)"
          }
            ?? "none up to \(NumberText.short(result.study.amplitudes.highest)) mA"
        ))
    }
    if let safe = shown.largestSafeAmplitude {
      items.append(
        (
          "Within safety limits", "≤ \(NumberText.short(safe)) <small>mA</small>",
          "with this pulse and montage"
        ))
    }
    return Markup.keyFigures(items)
  }

  private var notes: String {
    guard !result.warnings.isEmpty else { return "" }
    let items = result.warnings.map { "<li>\(Markup.escape($0))</li>" }.joined()
    return "<div class=\"notice\"><b>Before reading on</b><ul>\(items)</ul></div>\n"
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
