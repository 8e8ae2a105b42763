import MyelonSimulation
import MyelonStimulation

/// The section "how it was made": the solve, its residuals, what is weak, and the study's file.
struct StimulationProvenance {
  let result: StimulationResult
  let file: StimulationFile
  let seconds: Double?

  /// The section's body.
  func html() -> String {
    """
    \(Markup.facts(facts))
    \(solves)
    <h3>What is weak</h3>
    <ul>\(Self.weak.map { "<li>\($0)</li>" }.joined())</ul>
    <h3>To make it again</h3>
    <p>The same file and version give the same numbers to the last bit, with any number of threads.</p>
    <pre class="command"><code>myelon stimulate \(Markup.escape(file.path))</code></pre>
    <details><summary>The study as read</summary>
    <pre class="scenario"><code>\(Markup.escape(file.text))</code></pre></details>

    """
  }

  private var facts: [(name: String, value: String)] {
    let study = result.study
    var items: [(name: String, value: String)] = [
      ("Program", "Myelon \(Markup.escape(ProgramVersion.current))"),
      ("Study", "<code>\(Markup.escape(file.path))</code>"),
      ("Detail", study.detail.rawValue),
    ]
    if let grid = result.grid {
      let cells =
        "\(grid.cells.x) × \(grid.cells.y) × \(grid.cells.z) cells (\(NumberText.short(Double(grid.count), digits: 7)))"
      let edges = [grid.smallest.x, grid.smallest.y, grid.smallest.z].map { NumberText.short($0) }.joined(
        separator: " × ")
      let box = (0..<3).map { NumberText.short(grid.high[$0] - grid.low[$0]) }.joined(separator: " × ")
      items += [("Grid", "\(cells), smallest \(edges) mm"), ("Domain", "\(box) mm")]
    } else {
      items.append(("Potential", "in closed form, no grid"))
    }
    let reached = result.montages.flatMap(\.thresholds).count { $0.threshold != nil }
    items += [
      ("Contacts", "\(result.contacts.count), of which \(result.solves.count) solved"),
      ("Montages", "\(result.montages.count)"),
      (
        "Thresholds",
        "\(NumberText.short(Double(result.thresholdCount), digits: 7)), of which \(NumberText.short(Double(reached), digits: 7)) up to "
          + "\(NumberText.short(study.amplitudes.highest)) mA"
      ),
      ("Seed", "\(study.seed)"),
    ]
    if let seconds { items.append(("Wall time", NumberText.seconds(seconds))) }
    return items
  }

  private var solves: String {
    guard !result.solves.isEmpty else { return "" }
    let rows = result.solves.map { one in
      "<th scope=\"row\">\(Markup.escape(one.contact))</th>"
        + [
          "\(one.iterations)", NumberText.short(one.relativeResidual, digits: 2),
          NumberText.fixed(one.injected, 6),
          NumberText.fixed(one.returned, 6), NumberText.short(abs(one.injected - one.returned), digits: 2),
        ].map(Markup.numberCell).joined()
    }
    return Markup.table(
      caption: "Potential of each contact for 1 mA",
      head: [
        "Contact", "#Iterations", "#Relative residual", "#Current in mA", "#Current out mA", "#Lost mA",
      ], rows: rows)
  }

  /// What a reader must not overlook.
  private static let weak = [
    "The anatomy is an average one, mirror symmetric and straightened; a person's canal, and the place of the cord in it, differ by more than most "
      + "effects shown here. Segment and vertebra may be a level apart.",
    "Conductivities of dura and epidural fat are known to a factor of about ten; ask for bands (<code>uncertainty</code> under <code>run</code>).",
    "Tissue conducts at once and alike at all frequencies; skin does not.",
    "Roots follow assumed courses through the fluid; branches of a dorsal root fibre in the cord are one path, without collaterals.",
    "Thresholds are those of a single pulse at rest. Trains, refractoriness and what the cord makes of the input are not part of this page.",
    "A muscle's recruitment is that of its afferents and axons by segment; forces and movements are not computed.",
  ]
}
