import MyelonQuantities

extension LesionParameters {
  /// Cytokines, neutrophils, microglia and macrophages.
  static var inflammation: [Parameter] {
    let peaks = Evidence.fitted(
      to:
        "TNF peak 3 (1-6) h, neutrophils 24 h, macrophages 7 d with a second rise to 60 d: Hellenbrand et al 2021 "
        + "doi:10.1186/s12974-021-02337-2; Beck et al 2010 Brain 133:433")
    let switching = Evidence.fitted(
      to:
        "pro-repair share 0.3 at day 3, below 0.1 at day 14: Kigerl et al 2009 J Neurosci 29:13435 (recalled)"
    )
    return [
      Parameter(
        "k_damage_signal", "λ_D", 0.058, "1/h", 0.02...0.15,
        "fading of danger signals of dying cells (half-life 12 h)", peaks),
      Parameter(
        "cytokine_from_damage", "c_D", 3, "ng/mL/h", 0.5...10,
        "TNF / IL-1 release of microglia at full danger signal", peaks),
      Parameter(
        "cytokine_from_neutrophils", "c_n", 0.25, "ng/mL/h", 0...1, "TNF / IL-1 release of neutrophils", peaks
      ),
      Parameter(
        "cytokine_from_macrophages", "c_m", 0.05, "ng/mL/h", 0.02...1,
        "TNF / IL-1 release of pro-inflammatory macrophages", peaks),
      Parameter(
        "IL10_half", "K_A", 1, "ng/mL", 0.2...5, "IL-10 for half-maximal effect",
        .assumed(because: "ng/mL range of cell assays; prior estimate")),
      Parameter(
        "neutrophil_influx", "i_n", 0.055, "1/h", 0.01...0.2, "neutrophil influx at saturating cytokine",
        peaks),
      Parameter("k_neutrophil", "λ_n", 0.026, "1/h", 0.015...0.05, "neutrophil loss", peaks),
      Parameter(
        "monocyte_signal_rise", "j_C", 0.03, "1/h", 0.005...0.1,
        "rise of monocyte attractants at saturating cytokine", peaks),
      Parameter(
        "k_monocyte_signal", "λ_J", 0.0144, "1/h", 0.006...0.03,
        "fading of monocyte attractants (half-life 2 d)", peaks),
      Parameter(
        "monocyte_signal_half", "K_J", 0.5, "relative", 0.1...2,
        "attractant level for half-maximal recruitment", peaks),
      Parameter(
        "macrophage_influx", "i_m", 0.02, "1/h", 0.003...0.05, "macrophage influx at saturating attractant",
        peaks),
      Parameter(
        "macrophage_influx_debris", "i_d", 0.0014, "1/h", 0.0003...0.01,
        "macrophage influx at saturating myelin debris", peaks),
      Parameter(
        "debris_half", "K_d", 0.3, "fraction of myelin", 0.05...1, "debris for half-maximal effect",
        .assumed(because: "a third of a voxel's myelin as debris is a dense deposit")),
      Parameter(
        "macrophage_capacity", "M_max", 1.5, "relative", 1...3, "most macrophages that tissue holds",
        .assumed(because: "the unit is the first peak of a moderate contusion")),
      Parameter(
        "k_macrophage", "λ_m", 0.006, "1/h", 0.001...0.01, "loss of macrophages (half-life 4.8 d)", peaks),
      Parameter(
        "repair_share", "f₂", 0.4, "fraction", 0.1...0.7,
        "share of arriving macrophages that are pro-repair", switching),
      Parameter(
        "repair_to_inflammatory", "k₂₁", 0.022, "1/h", 0.003...0.05,
        "switch to the pro-inflammatory state under debris and iron", switching),
      Parameter(
        "inflammatory_to_repair", "k₁₂", 0.012, "1/h", 0.002...0.05,
        "switch to the pro-repair state at saturating IL-10", switching),
      Parameter(
        "IL10_from_tissue", "a_J", 0.35, "ng/mL/h", 0.05...1,
        "IL-10 release of glia late in the acute response",
        .fitted(to: "IL10_peak at 24 (12-72) h (recalled)")),
      Parameter(
        "IL10_from_repair", "a_m", 0.15, "ng/mL/h", 0.02...0.8, "IL-10 release of pro-repair macrophages",
        switching),
      Parameter(
        "oedema_rise", "w_C", 0.15, "1/h", 0.01...0.2,
        "leak of fluid at saturating cytokine and open vessels",
        .fitted(to: "oedema_peak at 2 (1-4) d (recalled)")),
      Parameter(
        "oedema_flow_half", "K_W", 1.6, "relative", 0.5...6,
        "oedema that halves the flow through open vessels",
        .assumed(
          because:
            "flow in oedematous tissue falls by over 25 %: Wang, Ehara & Tamaki 1993 Surg Neurol 39:348")),
    ]
  }
}
