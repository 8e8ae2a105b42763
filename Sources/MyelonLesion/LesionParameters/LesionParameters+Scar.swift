import MyelonQuantities

extension LesionParameters {
  /// Vessels that are lost and grow back.
  static var vessels: [Parameter] {
    let loy = Evidence.fitted(
      to:
        "most vessels lost at 2 d, regrowth from 4 d, cordon at 7 d, fewer at 14 d: Loy et al 2002, doi:10.1006/exnr.2001.7827"
    )
    return [
      Parameter(
        "vessel_loss_blood", "k_Qh", 0.0115, "1/h", 0.005...0.1,
        "loss of perfusion where blood has left the vessels", loy),
      Parameter(
        "vessel_loss_cytokine", "k_Qc", 0.006, "1/h", 0...0.03, "loss of perfusion under cytokine", loy),
      Parameter(
        "k_haemorrhage", "λ_h", 0.0072, "1/h", 0.002...0.01, "clearance of blood (half-life 4 d)",
        .assumed(because: "blood breakdown on MRI takes one to two weeks")),
      Parameter(
        "haemorrhage_from_vessels", "h_Q", 0.5, "-", 0.1...1, "blood set free by vessels that fail late",
        .fitted(to: "progressive haemorrhagic necrosis in the first day (recalled)")),
      Parameter("VEGF_from_hypoxia", "v_h", 1.4, "ng/mL/h", 0.3...5, "VEGF release of hypoxic glia", loy),
      Parameter(
        "VEGF_from_repair", "v_m", 1, "ng/mL/h", 0...2, "VEGF release of pro-repair macrophages", loy),
      Parameter(
        "VEGF_half", "K_V", 1, "ng/mL", 0.2...5, "VEGF for half-maximal sprouting",
        .assumed(because: "ng/mL range of sprouting assays")),
      Parameter(
        "sprout_rise", "b_V", 0.02, "1/h", 0.003...0.1, "rise of vessel sprouts at saturating VEGF", loy),
      Parameter(
        "k_sprout", "λ_B", 0.012, "1/h", 0.004...0.04, "maturation and loss of sprouts (half-life 2.4 d)", loy
      ),
      Parameter(
        "vessel_regrowth", "g_Q", 0.033, "1/h", 0.002...0.05, "regrowth of perfusion per sprout", loy),
    ]
  }

  /// Astrocytes, proteoglycans, fibrosis, matrix and cavity.
  static var scar: [Parameter] {
    let border = Evidence.fitted(
      to: "reactive astrocytes from day 1, compact border at 14-28 d: Wanner et al 2013 J Neurosci (recalled)"
    )
    let cspg = Evidence.fitted(
      to: "peak at 14 d, raised for 4-8 wk: Jones, Margolis & Tuszynski 2003 Exp Neurol 182:399")
    let cyst = Evidence.fitted(
      to: "first cavities 7-14 d, plateau near 35 d (cyst_onset, cyst_mature; recalled)")
    return [
      Parameter(
        "astrocyte_activation", "k_a", 0.02, "1/h", 0.005...0.1,
        "activation of astrocytes at saturating signal", border),
      Parameter(
        "astrocyte_proliferation", "k_p", 0.009, "1/h", 0.002...0.03,
        "division rate of reactive astrocytes at saturating signal", border),
      Parameter(
        "astrocyte_capacity", "A_max", 2, "fold", 1.3...4,
        "densest astrocytes of the border over intact tissue", border),
      Parameter(
        "astrocyte_rest", "k_A", 0.0003, "1/h", 0...0.002, "return of reactive astrocytes to rest", border),
      Parameter(
        "CSPG_synthesis", "s_A", 0.007, "1/h", 0.001...0.03,
        "proteoglycan laid down by reactive astrocytes at full signal", cspg),
      Parameter(
        "CSPG_chronic", "χ_m", 0.05, "-", 0...0.5,
        "proteoglycan signal kept up by pro-inflammatory macrophages", cspg),
      Parameter(
        "k_CSPG", "λ_S", 0.001, "1/h", 0.0003...0.002, "turnover of proteoglycan (half-life 29 d)", cspg),
      Parameter(
        "CSPG_digestion", "e_S", 0.1, "1/h per unit", 0.01...1,
        "digestion of proteoglycan by chondroitinase (1 unit/mL)",
        .assumed(because: "digestion is seen within a day of a 1-10 U/mL dose; recalled")),
      Parameter(
        "dissolution", "k_T", 0.03, "1/h", 0.01...0.1, "falling apart of tissue whose cells have died",
        .assumed(because: "necrotic cells lose their structure within about a day")),
      Parameter(
        "fibrosis_rate", "k_F", 0.012, "1/h", 0.003...0.06,
        "fibrotic tissue formed by pericytes in torn tissue per macrophage",
        .fitted(
          to:
            "type A pericytes enter at 3-9 d, compact core at 14 d: Dias et al 2021, doi:10.1038/s41467-021-25585-5"
        )),
      Parameter(
        "matrix_digestion", "k_E", 0.008, "1/h", 0.001...0.03,
        "loss of basal matrix in necrotic tissue per macrophage", cyst),
      Parameter(
        "necrosis_clearance", "k_K", 0.02, "1/h", 0.002...0.03,
        "clearance of necrotic tissue without matrix per macrophage", cyst),
      Parameter(
        "fibrosis_hold", "F_h", 0.25, "fraction", 0.05...1, "fibrosis that halves cavitation",
        .assumed(because: "fibrotic tissue keeps the lesion filled in mice, which form no cysts")),
      Parameter(
        "scaffold_hold", "V_h", 0.25, "fraction", 0.05...1, "scaffold share that halves cavitation",
        .assumed(because: "a scaffold keeps the lesion filled as fibrotic tissue does")),
    ]
  }
}
