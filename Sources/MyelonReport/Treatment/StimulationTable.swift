import MyelonSimulation
import MyelonStimulation
import MyelonTherapies

/// Which fibres every course of stimulation made fire, and what that did to the circuits.
struct StimulationTable {
  let context: ReportContext

  /// Classes in the order of the columns.
  private static let classes: [(fibre: FibreClass, title: String)] = [
    (.groupI, "Group I afferents"), (.groupII, "Group II"), (.alphaMotor, "Motor axons"),
    (.dorsalColumn, "Dorsal columns"), (.corticospinal, "Corticospinal"), (.regenerated, "Regrown axons"),
  ]

  /// The table; empty when nothing was stimulated.
  func html() -> String {
    let rows = context.arms.indices.flatMap { arm in
      (context.arms[arm].therapy?.stimulation ?? []).map { row($0, arm: arm) }
    }
    guard !rows.isEmpty else { return "" }
    return """
      <h3>What stimulation recruited</h3>
      <p>Share of each kind of fibre that fires with every pulse, from the field of the electrodes and the fibre model. \
      Large afferents raise the answer of the circuits; motor axons that follow the pulses take it away; pulses that run \
      down the afferents meet natural spikes coming up and cancel them.</p>

      """
        + Markup.table(
          caption: "Fibres that fire with every pulse",
          head: ["Course"] + Self.classes.map { "#\($0.title)" } + [
            "#Natural spikes cancelled", "#Gain of circuits",
          ],
          rows: rows)
  }

  private func row(_ effect: StimulationEffect, arm: Int) -> String {
    "<th scope=\"row\">\(Markup.escape(effect.course))<br><small>\(context.badge(arm))</small></th>"
      + Self.classes.map { Markup.numberCell(NumberText.percent(effect.firing[$0.fibre] ?? 0)) }.joined()
      + Markup.numberCell(NumberText.percent(effect.collision))
      + Markup.numberCell("×\(NumberText.short(effect.gain, digits: 3))")
  }
}
