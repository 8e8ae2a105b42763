import MyelonAnatomy
import MyelonQuantities

extension TherapyParameters {
  /// Numbers of the antibody against Nogo-A in a species.
  static func antiNogo(_ species: Species) -> [Parameter] {
    let common: [Parameter] = antiNogoCommon
    switch species {
    case .rat:
      return [
        Parameter(
          "anti_Nogo_drug_reference_dose", "D_aN", 370, "ug", 200...750,
          "usual dose of the antibody against Nogo-A",
          .measured(
            source: "Liebscher et al 2005 Ann Neurol 58:706", note: "0.37 mg a day by pump for 14 d, recalled"
          ))
      ] + common
    case .human:
      return [
        Parameter(
          "anti_Nogo_drug_reference_dose", "D_aN", 45, "mg", 30...60,
          "usual dose of the antibody against Nogo-A",
          .measured(
            source: "NISCI, Weidner et al 2025 Lancet Neurol",
            note: "45 mg, six times in four weeks, recalled"))
      ] + common
    }
  }

  private static var antiNogoCommon: [Parameter] {
    [
      Parameter(
        "anti_Nogo_drug_half_life", "t_aN", 36, "h", 12...72,
        "half-life of the antibody in cerebrospinal fluid",
        .assumed(because: "class value (thalf_IgG_csf); the fluid's own parameter decides")),
      Parameter(
        "anti_Nogo_drug_delay", "d_aN", 1, "h", 0.5...4,
        "unused: the antibody acts through its field",
        .assumed(because: "kept so that every drug has the same numbers")),
    ]
  }

  /// Numbers of chondroitinase in a species.
  static func chondroitinase(_ species: Species) -> [Parameter] {
    let common: [Parameter] = chondroitinaseCommon
    switch species {
    case .rat:
      return [
        Parameter(
          "ChABC_drug_reference_dose", "D_CH", 0.06, "U", 0.02...0.2,
          "usual dose of chondroitinase",
          .measured(
            source: "Carter et al 2008; Bradbury et al 2002",
            note: "6 ul of 10 U/mL on alternate days; the second recalled (ChABC_dose_IT)"))
      ] + common
    case .human:
      return [
        Parameter(
          "ChABC_drug_reference_dose", "D_CH", 30, "U", 5...60,
          "usual dose of chondroitinase",
          .assumed(because: "the rat's dose by volume of cerebrospinal fluid; never given to people"))
      ] + common
    }
  }

  private static var chondroitinaseCommon: [Parameter] {
    [
      Parameter(
        "ChABC_drug_half_life", "t_CH", 36, "h", 7...96,
        "half-life of activity",
        .measured(source: "ChABC_thalf_37_Pv", note: "reports conflict; the fluid's loss decides")),
      Parameter(
        "ChABC_drug_delay", "d_CH", 1, "h", 0.5...4,
        "unused: the enzyme acts through its field",
        .assumed(because: "kept so that every drug has the same numbers")),
    ]
  }
}
