import MyelonAnatomy
import MyelonStimulation

/// The section "recruitment": muscles, roots and tracts against amplitude, for the montage that the page shows.
struct StimulationCurves {
  let result: StimulationResult

  /// Points of a curve: enough that its corners are seen.
  private static let samples = 120

  /// The section's body.
  func html() -> String {
    guard let shown = result.shownMontage else { return "<p class=\"notice\">No montage was computed.</p>" }
    let hasLimit = (shown.largestSafeAmplitude ?? .infinity) < result.study.amplitudes.highest
    let limit = hasLimit ? " The tinted part lies beyond the limit of safety." : ""
    return """
      <p>Share that fires against amplitude, for <b>\(Markup.escape(shown.montage.name))</b>. Curves of all montages stand in \
      <code>recruitment.csv</code> and <code>muscles.csv</code>.\(limit)</p>
      <h3>Muscles</h3>
      \(muscles(shown))
      <h3>Roots</h3>
      \(roots(shown))
      <h3>Tracts of the cord</h3>
      \(tracts(shown))
      """
  }

  private var values: [Double] {
    var range = result.study.amplitudes
    range.count = Self.samples
    return range.values
  }

  private func curve(_ colour: Int, _ stroke: CurveChart.Curve.Stroke, _ share: (Double) -> Double)
    -> CurveChart.Curve
  {
    CurveChart.Curve(colour: colour, stroke: stroke, points: values.map { ($0, share($0)) })
  }

  private func panel(_ title: String, _ note: String, _ curves: [CurveChart.Curve], _ limit: Double?)
    -> String
  {
    let chart = CurveChart(
      amplitudes: result.study.amplitudes.lowest...result.study.amplitudes.highest, curves: curves,
      limit: limit,
      meaning: "\(title): share recruited against amplitude")
    return
      "<figure class=\"panel\"><figcaption>\(title)\(note.isEmpty ? "" : " <span>\(note)</span>")</figcaption>\(chart.svg())</figure>"
  }

  private func muscles(_ outcome: MontageOutcome) -> String {
    guard !outcome.muscles.isEmpty else {
      return "<p class=\"notice\">No muscle has half of its motor pool in the roots that were computed.</p>"
    }
    var names: [String] = []
    for muscle in outcome.muscles where !names.contains(muscle.muscle) { names.append(muscle.muscle) }
    let panels = names.map { name -> String in
      let own = outcome.muscles.filter { $0.muscle == name }
      let curves = own.flatMap { muscle in
        let colour = muscle.side == .left ? 0 : 1
        return [
          curve(colour, .solid, { muscle.monosynaptic(at: $0) }),
          curve(colour, .dashed, { muscle.direct(at: $0) }),
        ]
      }
      let part =
        own.first.map { $0.coverage < 0.995 ? "\(NumberText.percent($0.coverage)) of its pool computed" : "" }
        ?? ""
      return panel(Markup.escape(name), part, curves, outcome.largestSafeAmplitude)
    }
    let keys = [
      CurveChart.key(colour: 0, stroke: .solid, "left, through its group I afferents (reflex)"),
      CurveChart.key(colour: 0, stroke: .dashed, "left, through its motor axons (direct)"),
      CurveChart.key(colour: 1, stroke: .solid, "right, reflex"),
      CurveChart.key(colour: 1, stroke: .dashed, "right, direct"),
    ]
    return "<ul class=\"keys\">\(keys.joined())</ul><div class=\"panels\">\(panels.joined())</div>"
      + "<p class=\"small\">Reflex: the share of the afferents that feed the muscle's motoneurons, by the segments of its motor pool. How many motoneurons "
      + "answer depends on their excitability, which is not computed here.</p>"
  }

  private func roots(_ outcome: MontageOutcome) -> String {
    let own = outcome.populations.filter { $0.fibreClass.runsInRoots }
    guard !own.isEmpty else { return "<p class=\"notice\">No root fibres were computed.</p>" }
    let classes = FibreClass.allCases.filter { one in own.contains { $0.fibreClass == one } }
    let panels = result.study.fibres.segments.map { segment -> String in
      let curves = own.filter { $0.segment == segment }.map { one in
        curve(Self.colour(one.fibreClass), one.side == .left ? .solid : .dotted, { one.curve.share(at: $0) })
      }
      return panel("Roots of \(Markup.escape(segment))", "", curves, outcome.largestSafeAmplitude)
    }
    let keys =
      classes.map { CurveChart.key(colour: Self.colour($0), stroke: .solid, "\($0.title), left") }
      + [CurveChart.key(colour: 6, stroke: .dotted, "dotted: right")]
    return "<ul class=\"keys\">\(keys.joined())</ul><div class=\"panels\">\(panels.joined())</div>"
  }

  private func tracts(_ outcome: MontageOutcome) -> String {
    let own = outcome.populations.filter { !$0.fibreClass.runsInRoots }
    guard !own.isEmpty else { return "<p class=\"notice\">No tract was computed.</p>" }
    let curves = own.map { one in
      curve(Self.colour(one.fibreClass), one.side == .left ? .solid : .dotted, { one.curve.share(at: $0) })
    }
    let classes = FibreClass.allCases.filter { one in own.contains { $0.fibreClass == one } }
    let keys = classes.map { CurveChart.key(colour: Self.colour($0), stroke: .solid, "\($0.title), left") }
    return "<ul class=\"keys\">\(keys.joined())</ul><div class=\"panels\">"
      + panel(
        "Beside \(Markup.escape(own[0].segment))", "superficial dorsal columns, corticospinal tract", curves,
        outcome.largestSafeAmplitude)
      + "</div>"
  }

  /// Number of the colour of a class.
  static func colour(_ fibreClass: FibreClass) -> Int {
    switch fibreClass {
    case .groupI: 0
    case .groupII: 5
    case .smallAfferent: 6
    case .unmyelinatedAfferent: 7
    case .alphaMotor: 1
    case .gammaMotor: 4
    case .dorsalColumn: 2
    case .corticospinal: 3
    case .regenerated: 7
    }
  }
}
