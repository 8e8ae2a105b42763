import MyelonStimulation

/// The section "safety": charge, charge density and limits of the shown montage, and the largest amplitude of each.
struct SafetyPanel {
  let result: StimulationResult

  /// The section's body.
  func html() -> String {
    guard let shown = result.shownMontage else { return "" }
    let highest = result.study.amplitudes.highest
    let rows = shown.safety.map { row($0, at: highest) }
    let head =
      result.isOnSkin
      ? ["Contact", "#Share", "#Area cm²", "#Charge µC", "#rms mA/cm²", "#Largest amplitude mA"]
      : ["Contact", "#Share", "#Area cm²", "#Charge µC", "#Density µC/cm²", "#k", "#Largest amplitude mA"]
    return """
      \(rule)
      \(Markup.table(caption: "At the highest amplitude computed, \(NumberText.short(highest)) mA, a phase; montage \(Markup.escape(shown.montage.name))", head: head, rows: rows))
      \(balance)
      """
  }

  private var rule: String {
    if result.isOnSkin {
      return """
        <p>Pads on the skin are judged by the root mean square of their current by area: above \(NumberText.short(StimulationSafety.skinLimit)) \
        mA/cm² IEC 60601-2-10 asks for a warning to the operator. What a person feels and bears comes first, and is not computed.</p>
        """
    }
    return """
      <p>Contacts in the body are judged by Shannon's rule, <i>k</i> = log<sub>10</sub> of the charge density (µC/cm²) plus log<sub>10</sub> of the charge (µC) of a phase \
      (Shannon 1992, doi:10.1109/10.126616). The limit here is <i>k</i> = \(NumberText.short(StimulationSafety.shannonLimit)) (the line of Cogan et al. 2016, \
      recalled): below \(NumberText.short(StimulationSafety.shannonDamage)), the lowest <i>k</i> at which damage was seen in the two studies behind the rule, and above Shannon's \
      cautious \(NumberText.short(StimulationSafety.shannonCautious)). The rule rests on hours of stimulation of cat cortex; it does not speak of years. Areas are geometric: \
      at edges the density is higher.</p>
      """
  }

  private func row(_ one: StimulationSafety, at amplitude: Double) -> String {
    let isOver = one.largestAmplitude.map { amplitude > $0 } ?? false
    func mark(_ text: String) -> String { isOver ? "<span class=\"over-limit\">\(text)</span>" : text }
    let judged =
      one.isOnSkin
      ? [mark(NumberText.short(one.currentDensity(at: amplitude)))]
      : [NumberText.short(one.density(at: amplitude)), mark(NumberText.fixed(one.shannon(at: amplitude), 2))]
    let cells =
      [
        StimulationText.share(one.share), one.area.map { NumberText.short($0) } ?? "none: a point",
        NumberText.short(one.charge(at: amplitude)),
      ] + judged + [mark(NumberText.short(one.largestAmplitude))]
    return "<th scope=\"row\">\(Markup.escape(one.contact))</th>" + cells.map(Markup.numberCell).joined()
  }

  private var balance: String {
    let pulse = result.study.pulse
    let isBalanced = pulse.imbalance <= StimulationSafety.imbalanceLimit
    let text =
      isBalanced
      ? "<span class=\"yes\">Charge-balanced</span>: a pulse takes back what it brings, to \(NumberText.percent(pulse.imbalance))."
      : "<span class=\"no\">Not charge-balanced</span>: \(NumberText.percent(pulse.imbalance)) of a phase's charge stays behind with every pulse. "
        + "The file allows it; an implant may not."
    return "<p>\(text)</p>"
  }
}
