import MyelonAnatomy
import MyelonQuantities

extension TherapyParameters {
  /// How a host receives grafted cells.
  static func graft(_ species: Species) -> [Parameter] {
    graftSurvival + graftRejection + graftClones + graftHost(species)
  }

  private static var graftSurvival: [Parameter] {
    let matrix = Evidence.fitted(
      to:
        "matrix gain 2.5 (1.5-5) of neural and 3 (1.5-6) of Schwann cells: Lu et al 2012 Cell 150:1264; Robinson "
        + "& Lu 2017 Exp Neurol; Patel et al 2010 J Neurotrauma (numbers recalled)")
    return [
      Parameter(
        "graft_scaffold_adhesion", "α_V", 0.5, "fraction", 0...1,
        "adhesion that a scaffold offers to grafted cells where none is stated",
        .assumed(because: "between an inert gel and laminin")),
      Parameter(
        "graft_matrix_shelter", "σ_m", 0.5, "fraction", 0...0.9,
        "share of oxidative, inflammatory and hypoxic death that full adhesion prevents", matrix),
      Parameter(
        "graft_trophic_support", "σ_T", 0.5, "fraction", 0...0.9,
        "share of oxidative, inflammatory and basal death that saturating neurotrophic factors prevent",
        .fitted(
          to:
            "gain with growth factors: 0.37 (0.25-0.45) at 8-10 wk against 0.1: Karimi-Abdolrezaee et al 2006 J "
            + "Neurosci 26:3377 (recalled)")),
      Parameter(
        "graft_growth_half", "n_s", 20_000, "cells/mm3", 2000...1e5,
        "density of grafted cells, weighted with their support, that promotes axons half-maximally",
        .assumed(because: "a fifth of the packing of tissue: cells then touch along most paths")),
      Parameter(
        "graft_trophic_half", "K_T", 20, "ng/mL", 2...100,
        "sum of BDNF, NT-3 and GDNF of half-maximal support of grafted cells",
        .assumed(because: "culture media for neural cells hold 10-50 ng/mL")),
      Parameter(
        "graft_macrophage_kill", "γ_M", 1, "relative", 0...10,
        "death by dense pro-inflammatory macrophages over death by saturating cytokine",
        .fitted(to: survivalByDay)),
      Parameter(
        "graft_macrophage_half", "K_M", 0.6, "relative", 0.2...1.5,
        "density of pro-inflammatory macrophages of half-maximal killing (fourth order)",
        .fitted(to: survivalByDay)),
      Parameter(
        "graft_fluid_feeding", "q_F", 0.5, "relative", 0.1...1,
        "supply of a sparse graft from the fluid of a cavity, as a flow",
        .assumed(because: "oxygen tension of cerebrospinal fluid is about half that of arterial blood")),
      Parameter(
        "graft_fluid_half", "n_F", 2e4, "cells/mm3", 5e3...1e5,
        "density of cells that halves the supply from fluid",
        .derived(
          from:
            "thickness fed by diffusion, sqrt(2 D C / Q), with D 2e-3 mm2/s, C 0.05 mM and 1e-16 mol/s a cell, "
            + "is 0.3 mm at this density")),
      Parameter(
        "graft_crowding_death", "d_K", 0.02, "1/h", 0.002...0.1,
        "death rate of grafted cells per carrying density above the carrying density",
        .assumed(because: "crowded cores thin out within a few days")),
      Parameter(
        "graft_anchorage_death", "d_E", 0.012, "1/h", 0...0.1,
        "death rate of fresh cells where the basal matrix is gone and nothing else holds them",
        .fitted(
          to:
            "chronic over subacute survival of neural cells 0.3 (0.1-1): direction Piltti et al 2013, number recalled"
        )),
      Parameter(
        "graft_own_matrix", "τ_E", 7, "d", 2...30,
        "time in which grafted cells lay down a matrix of their own",
        .assumed(because: "laminin and fibronectin surround grafts within one to two weeks")),
      Parameter(
        "graft_maturation", "τ_g", 21, "d", 7...90, "time in which a cell that chose its fate matures",
        .assumed(because: "myelin and mature markers of grafted cells appear 2-6 weeks after grafting")),
      Parameter(
        "graft_stress_memory", "τ_s", 24, "h", 6...72, "time over which a cell's stress is averaged",
        .assumed(because: "turnover of stress-response transcripts takes about a day")),
    ]
  }

  private static let survivalByDay =
    "survival 7 d after the graft by day of grafting 0, 3, 7, 21, and at 28 d: Nandoe Tewarie et al 2009 J Neurotrauma "
    + "26:2313"

  private static var graftRejection: [Parameter] {
    [
      Parameter(
        "rejection_delay", "τ_r", 12, "d", 4...15,
        "mean time from a graft to the full adaptive response in quiet tissue",
        .fitted(to: survivalByDay + "; first-set rejection takes 7-14 d (textbook)")),
      Parameter(
        "rejection_priming", "π_r", 5, "fold", 0...20,
        "speeding of the adaptive response by a fully primed host",
        .fitted(to: survivalByDay)),
      Parameter(
        "rejection_quiet", "ε_r", 0.2, "fraction", 0...1,
        "strength of the adaptive response in a cord that no injury has primed",
        .assumed(because: "grafts into intact cords are rejected, but slowly and not always")),
      Parameter(
        "host_priming_delay", "τ_p", 10, "d", 3...15, "mean time in which an injury primes the host",
        .fitted(to: survivalByDay)),
      Parameter(
        "host_priming_half", "K_p", 0.1, "relative", 0.01...0.5,
        "macrophages over the lesion's volume that prime at half speed",
        .assumed(because: "a tenth of the peak of a moderate contusion is inflammation without doubt")),
      Parameter(
        "host_priming_fading", "τ_f", 90, "d", 30...365,
        "time in which the priming of the host, and its response to a graft, fade",
        .assumed(
          because:
            "lymphocytes are found in injured cords for months: Ankeny & Popovich 2009 Neuroscience 158:1112")
      ),
      Parameter(
        "rejection_antigen_half", "n_A", 1e4, "cells", 1e2...1e6,
        "living or freshly dead cells of half-maximal immunisation",
        .assumed(because: "grafts of 1e4 cells are rejected, if slower; order of magnitude")),
    ]
  }

  private static var graftClones: [Parameter] {
    [
      Parameter(
        "clone_death_share", "δ_c", 0.4, "fraction", 0...0.95,
        "death rate over division rate of cells of a clone",
        .assumed(because: "cell loss factors of tumours lie between 0.2 and 0.9")),
      Parameter(
        "clone_capacity", "N_c", 1e9, "cells", 1e7...1e11, "cells at which a clone stops growing (Gompertz)",
        .assumed(because: "about 1 cm3 of cells; no cord holds more")),
      Parameter(
        "tumour_volume", "V_t", 1, "mm3", 0.1...100, "volume of a clone that counts as a tumour event",
        .assumed(because: "seen without doubt in a section or an image of a rat's cord")),
      Parameter(
        "sprouting_factor_half", "K_ρ", 30, "ng/mL", 3...300,
        "BDNF of half-maximal risk of aberrant sprouting and spasticity",
        .assumed(because: "levels that make axons sprout freely also make primary afferents sprout")),
      Parameter(
        "sprouting_factor_risk", "ρ_B", 0.3, "fraction", 0...1,
        "risk of allodynia or spasticity under saturating BDNF",
        .assumed(
          because:
            "over-expressed BDNF caused spasticity and hyperreflexia in part of the animals: Fouad et al 2013 "
            + "J Neurophysiol 109:2923 (recalled)")),
    ]
  }

  private static func graftHost(_ species: Species) -> [Parameter] {
    let isRat = species == .rat
    let size = Evidence.assumed(because: "length of a moderate lesion times the area of the section")
    return [
      Parameter(
        "remote_lesion_volume", "V_L", isRat ? 10 : 800, "mm3", isRat ? 3...40 : 100...5000,
        "volume over which the effect of remote cells and of vesicles is referred to the lesion", size),
      Parameter(
        "tumour_pressure_half", "V_p", isRat ? 5 : 100, "mm3", isRat ? 1...20 : 20...1000,
        "volume of a tumour that halves the flow at its surface",
        .assumed(because: "the volume of the cord over a length of about its own diameter")),
      Parameter(
        "vesicle_arrival_half_life", "t_X", 0.3, "h", 0.03...2, "half-life of intravenous vesicles in blood",
        .measured(
          source: "literature on vesicle pharmacokinetics", note: "0.3 (0.03-2) h in rodents, recalled")),
      Parameter(
        "vesicle_fluid_half_life", "t_Y", 2, "h", 0.5...8,
        "half-life of intrathecal vesicles in cerebrospinal fluid",
        .assumed(because: "turnover of the fluid of a rat takes about 2 h; of a person 4-6 h")),
      Parameter(
        "vesicle_yield", "Y_X", 200, "level", 20...2000,
        "level of vesicles in the lesion volume if one reference dose arrived there in full, over half-maximal",
        .assumed(because: "an intravenous reference dose, of which about 1 % arrives, works: level 2")),
    ]
  }
}
