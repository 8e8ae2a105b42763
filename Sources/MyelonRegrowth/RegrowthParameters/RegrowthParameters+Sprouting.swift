import MyelonAnatomy
import MyelonQuantities

extension RegrowthParameters {
  /// Sprouting of spared fibres, and what permits it.
  static func sprouting(_ species: Species) -> [Parameter] { use(species) + zones(species) + net }

  private static func use(_ species: Species) -> [Parameter] {
    [
      Parameter(
        "training_plasticity", "μ_c", 1.75, "fold", 0...3,
        "gain of full use while spared fibres may sprout, as a multiple of the gain of practice without",
        .fitted(
          to:
            "pooled effects of chondroitinase and of neural cells on the score of rats (meta-chabc2022, meta-qian2020-nsc), by hand "
            + "within what ensemble Kalman inversion left (Docs/Calibration.md)")),
      Parameter(
        "sprouting_time", "τ_s", species == .rat ? 7 : 17.5, "d", species == .rat ? 4...21 : 7...50,
        "time constant of each of the two stages of sprouting under full use",
        .derived(
          from:
            "v_sprout: 0.3 (0.1 to 1) mm/d over the one to three millimetres between neighbouring circuits"
            + (species == .rat ? "" : ", slower by growth_pace"))),
      Parameter(
        "sprouting_window", "τ_w", species == .rat ? 30 : 75, "d", species == .rat ? 14...90 : 30...225,
        "time over which an injury's readiness to sprout falls",
        .assumed(
          because:
            "practice that began twelve weeks after a lesion brought no sprouting, early practice did (Norrie et al 2005 J "
            + "Neurosci 25:10074, recalled)" + (species == .rat ? "" : "; slower by growth_pace"))),
      Parameter(
        "sprouting_window_floor", "φ_s", 0.25, "fraction", 0...0.6,
        "readiness to sprout long after an injury over that just after it",
        .fitted(
          to:
            "progenitors grafted at eight weeks bring no function: Karimi-Abdolrezaee et al 2006 (karimi2006), against NT-3 at three "
            + "months, which does: Tuszynski et al 2003 (tuszynski2003-nt3); by hand")),
      Parameter(
        "everyday_use_stepping", "p_s", species == .rat ? 0.5 : 0.1, "fraction",
        species == .rat ? 0.2...0.9 : 0...0.3,
        "practice of stepping by living in a cage or a home; acts only where spared fibres may sprout",
        .assumed(
          because: species == .rat
            ? "a rat walks about its cage for hours a day and so trains itself: rats kept from using their hind limbs recovered "
              + "worse (Caudle et al 2011 Neurorehabil Neural Repair 25:729, recalled); without permission to sprout "
              + "it is part of natural recovery"
            : "people with weak legs use a chair; therapy is given as training")),
      Parameter(
        "everyday_use_reaching", "p_r", species == .rat ? 0.02 : 0.2, "fraction",
        species == .rat ? 0...0.2 : 0.05...0.5,
        "practice of skilled reaching by living in a cage or a home; acts only where spared fibres may sprout",
        .assumed(
          because: species == .rat
            ? "chondroitinase alone did not restore skilled reaching, which a cage does not ask for (Garcia-Alias 2009)"
            : "people use what their hands can do all day; hours of real use were not found")),
    ]
  }

  private static func zones(_ species: Species) -> [Parameter] {
    [
      Parameter(
        "sprouting_zone", "ℓ_z", species == .rat ? 4 : 15, "mm", species == .rat ? 2...10 : 5...40,
        "distance from the lesion's centre within which spared fibres sprout onto interneurons that lead around it",
        .assumed(
          because: species == .rat
            ? "detours form within a few segments of the lesion (Bareyre et al 2004 Nat Neurosci 7:269)"
            : "as far in segments as in the rat")),
      Parameter(
        "sprouting_density", "β_s", 0.5, "1/mm", 0.1...2,
        "sprouts that a spared fibre puts out on a mm of its way where all is permitted",
        .assumed(
          because: "collateral branching of axons that sprout (branching_rate): order of magnitude, no source"
        )),
      Parameter(
        "sprouting_zone_share", "ω_z", 0.5, "fraction", 0...1,
        "weight of that zone against a task's own circuits below the lesion",
        .assumed(because: "both sprout after injury and no study weighs them")),
    ]
  }

  private static let net: [Parameter] = [
    Parameter(
      "plasticity_half", "K_o", 0.01, "U/mL", 0.001...0.1, "chondroitinase that opens half of the net",
      .derived(from: "the activity at which CSPG_digestion equals k_CSPG")),
    Parameter(
      "plasticity_opening", "κ_o", 1, "1/d", 0.2...3, "rate at which the net opens",
      .assumed(because: "digestion is complete within days of one injection")),
    Parameter(
      "plasticity_closing", "τ_o", 28, "d", 14...60, "time constant with which the net closes again",
      .assumed(because: "proteoglycan turns over with a half-life of four weeks in the lesion model (k_CSPG)")
    ),
  ]
}
