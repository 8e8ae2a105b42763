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
        ))
    ]
  }
}
