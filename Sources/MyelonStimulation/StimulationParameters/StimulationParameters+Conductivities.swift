import MyelonAnatomy
import MyelonQuantities

extension StimulationParameters {
  static let capogrosso =
    "Capogrosso et al. 2013 J Neurosci 33:19326, doi:10.1523/JNEUROSCI.1688-13.2013, table 1"
  private static let spread =
    "spread over published models: Khadka, Wang & Bikson 2025 J Neural Eng 22, doi:10.1088/1741-2552/add76e"

  /// Conductivities of tissues, S/m.
  static func conductivities(_ species: Species) -> [Parameter] {
    cordConductivities + canalConductivities + trunkConductivities
  }

  private static var cordConductivities: [Parameter] {
    [
      Parameter(
        "conductivity_grey", "σ_g", 0.23, "S/m", 0.1...0.35, "conductivity of grey matter",
        .measured(source: capogrosso, note: "seen; other models take 0.1 (PMC7196025) to 0.333 (recalled)")),
      Parameter(
        "conductivity_white_longitudinal", "σ_wl", 0.6, "S/m", 0.4...1.2,
        "conductivity of white matter along the fibres",
        .measured(source: capogrosso, note: "seen; 1.2 in PMC7196025")),
      Parameter(
        "conductivity_white_transverse", "σ_wt", 0.083, "S/m", 0.06...0.17,
        "conductivity of white matter across the fibres",
        .measured(source: capogrosso, note: "seen; 0.12 in PMC7196025, 0.167 in Ranck & BeMent 1965")),
      Parameter(
        "conductivity_csf", "σ_c", 1.7, "S/m", 1.5...1.9, "conductivity of cerebrospinal fluid",
        .measured(source: capogrosso, note: "seen; 1.79 S/m at 37 C in Baumann et al. 1997 (recalled)")),
    ]
  }

  private static var canalConductivities: [Parameter] {
    [
      Parameter(
        "conductivity_dura", "σ_d", 0.03, "S/m", 0.02...0.6, "conductivity of the dura across its thickness",
        .measured(
          source: "Struijk et al. 1993 IEEE TBME 40:632, as tabulated since", note: "seen; range: " + spread)),
      Parameter(
        "conductivity_epidural", "σ_e", 0.04, "S/m", 0.025...0.25, "conductivity of epidural fat",
        .measured(source: capogrosso, note: "seen; range: " + spread)),
      Parameter(
        "conductivity_bone", "σ_b", 0.02, "S/m", 0.0055...0.04, "conductivity of vertebral bone",
        .measured(source: capogrosso, note: "seen; cortical 0.0055, cancellous 0.0214 in PMC7196025")),
      Parameter(
        "conductivity_disc", "σ_id", 0.6, "S/m", 0.2...0.65, "conductivity of intervertebral discs",
        .measured(
          source: "Ladenbauer et al. 2010 IEEE TNSRE 18:637",
          note: "recalled; 0.2 in Parazzini et al. 2014, recalled")),
      Parameter(
        "conductivity_encapsulation", "σ_en", 0.1587, "S/m", 0.03...0.3,
        "conductivity of the tissue that encapsulates an electrode",
        .measured(source: "Grill & Mortimer 1994", note: "seen in a model library; 0.03 in Arle et al. 2016")),
      Parameter(
        "conductivity_insulation", "σ_is", 0, "S/m", 0...1e-6, "conductivity of an electrode's body",
        .measured(source: capogrosso, note: "seen: 1e-23, which is none")),
    ]
  }

  private static var trunkConductivities: [Parameter] {
    [
      Parameter(
        "conductivity_muscle_longitudinal", "σ_ml", 0.35, "S/m", 0.2...0.5,
        "conductivity of paraspinal muscle along the spine",
        .measured(source: "Gielen et al. 1984 Med Biol Eng Comput 22:569", note: "seen in a model library")),
      Parameter(
        "conductivity_muscle_transverse", "σ_mt", 0.086, "S/m", 0.08...0.2,
        "conductivity of paraspinal muscle across the spine",
        .measured(source: "Gielen et al. 1984 Med Biol Eng Comput 22:569", note: "seen in a model library")),
      Parameter(
        "conductivity_trunk", "σ_t", 0.25, "S/m", 0.1...0.35,
        "conductivity of all other contents of neck, chest and abdomen",
        .measured(source: "Ladenbauer et al. 2010 IEEE TNSRE 18:637", note: "recalled")),
      Parameter(
        "conductivity_fat", "σ_f", 0.04, "S/m", 0.025...0.05, "conductivity of subcutaneous fat",
        .measured(
          source: "Geddes & Baker 1967 Med Biol Eng 5:271",
          note: "0.033 seen in a model library; 0.025 in PMC7196025; 0.04 Ladenbauer et al. 2010, recalled")),
      Parameter(
        "conductivity_skin", "σ_s", 0.0025, "S/m", 0.002...0.45, "conductivity of skin",
        .measured(
          source: "Ladenbauer et al. 2010 IEEE TNSRE 18:637; direct-current models 0.43 (PMC7196025)",
          note: "0.0025 recalled; the traditions differ 170-fold, which matters little under current control")
      ),
      Parameter(
        "conductivity_gel", "σ_gel", 1.4, "S/m", 0.3...2,
        "conductivity of the gel or sponge under a skin pad",
        .measured(source: "PMC5198846, table 1", note: "seen, saline sponge")),
    ]
  }
}
