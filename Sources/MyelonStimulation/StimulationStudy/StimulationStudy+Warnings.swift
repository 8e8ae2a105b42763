import MyelonAnatomy

extension StimulationStudy {
  /// What a reader has to know to judge the numbers of this study.
  func warnings(array: ElectrodeArray, outcomes: [MontageOutcome]) -> [String] {
    var warnings: [String] = []
    if detail == .quick {
      warnings.append(
        "A quick look: coarse cells, few diameters, thresholds to 1 %. Expect differences of several per cent to the standard detail."
      )
    }
    if acceptsUnsafe, let unsafe = outcomes.compactMap(\.largestSafeAmplitude).min(),
      unsafe < amplitudes.highest
    {
      warnings.append(
        "The file accepts currents beyond the limit of safety: some montages exceed it above \(unsafe.formattedBriefly) mA."
      )
    }
    if allowsUnbalanced, pulse.imbalance > StimulationSafety.imbalanceLimit {
      warnings.append(
        "The pulse is not balanced: charge stays in the tissue with every pulse, which no implant may do.")
    }
    if array.contacts.contains(where: { $0.area == nil }) {
      warnings.append(
        "A point contact has no area: no charge density and no limit of safety can be given for it.")
    }
    let silent = outcomes.flatMap(\.thresholds).count { $0.threshold == nil }
    if silent > 0 {
      warnings.append(
        "\(silent) of \(outcomes.reduce(0) { $0 + $1.thresholds.count }) thresholds lie above the highest amplitude and are "
          + "reported as missing.")
    }
    if species == .human, uncertaintySets == 0 {
      warnings.append(
        "Thresholds are single numbers here. Published conductivities of dura and epidural fat differ tenfold; "
          + "'uncertainty: 8' under 'run' gives bands.")
    }
    return warnings
  }
}

extension Double {
  /// Three significant digits, for sentences.
  var formattedBriefly: String {
    guard isFinite, self != 0 else { return "\(self)" }
    var scale = 1.0
    while abs(self) * scale < 100, scale < 1e6 { scale *= 10 }
    return "\((self * scale).rounded() / scale)"
  }
}
