import MyelonAnatomy
import MyelonQuantities

extension LesionParameters {
  /// How a blow becomes torn axons, dead cells, blood in the tissue and lost perfusion.
  static func primaryInjury(for species: Species) -> [Parameter] {
    impact(for: species) + thresholds(for: species)
  }

  /// How hard and how far each device strikes.
  private static func impact(for species: Species) -> [Parameter] {
    let basso = Evidence.fitted(to: "spared white matter against drop height, basso1996_graded (recalled)")
    return [
      Parameter(
        "impact_compression_reference", "κ₁", 0.52, "fraction of AP diameter", 0.3...0.7,
        "peak compression of the rat cord by 10 g dropped 12.5 mm", basso),
      Parameter(
        "impact_height_exponent", "p", 0.32, "-", 0.1...0.5,
        "peak compression grows as (momentum)^2p of the falling weight", basso),
      Parameter(
        "impact_force_reference", "F₁", 165, "kdyn", 120...220,
        "force-controlled impact that equals a 10 g, 12.5 mm drop",
        .assumed(because: "150-200 kdyn and 12.5-25 mm are both called moderate in the literature")),
      Parameter(
        "clip_force_reference", "F₂", 26, "gf", 20...40,
        "clip force, 1 min, that equals a 10 g, 12.5 mm drop",
        .assumed(
          because: "26-27 g clips are called moderate, 35-50 g severe (Karimi 2006; Fehlings laboratory)")),
      Parameter(
        "impact_radial_spread", "s_ρ", 0.62, "half-diameters", 0.4...1,
        "radial standard deviation of the strain in the cross-section", basso),
      Parameter(
        "impact_axial_spread", "s_z", species == .rat ? 0.5 : 0.55, "AP diameters", 0.2...1.2,
        "axial standard deviation of the strain beyond the struck length",
        .fitted(
          to: species == .rat
            ? "chronic lesion length 3, 5 and 8 mm: lesion_length_chronic_* (recalled)"
            : "human cyst length 20 (5-50) mm: human_cyst_length_chronic (recalled)")),
      Parameter(
        "impact_length", "L", species == .rat ? 0.9 : 1.4, "AP diameters", 0.3...4,
        "struck length along the cord when the scenario gives none",
        .assumed(because: "the NYU rod is 2-2.5 mm wide; a displaced disc and endplate are about 10 mm high")),
      Parameter(
        "impact_depth_dorsal", "v₀", 0.05, "half-diameters", -0.3...0.4,
        "dorsal offset of the strain's centre under a blow",
        .assumed(because: "contusions centre on the base of the dorsal columns and the central grey matter")),
    ]
  }

  /// What a strain does to axons, cells and vessels.
  private static func thresholds(for species: Species) -> [Parameter] {
    [
      Parameter(
        "strain_tear_axons", "κ_x", 0.3, "fraction", 0.15...0.6,
        "local strain at which half of the axons tear at once",
        .fitted(
          to:
            "half of the white-matter loss of 12.5 and 25 mm drops at once, the rest within a week: basso1996_graded, "
            + "Noble & Wrathall 1989 (main loss between 24 h and 7 d)")),
      Parameter(
        "strain_kill_grey", "κ_g", 0.56, "fraction", 0.15...0.7,
        "local strain at which half of the cells of grey matter die at once",
        .fitted(to: "lesion_volume_15min, 1.92 mm3: Ek et al 2010, doi:10.1371/journal.pone.0012021")),
      Parameter(
        "strain_kill_white", "κ_w", 0.7, "fraction", 0.3...0.9,
        "local strain at which half of the glia of white matter die at once",
        .assumed(because: "grey matter is the more vulnerable; the ratio to grey is not measured")),
      Parameter(
        "strain_break_vessels", "κ_q", 0.18, "fraction", 0.15...0.7,
        "local strain at which half of the perfusion is lost at once",
        .fitted(
          to:
            "grey-matter loss complete at 24 h through ischaemia (Ek et al 2010, doi:10.1371/journal.pone.0012021) and "
            + "secondary white-matter loss after 6.25 to 50 mm drops, basso1996_graded"
        )),
      Parameter(
        "strain_steepness", "n_κ", 5, "-", 2...10, "Hill exponent of the strain thresholds",
        .fitted(to: "the gradual loss of sparing over an eight-fold range of height, basso1996_graded")),
      Parameter(
        "SCBF_residual", "q_res", 0.25, "fraction", 0.1...0.5,
        "perfusion left at the epicentre in the first hours",
        .assumed(because: "order of magnitude of Rivlin & Tator's clip studies; prior estimate")),
      Parameter(
        "compression_perfusion_half", "κ_c", 0.52, "fraction of AP diameter", 0.2...0.6,
        "lasting compression that halves perfusion under it",
        .assumed(
          because:
            "canal compromise of 30-50 % is where neurological risk rises in MRI cohorts (recalled); the upper end keeps "
            + "the worked human example AIS C to D")),
      Parameter(
        "individual_variation", "CV_κ", species == .rat ? 0.05 : 0.1, "fraction", 0...0.3,
        "coefficient of variation of the effective peak compression between individuals",
        .assumed(because: "impactor displacement varies by 3-6 %; people vary more in canal width")),
    ]
  }
}
