import MyelonAnatomy
import MyelonStimulation

/// Tables of thresholds and of their bands.
struct StimulationTables {
  let result: StimulationResult

  /// Thresholds of the shown montage by root, side and class, and where spikes begin.
  func thresholds() -> String {
    guard let shown = result.shownMontage else { return "" }
    let classes = FibreClass.allCases.filter { one in shown.populations.contains { $0.fibreClass == one } }
    let rows = levels(shown).flatMap { level -> [String] in
      [Side.left, .right].compactMap { side -> String? in
        let own = shown.populations.filter {
          $0.segment == level.segment && $0.side == side && $0.fibreClass.runsInRoots == level.isRoot
        }
        guard !own.isEmpty else { return nil }
        let cells = classes.map { fibreClass -> String in
          guard let one = own.first(where: { $0.fibreClass == fibreClass }) else { return "<td></td>" }
          return Markup.numberCell(Self.cell(one))
        }
        let name =
          level.isRoot ? Markup.escape(level.segment) : "tracts beside \(Markup.escape(level.segment))"
        return "<th scope=\"row\">\(name)</th><td>\(side.word)</td>" + cells.joined()
      }
    }
    let table = Markup.table(
      caption:
        "Amplitude in mA at which a tenth fires (in small: nine tenths); – above the highest amplitude",
      head: ["Level", "Side"] + classes.map { "#\($0.title.capitalizedFirst)" }, rows: rows)
    return """
      <p>For <b>\(Markup.escape(shown.montage.name))</b>. Every single fibre of every montage, with its diameter and the place where its \
      spike begins, stands in <code>thresholds.csv</code>.</p>
      \(table)
      <h3>Where spikes begin</h3>
      \(sites(shown, classes))
      """
  }

  private static func cell(_ one: PopulationRecruitment) -> String {
    guard let threshold = one.threshold else { return "–" }
    return "\(NumberText.short(threshold)) <small>\(NumberText.short(one.saturation))</small>"
  }

  private func levels(_ outcome: MontageOutcome) -> [(segment: String, isRoot: Bool)] {
    var found: [(segment: String, isRoot: Bool)] = []
    for one in outcome.populations.sorted(by: {
      ($0.fibreClass.runsInRoots ? 0 : 1) < ($1.fibreClass.runsInRoots ? 0 : 1)
    }) {
      let level = (segment: one.segment, isRoot: one.fibreClass.runsInRoots)
      if !found.contains(where: { $0 == level }) { found.append(level) }
    }
    return found
  }

  private func sites(_ outcome: MontageOutcome, _ classes: [FibreClass]) -> String {
    let roots = classes.filter(\.runsInRoots)
    let rows = roots.compactMap { fibreClass -> String? in
      let own = outcome.thresholds.filter { $0.fibreClass == fibreClass && $0.site != nil }
      guard !own.isEmpty else { return nil }
      let cells = SpikeSite.allCases.map { site in
        Markup.numberCell(NumberText.percent(Double(own.count { $0.site == site }) / Double(own.count)))
      }
      return "<th scope=\"row\">\(fibreClass.title.capitalizedFirst)</th>" + Markup.numberCell("\(own.count)")
        + cells.joined()
    }
    guard !rows.isEmpty else { return "<p class=\"notice\">No root fibre fires within the range.</p>" }
    return Markup.table(
      caption: "Share of the firing fibres whose spike begins there, each at its own threshold",
      head: ["Fibres", "#Firing"] + SpikeSite.allCases.map { "#\($0.title.capitalizedFirst)" }, rows: rows)
      + "<p class=\"small\">Entry zone, dural exit and foramen: within one internode of it.</p>"
  }

  /// Bands of thresholds over the sampled parameters.
  func bands() -> String {
    let highest = result.study.amplitudes.highest
    let reach = (result.bands.compactMap(\.high) + result.bands.compactMap(\.central)).max() ?? highest
    let scale = max(reach * 1.05, 1e-9)
    let rows = result.bands.map { band -> String in
      let bar = band.low.map { low in
        RangeBar(
          axis: 0...scale, spans: [RangeBar.Span(range: low...max(low, band.high ?? scale))],
          marks: [band.central].compactMap { $0.map { RangeBar.Mark(value: $0) } }
        ).svg()
      }
      let name = band.fibreClass.title.capitalizedFirst
      return "<th scope=\"row\">\(name)</th><td>\(Markup.escape(band.segment)), \(band.side.word)</td>"
        + [band.low, band.central, band.high].map { Markup.numberCell(NumberText.short($0)) }.joined()
        + "<td class=\"range\">\(bar ?? "")</td>"
    }
    let sets = result.uncertaintySets.count
    let table = Markup.table(
      caption:
        "Amplitude in mA at which a tenth fires: lowest, middle and highest of \(sets) sets; – above the highest amplitude",
      head: [
        "Fibres", "Where", "#Low", "#Central", "#High", "0 to \(NumberText.short(scale, digits: 2)) mA",
      ], rows: rows,
      classes: "ranges")
    return """
      <p>\(sets) sets of the properties that published models agree on least were drawn (Latin hypercube, seed \(result.study.seed)): conductivity of the \
      dura and of the epidural fat, and depth of the fluid behind the cord. Everything else was kept, so the bands are a lower bound of \
      what is not known. Montage: <b>\(Markup.escape(result.bands.first?.montage ?? ""))</b>.</p>
      \(table)
      """
  }
}
