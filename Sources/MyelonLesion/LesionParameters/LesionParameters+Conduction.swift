import MyelonQuantities

extension LesionParameters {
  /// What keeps living axons from conducting.
  static var conduction: [Parameter] {
    [
      Parameter(
        "conduction_stress_block", "f_s", 1, "fraction", 0...1,
        "share of living axons that full ischaemia or oxidative stress silences while it lasts",
        .assumed(
          because:
            "evoked potentials vanish within minutes of low flow and under peroxidation products and return if flow does"
        )),
      Parameter(
        "fibre_g_ratio", "g_f", 0.7, "-", 0.6...0.8, "diameter of an axon over that of its fibre",
        .measured(source: "Rushton 1951; Chomiak & Hu 2009 PLoS ONE 4:e7754", note: "recalled: 0.6 to 0.77")),
    ]
  }
}
