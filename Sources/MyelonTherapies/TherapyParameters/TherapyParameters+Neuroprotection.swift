import MyelonAnatomy
import MyelonQuantities

extension TherapyParameters {
  /// Numbers of minocycline in a species.
  static func minocycline(_ species: Species) -> [Parameter] {
    let common: [Parameter] = minocyclineCommon
    switch species {
    case .rat:
      return [
        Parameter(
          "minocycline_reference_dose", "D_MC", 45, "mg/kg", 22...90,
          "usual dose of minocycline",
          .measured(source: "Teng et al 2004 PNAS 101:3071", note: "90, then 45 mg/kg every 12 h")),
        Parameter(
          "minocycline_half_life", "t_MC", 6, "h", 2...10,
          "half-life of minocycline's effect",
          .assumed(
            because: "plasma half-life 2-3 h intravenously, longer from the peritoneum, which forms "
              + "a depot")),
      ] + common
    case .human:
      return [
        Parameter(
          "minocycline_reference_dose", "D_MC", 400, "mg", 200...800,
          "usual dose of minocycline",
          .measured(
            source: "Casha et al 2012 Brain 135:1224",
            note: "intravenously twice a day for 7 d; 400 mg recalled")),
        Parameter(
          "minocycline_half_life", "t_MC", 16, "h", 11...22,
          "half-life of minocycline's effect",
          .measured(source: "standard pharmacology", note: "11-22 h, recalled")),
      ] + common
    }
  }

  private static var minocyclineCommon: [Parameter] {
    let sparing = Evidence.fitted(
      to: "1.3 (1.1-1.6) times the spared white matter: Wells et al 2003 Brain 126:1628, "
        + "doi:10.1093/brain/awg178; Teng et al 2004 PNAS 101:3071 (minocycline_sparing; "
        + "factor estimated)")
    return [
      Parameter(
        "minocycline_delay", "d_MC", 1, "h", 0.25...3,
        "time in which half of a dose reaches the cord",
        .assumed(because: "lipophilic and quick to cross the barrier; absorption takes about an hour")),
      Parameter(
        "minocycline_cytokine_of_microglia", "m_cD^MC", -0.5, "-", -0.8...0,
        "largest change of cytokine release of microglia",
        sparing),
      Parameter(
        "minocycline_cytokine_of_macrophages", "m_cm^MC", -0.5, "-", -0.8...0,
        "largest change of cytokine release of macrophages",
        sparing),
      Parameter(
        "minocycline_switch_to_inflammatory", "m_21^MC", -0.4, "-", -0.8...0,
        "largest change of the switch to the pro-inflammatory state",
        .assumed(because: "minocycline inhibits microglial activation to the classical state in culture")),
      Parameter(
        "minocycline_neuron_oxidation", "m_No^MC", -0.3, "-", -0.6...0,
        "largest change of oxidative killing of neurons",
        .fitted(
          to: "more motoneurons: Wells et al 2003 Brain 126:1628, doi:10.1093/brain/awg178; "
            + "Teng et al 2004 PNAS 101:3071")),
      Parameter(
        "minocycline_oligodendrocyte_oxidation", "m_Oo^MC", -0.6, "-", -0.9...0,
        "largest change of oxidative killing of oligodendrocytes",
        sparing),
      Parameter(
        "minocycline_axon_oxidation", "m_Xo^MC", -0.6, "-", -0.9...0,
        "largest change of oxidative loss of axons",
        sparing),
      Parameter(
        "minocycline_oligodendrocyte_cytokine_toxicity", "m_Oc^MC", -0.6, "-", -0.9...0,
        "largest change of killing of oligodendrocytes by cytokine",
        sparing),
      Parameter(
        "minocycline_orphan_death", "m_Ow^MC", -0.4, "-", -0.8...0,
        "largest change of delayed apoptosis of oligodendrocytes",
        .assumed(because: "less cytochrome c release and apoptosis are reported: Teng et al 2004")),
      Parameter(
        "minocycline_bare_axon_loss", "m_Xm^MC", -0.4, "-", -0.8...0,
        "largest change of the loss of bare axons",
        .assumed(because: "the same activated macrophages cause it")),
    ]
  }

  /// Numbers of riluzole in a species.
  static func riluzole(_ species: Species) -> [Parameter] {
    let common: [Parameter] = riluzoleCommon
    switch species {
    case .rat:
      return [
        Parameter(
          "riluzole_reference_dose", "D_RZ", 6, "mg/kg", 2...8,
          "usual dose of riluzole",
          .measured(
            source: "Wu et al 2013 J Neurotrauma",
            note: "8, then 6 mg/kg every 12 h for 7 d; 2 mg/kg in Stutzmann et al 1996 "
              + "Neuroreport 7:387, doi:10.1097/00001756-199601310-00003")),
        Parameter(
          "riluzole_half_life", "t_RZ", 6, "h", 2...12,
          "half-life of riluzole's effect",
          .assumed(
            because: "not reported in the sources used; between the plasma half-lives of rodents "
              + "(2-3 h) and people (12 h)")),
      ] + common
    case .human:
      return [
        Parameter(
          "riluzole_reference_dose", "D_RZ", 50, "mg", 50...100,
          "usual dose of riluzole",
          .measured(
            source: "RISCIS, NCT01597518", note: "100 mg twice in 24 h, then 50 mg twice a day for 13 d")),
        Parameter(
          "riluzole_half_life", "t_RZ", 12, "h", 9...15,
          "half-life of riluzole's effect",
          .measured(source: "standard pharmacology", note: "9-15 h, recalled")),
      ] + common
    }
  }

  private static var riluzoleCommon: [Parameter] {
    let asGlutamate = Evidence.assumed(
      because: "as much as of glutamate set free; the infarct effect of Stutzmann et al 1996 "
        + "Neuroreport 7:387, doi:10.1097/00001756-199601310-00003 is not reached while "
        + "excitotoxicity is weak")
    return [
      Parameter(
        "riluzole_delay", "d_RZ", 0.25, "h", 0.1...1,
        "time in which half of a dose reaches the cord",
        .measured(source: "Wu et al 2013 J Neurotrauma", note: "reaches the cord in 15 min")),
      Parameter(
        "riluzole_glutamate_release", "m_G^RZ", -0.6, "-", -0.9...0,
        "largest change of glutamate set free",
        .assumed(
          because: "blocks sodium channels of terminals; part of the infarct effect of Stutzmann "
            + "et al 1996 Neuroreport 7:387, doi:10.1097/00001756-199601310-00003")),
      Parameter(
        "riluzole_neuron_excitotoxicity", "m_Ng^RZ", -0.6, "-", -0.9...0,
        "largest change of excitotoxic killing of neurons",
        asGlutamate),
      Parameter(
        "riluzole_oligodendrocyte_excitotoxicity", "m_Og^RZ", -0.6, "-", -0.9...0,
        "largest change of excitotoxic killing of oligodendrocytes",
        asGlutamate),
      Parameter(
        "riluzole_axon_excitotoxicity", "m_Xg^RZ", -0.6, "-", -0.9...0,
        "largest change of calcium-mediated loss of axons",
        asGlutamate),
    ]
  }
}
