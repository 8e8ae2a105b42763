import MyelonAnatomy
import MyelonQuantities

extension TherapyParameters {
  /// Numbers of methylprednisolone in a species.
  static func methylprednisolone(_ species: Species) -> [Parameter] {
    let greySparing = Evidence.fitted(
      to: "less grey damage at 30 mg/kg x 3: Takami et al 2002 J Neurotrauma 19:653, "
        + "doi:10.1089/089771502753754118")
    return [
      Parameter(
        "methylprednisolone_reference_dose", "D_MP", 30, "mg/kg", 15...30,
        "usual dose of methylprednisolone",
        .measured(
          source: "Takami et al 2002 J Neurotrauma 19:653, doi:10.1089/089771502753754118; "
            + "Bracken et al 1990 NEJM 322:1405",
          note: "30 mg/kg at 5 min, 2 and 4 h; in people 30 mg/kg, then 5.4 mg/kg/h")),
      Parameter(
        "methylprednisolone_half_life", "t_MP", 3, "h", 2...4,
        "half-life of methylprednisolone's effect",
        .measured(source: "standard pharmacology", note: "plasma half-life 2.5-3 h, recalled")),
      Parameter(
        "methylprednisolone_delay", "d_MP", 0.5, "h", 0.1...2,
        "time in which half of a dose reaches the cord",
        .assumed(because: "an intravenous bolus reaches the cord within an hour")),
      Parameter(
        "methylprednisolone_neuron_oxidation", "m_No^MP", -0.8, "-", -0.95...0,
        "largest change of oxidative killing of neurons",
        greySparing),
      Parameter(
        "methylprednisolone_neuron_excitotoxicity", "m_Ng^MP", -0.8, "-", -0.9...0,
        "change of the excitotoxic killing of neurons",
        .fitted(
          to:
            "less grey damage without gain in axons: Takami et al 2002 J Neurotrauma 19:653; calcium overload kills "
            + "through lipid peroxidation, which the drug holds back")),
      Parameter(
        "methylprednisolone_astrocyte_oxidation", "m_Ao^MP", -0.5, "-", -0.9...0,
        "largest change of oxidative killing of astrocytes",
        greySparing),
      Parameter(
        "methylprednisolone_axon_oxidation", "m_Xo^MP", -0.02, "-", -0.3...0,
        "largest change of oxidative loss of axons",
        .fitted(
          to: "no gain in axons or BBB: Takami et al 2002 J Neurotrauma 19:653, "
            + "doi:10.1089/089771502753754118; no benefit in 58 % of 62 studies: Akhtar et al "
            + "2009 ATLA 37:43")),
      Parameter(
        "methylprednisolone_neutrophil_entry", "m_n^MP", -0.01, "-", -0.6...0,
        "largest change of neutrophil influx",
        .fitted(
          to: "glucocorticoids hold back leukocytes, but more would spare axons, which are "
            + "not spared: Takami et al 2002 J Neurotrauma 19:653, "
            + "doi:10.1089/089771502753754118")),
      Parameter(
        "methylprednisolone_macrophage_entry", "m_m^MP", -0.01, "-", -0.6...0,
        "largest change of macrophage influx",
        .assumed(because: "as for neutrophils; macrophages come mostly after the drug has gone")),
      Parameter(
        "methylprednisolone_oedema_leak", "m_W^MP", -0.05, "-", -0.6...0,
        "largest change of the leak of oedema fluid",
        .assumed(because: "the classical reason for giving it; size unknown")),
    ]
  }

  /// Immunosuppression and risks of methylprednisolone in a species.
  static func methylprednisoloneRisks(_ species: Species) -> [Parameter] {
    [
      Parameter(
        "methylprednisolone_immunosuppression", "s_MP", 0.4, "fraction", 0.1...0.7,
        "largest immunosuppression",
        .assumed(because: "a glucocorticoid alone does not protect a graft of another donor")),
      Parameter(
        "methylprednisolone_infection_hazard", "h_MP", 0.05, "1/d", 0.01...0.1,
        "hazard of severe infection at full effect",
        .measured(
          source: "NASCIS III, Bracken et al 1997 JAMA 277:1597",
          note: "severe pneumonia 5.8 against 2.6 % and sepsis 2.6 against 0.6 % for a second "
            + "day of infusion; recalled")),
    ]
  }
}
