import MyelonAnatomy
import MyelonQuantities

extension TherapyParameters {
  /// The cerebrospinal fluid, and kinetics and effects of drugs.
  static func drugs(_ species: Species) -> [Parameter] {
    var parameters = fluid(species)
    parameters.append(
      Parameter(
        "drug_half_amount", "x½", 0.2, "reference doses", 0.05...1,
        "amount of a drug with half of its largest effect",
        .assumed(
          because: "usual doses lie on the flat part of the dose-response curve: 0.83 of the largest effect"))
    )
    parameters += methylprednisolone(species)
    parameters += methylprednisoloneRisks(species)
    parameters += minocycline(species)
    parameters += riluzole(species)
    parameters += tacrolimus(species)
    parameters += ciclosporin(species)
    parameters += antiCD11d(species)
    parameters += interleukin10(species)
    parameters += antiNogo(species)
    parameters += chondroitinase(species)
    return parameters
  }

  private static func fluid(_ species: Species) -> [Parameter] {
    let physiology = Evidence.measured(
      source: "standard physiology: volume over production",
      note: "recalled (CSF_turnover_rat, CSF_turnover_human)")
    return [
      species == .rat
        ? Parameter(
          "csf_volume", "V_L", 0.275, "mL", 0.25...0.3, "volume of cerebrospinal fluid", physiology)
        : Parameter(
          "csf_volume", "V_L", 150, "mL", 120...180, "volume of cerebrospinal fluid", physiology),
      species == .rat
        ? Parameter(
          "csf_turnover", "τ_L", 1.6, "h", 1.2...2, "volume of cerebrospinal fluid over its production",
          physiology)
        : Parameter(
          "csf_turnover", "τ_L", 6, "h", 5...8, "volume of cerebrospinal fluid over its production",
          physiology),
      Parameter(
        "csf_antibody_half_life", "τ_I", 1.5, "d", 0.5...3,
        "half-life of an antibody in cerebrospinal fluid",
        .assumed(because: "antibody kinetics of cerebrospinal fluid, class value (thalf_IgG_csf)")),
    ]
  }
}
