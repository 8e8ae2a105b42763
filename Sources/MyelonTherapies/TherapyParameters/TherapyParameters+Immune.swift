import MyelonAnatomy
import MyelonQuantities

extension TherapyParameters {
  /// Numbers of tacrolimus in a species.
  static func tacrolimus(_ species: Species) -> [Parameter] {
    let common: [Parameter] = tacrolimusCommon
    switch species {
    case .rat:
      return [
        Parameter(
          "tacrolimus_reference_dose", "D_FK", 1, "mg/kg", 0.5...3,
          "usual daily dose of tacrolimus",
          .measured(source: "standard for grafts in the rat", note: "recalled (FK506_dose)")),
        Parameter(
          "tacrolimus_half_life", "t_FK", 9, "h", 5...15,
          "half-life of tacrolimus's effect",
          .assumed(because: "shorter in rats than in people by allometry; no source at hand")),
      ] + common
    case .human:
      return [
        Parameter(
          "tacrolimus_reference_dose", "D_FK", 0.1, "mg/kg", 0.03...0.2,
          "usual daily dose of tacrolimus",
          .measured(source: "standard in transplantation", note: "recalled")),
        Parameter(
          "tacrolimus_half_life", "t_FK", 14, "h", 8...35,
          "half-life of tacrolimus's effect",
          .measured(source: "standard pharmacology", note: "about 12-15 h, very variable, recalled")),
      ] + common
    }
  }

  private static var tacrolimusCommon: [Parameter] {
    [
      Parameter(
        "tacrolimus_delay", "d_FK", 1, "h", 0.5...4,
        "time in which half of a dose acts",
        .assumed(because: "absorption takes one to two hours")),
      Parameter(
        "tacrolimus_half_amount", "x_FK", 0.05, "reference doses", 0.01...0.3,
        "amount with half of the largest immunosuppression",
        .fitted(
          to: "a daily dose protects a graft for the whole day: effect above 0.7 at the "
            + "trough")),
      Parameter(
        "tacrolimus_immunosuppression", "s_FK", 0.95, "fraction", 0.7...1,
        "largest immunosuppression",
        .assumed(because: "grafts of another donor survive under it for months, not always for ever")),
      Parameter(
        "tacrolimus_neurite_gain", "n_FK", 0.2, "-", 0...0.5,
        "largest gain of neurite growth",
        .assumed(because: "a mild neurite-promoting effect is reported, size unknown (FK506_dose)")),
      Parameter(
        "tacrolimus_infection_hazard", "h_FK", 0.0005, "1/d", 0.0001...0.002,
        "hazard of severe infection at full effect",
        .assumed(because: "order of 0.2 severe infections a patient-year after transplantation")),
    ]
  }

  /// Numbers of ciclosporin in a species.
  static func ciclosporin(_ species: Species) -> [Parameter] {
    let common: [Parameter] = ciclosporinCommon
    switch species {
    case .rat:
      return [
        Parameter(
          "ciclosporin_reference_dose", "D_CS", 10, "mg/kg", 5...20,
          "usual daily dose of ciclosporin",
          .measured(source: "standard for grafts in the rat", note: "recalled (CsA_dose)")),
        Parameter(
          "ciclosporin_half_life", "t_CS", 9, "h", 5...20,
          "half-life of ciclosporin's effect",
          .assumed(because: "taken as in people; no source at hand")),
      ] + common
    case .human:
      return [
        Parameter(
          "ciclosporin_reference_dose", "D_CS", 5, "mg/kg", 2...10,
          "usual daily dose of ciclosporin",
          .measured(source: "standard in transplantation", note: "recalled")),
        Parameter(
          "ciclosporin_half_life", "t_CS", 9, "h", 5...18,
          "half-life of ciclosporin's effect",
          .measured(source: "standard pharmacology", note: "about 8 h, 5-18 h, recalled")),
      ] + common
    }
  }

  private static let survivalUnderCiclosporin = Evidence.fitted(
    to:
      "37 % of unmatched neural cells live eight to ten weeks after grafting under 10 mg/kg a day: Karimi-Abdolrezaee et al 2006 "
      + "J Neurosci 26:3377 (recalled); `myelon validate calibrate`, Docs/Calibration.md")

  private static var ciclosporinCommon: [Parameter] {
    [
      Parameter(
        "ciclosporin_delay", "d_CS", 1, "h", 0.5...4,
        "time in which half of a dose acts",
        .assumed(because: "absorption takes one to two hours")),
      Parameter(
        "ciclosporin_half_amount", "x_CS", 0.03, "reference doses", 0.01...0.3,
        "amount with half of the largest immunosuppression", survivalUnderCiclosporin),
      Parameter(
        "ciclosporin_immunosuppression", "s_CS", 0.95, "fraction", 0.6...1,
        "largest immunosuppression", survivalUnderCiclosporin),
      Parameter(
        "ciclosporin_infection_hazard", "h_CS", 0.0005, "1/d", 0.0001...0.002,
        "hazard of severe infection at full effect",
        .assumed(because: "order of 0.2 severe infections a patient-year after transplantation")),
    ]
  }

  /// Numbers of the antibody against CD11d in a species.
  static func antiCD11d(_ species: Species) -> [Parameter] {
    [
      Parameter(
        "anti_CD11d_reference_dose", "D_CD", 1, "mg/kg", 0.5...2,
        "usual dose of the antibody against CD11d",
        .measured(
          source: "Gris et al 2004 J Neurosci 24:4043; Geremia 2012",
          note: "1 mg/kg at 2, 24 and 48 h, dose recalled")),
      Parameter(
        "anti_CD11d_half_life", "t_CD", 48, "h", 24...168,
        "half-life of the antibody's effect",
        .assumed(because: "a mouse antibody in a rat lasts days; doses are a day apart")),
      Parameter(
        "anti_CD11d_delay", "d_CD", 0.5, "h", 0.1...3,
        "time in which half of a dose acts",
        .assumed(because: "the integrin is on cells of the blood")),
      Parameter(
        "anti_CD11d_neutrophil_entry", "m_n^CD", -0.72, "-", -0.95...0,
        "largest change of neutrophil influx",
        .fitted(
          to: "Gris et al 2004 J Neurosci 24:4043 and Saville 2004: neutrophil infiltration "
            + "0.4 (0.3-0.6) of control (antiCD11d_PMN; number recalled)")),
      Parameter(
        "anti_CD11d_macrophage_entry", "m_m^CD", -0.6, "-", -0.95...0,
        "largest change of macrophage influx",
        .assumed(because: "macrophages carry CD11d too; fewer are reported, by less than neutrophils")),
      Parameter(
        "anti_CD11d_infection_hazard", "h_CD", 0.002, "1/d", 0...0.01,
        "hazard of severe infection at full effect",
        .assumed(
          because: "block of one integrin for days; trials of related antibodies in stroke saw "
            + "more infections")),
    ]
  }

  /// Numbers of interleukin 10 in a species.
  static func interleukin10(_ species: Species) -> [Parameter] {
    let common: [Parameter] = interleukin10Common
    switch species {
    case .rat:
      return [
        Parameter(
          "IL10_drug_reference_dose", "D_IL", 5, "ug", 1...30,
          "usual dose of interleukin 10",
          .measured(
            source: "Bethea et al 1999 J Neurotrauma 16:851",
            note: "5 ug into the peritoneum; 15-30 ug/kg in Takami et al 2002"))
      ] + common
    case .human:
      return [
        Parameter(
          "IL10_drug_reference_dose", "D_IL", 1500, "ug", 300...3000,
          "usual dose of interleukin 10",
          .assumed(because: "the rat's 20 ug/kg in a person of 75 kg; not in use for cord injury"))
      ] + common
    }
  }

  private static var interleukin10Common: [Parameter] {
    let acuteCytokine = Evidence.fitted(
      to: "TNF of the cord down after one dose at 30 min: Bethea et al 1999 J Neurotrauma "
        + "16:851")
    return [
      Parameter(
        "IL10_drug_half_life", "t_IL", 2, "h", 0.5...4.5,
        "half-life of interleukin 10's effect",
        .measured(
          source: "Hellenbrand 2019 J Neuroinflammation 16:93",
          note: "rapidly cleared, qualitative; thalf_IL10_tissue")),
      Parameter(
        "IL10_drug_delay", "d_IL", 0.5, "h", 0.1...2,
        "time in which half of a dose acts",
        .assumed(because: "absorption from the peritoneum")),
      Parameter(
        "IL10_drug_cytokine_of_microglia", "m_cD^IL", -0.3, "-", -0.6...0,
        "largest change of cytokine release of microglia",
        .fitted(
          to: "TNF of the cord down after one dose at 30 min: Bethea et al 1999 J Neurotrauma "
            + "16:851; it hardly crosses a whole barrier, so less than in culture")),
      Parameter(
        "IL10_drug_cytokine_of_neutrophils", "m_cn^IL", -0.5, "-", -0.8...0,
        "largest change of cytokine release of neutrophils",
        acuteCytokine),
      Parameter(
        "IL10_drug_cytokine_of_macrophages", "m_cm^IL", -0.5, "-", -0.8...0,
        "largest change of cytokine release of macrophages",
        acuteCytokine),
      Parameter(
        "IL10_drug_neutrophil_entry", "m_n^IL", -0.2, "-", -0.5...0,
        "largest change of neutrophil influx",
        .assumed(because: "acts on leukocytes of the blood; size unknown")),
      Parameter(
        "IL10_drug_infection_hazard", "h_IL", 0.002, "1/d", 0...0.01,
        "hazard of severe infection at full effect",
        .assumed(because: "mild immunosuppression; no report")),
    ]
  }
}
