import MyelonAnatomy
import MyelonQuantities

extension RegrowthParameters {
  /// Growth cones: speed, persistence, guidance, inhibition, trophic need.
  static func growth(_ species: Species) -> [Parameter] {
    growthInhibition + growthPromotion + growthGuidance + growthFate + growthClock(species) + growthTypes
  }

  /// The balance of inhibitors and promoters.
  private static var growthInhibition: [Parameter] {
    let untreated = Evidence.fitted(
      to: "v_growth_injured_host_untreated: 0.02 (0-0.1) mm/d in white matter without treatment")
    return [
      Parameter(
        "advance_threshold", "R_c", 1.5, "-", 1...2.5,
        "inhibitors over promoters at which a growth cone advances at half speed",
        .measured(
          source: "inhibitor_promoter_threshold: Zhu et al 2012 Neural Regen Res",
          note: "a model's result: axons pass below this mean ratio")),
      Parameter(
        "advance_steepness", "n", 4, "-", 2...8,
        "steepness of the threshold, taken as a whole number",
        .assumed(because: "the published threshold is sharp; the fourth order halves within 30 %")),
      Parameter(
        "proteoglycan_scar", "ν_S", 1, "-", 0.5...15,
        "peak scars in one unit of the cord's proteoglycan field",
        .fitted(
          to:
            "channels and grafts, together with fibrosis_inhibition; the field itself peaks at 0.19 after the rat's "
            + "moderate contusion, so that about 5 would let its proteoglycan alone stop axons")),
      Parameter(
        "proteoglycan_white", "ν_w", 0.4, "relative", 0...1,
        "proteoglycan of intact white matter, in units of a peak scar", untreated),
      Parameter(
        "proteoglycan_grey", "ν_g", 0.8, "relative", 0...2,
        "proteoglycan of intact grey matter with its perineuronal nets, in units of a peak scar", untreated),
      Parameter(
        "fibrosis_inhibition", "κ_F", 1.5, "relative", 0.3...3,
        "inhibitors of fibrous tissue (NG2, semaphorins, collagen IV), in units of a peak scar's proteoglycan",
        .assumed(
          because:
            "axons do not enter the fibrotic core of an untreated lesion, and cross where it is prevented "
            + "(recalled); no concentration is known")),
      Parameter(
        "degenerated_myelin", "ξ_Z", 0.8, "fraction", 0.2...1,
        "inhibition that the sheaths of degenerated fibres keep",
        .assumed(
          because:
            "myelin of degenerated central tracts is cleared over months to years, far more slowly than "
            + "in nerves (recalled)")),
      Parameter(
        "proteoglycan_renewal", "λ_ν", 0.001, "1/h", 0.0003...0.002,
        "renewal of digested proteoglycan of intact tissue",
        .derived(from: "the turnover of the scar's proteoglycan (k_CSPG of the lesion)")),
      Parameter(
        "proteoglycan_digestion", "e_ν", 0.1, "1/h per unit", 0.01...1,
        "digestion of proteoglycan of intact tissue by chondroitinase (1 unit/mL)",
        .derived(from: "that of the scar's proteoglycan (CSPG_digestion of the lesion)")),
      Parameter(
        "myelin_grey", "μ_g", 0.35, "-", 0...1, "myelin inhibitors of grey matter over white matter",
        .assumed(because: "about a third of the myelin content of white matter (textbook histology)")),
      Parameter(
        "nogo_share", "ψ_N", 0.75, "fraction", 0.3...1,
        "share of the inhibition by myelin that an antibody against Nogo-A can mask",
        .assumed(because: "MAG and OMgp act through the same receptors and are not masked")),
      Parameter(
        "nogo_antibody_half", "K_N", 1000, "ng/mL", 100...10000,
        "antibody against Nogo-A that masks half of that share",
        .assumed(because: "antibodies of nanomolar affinity (150 kDa) saturate at about a microgram per mL")),
    ]
  }

  /// What promotes growth, apart from what differs between neurons.
  private static var growthPromotion: [Parameter] {
    [
      Parameter(
        "matrix_promotion", "π_m", 1, "-", 0.5...2, "promotion by intact basal matrix",
        .assumed(because: "the unit of promotion; only ratios matter")),
      Parameter(
        "adhesion_promotion", "π_a", 1, "-", 0.3...3,
        "promotion by a scaffold of full, laminin-like adhesion",
        .assumed(because: "laminin-coated channels are grown into as well as matrix is")),
      Parameter(
        "promotion_least", "P_0", 0.1, "-", 0.01...0.3, "promotion where nothing promotes",
        .assumed(because: "keeps the ratio finite; far below what lets a host axon advance")),
      Parameter(
        "neurotrophin_half", "K_T", 10.8, "ng/mL", 2.7...54,
        "BDNF or NT-3 of half-maximal promotion",
        .measured(
          source: "EC50_BDNF_outgrowth and EC50_NT3_outgrowth, in vitro consensus",
          note: "0.4 (0.1-2) nM of a 27 kDa dimer; recalled")),
      Parameter(
        "GDNF_half", "K_G", 12, "ng/mL", 3...60, "GDNF of half-maximal promotion",
        .assumed(because: "as for the neurotrophins, 0.4 nM of a 30 kDa dimer")),
      Parameter(
        "graft_neuron_half", "K_n", 2000, "1/mm3", 200...20000, "grafted neurons of half-maximal promotion",
        .assumed(
          because: "a tenth of the density of neurons in the rat's grey matter, seen as robust ingrowth")),
      Parameter(
        "graft_neuron_reach", "ℓ_n", 0.5, "mm", 0.1...2,
        "distance over which neurites of grafted neurons promote growth around the graft",
        .assumed(
          because: "grafted neurons bridge the border of the lesion with their processes; no number known")),
    ]
  }

  /// What a growth cone does at the end of its way.
  private static var growthFate: [Parameter] {
    let krych = Evidence.fitted(
      to: "align_channel_450: 186 axons a channel at 1 month, 78 at 3 months: Krych et al 2009 Acta Biomater")
    return [
      Parameter(
        "arrest_hazard", "λ_0", 2, "1/mm", 0.2...5, "arrest per mm where a growth cone cannot advance",
        .fitted(to: "abortive regrowth within a mm without treatment (recalled)")),
      Parameter(
        "restart_rate", "μ", 0.2, "1/d", 0.02...1,
        "restart of an arrested growth cone where nothing inhibits",
        .assumed(because: "arrested endings grow again within days when inhibition is lifted")),
      Parameter(
        "stall_speed", "v_0", 0.002, "mm/d", 0...0.01, "speed below which a growth cone counts as arrested",
        .assumed(because: "a tenth of the untreated speed; two micrometres a day are not seen as growth")),
      Parameter(
        "withdrawal_basal", "w_0", 0.0145, "1/d", 0...0.05, "withdrawal of axons that have no target", krych),
      Parameter(
        "withdrawal_need", "w_1", 0.03, "1/d", 0...0.2,
        "withdrawal per unit of trophic support that an axon grew under and has lost",
        .fitted(
          to:
            "NT3_dependence: fewer sensory axons when NT-3 is switched off: Hou et al 2012 J Neurosci 32:13206"
        )
      ),
      Parameter(
        "need_memory", "τ_n", 60, "d", 10...365, "time over which an axon's trophic need fades",
        .assumed(because: "axons still depended on NT-3 weeks later (Hou 2012)")),
      Parameter(
        "synaptic_support", "σ_s", 1, "-", 0.5...1, "share of withdrawal that a mature synapse prevents",
        .assumed(because: "connected axons are kept for months")),
      Parameter(
        "retraction_speed", "v_r", 0.5, "mm/d", 0.1...5, "speed at which a withdrawing axon is taken back",
        .assumed(because: "withdrawal is complete within weeks")),
      Parameter(
        "branching_rate", "β", 0.2, "1/mm", 0...2, "branches per mm of growth of an unbranched axon",
        .assumed(
          because: "branching_rate 0.5 (0.1-2): order of magnitude, no source; the lower part, because every "
            + "branch is counted as an axon profile")),
      Parameter(
        "branch_angle", "θ_b", 60, "degree", 10...90, "angle between a branch and its axon",
        .assumed(because: "collaterals leave obliquely to squarely")),
      Parameter(
        "innervated_contact", "ε_c", 0.1, "fraction", 0...1,
        "contacts with fully innervated neurons over those with denervated ones",
        .assumed(because: "few synaptic sites are vacant in intact grey matter")),
      Parameter(
        "contact_CSPG_half", "K_c", 1, "relative", 0.2...5,
        "proteoglycan that halves the formation of contacts",
        .assumed(because: "perineuronal nets restrict new synapses; strength not measured")),
    ]
  }

  /// Direction.
  private static var growthGuidance: [Parameter] {
    [
      Parameter(
        "persistence_length", "ℓ_p", 1, "mm", 0.1...10,
        "length over which an unguided axon forgets its direction",
        .assumed(because: "axons in random matrix are far from straight over a few mm")),
      Parameter(
        "turning_length", "ℓ_t", 0.3, "mm", 0.05...2, "length over which a fully guided axon turns",
        .assumed(because: "turning assays show turns within a few tenths of a mm")),
      Parameter(
        "growth_cone_width", "w_gc", 0.01, "mm", 0.005...0.02, "width over which a growth cone compares",
        .measured(source: "growth_cone_width: Goodhill 1998 Trends Neurosci 21:226", note: "recalled")),
      Parameter(
        "gradient_threshold", "δ_0", 0.001, "-", 0.0005...0.01,
        "least change across a growth cone that guides it, relative",
        .measured(
          source: "gradient_min_detectable: Rosoff et al 2004 Nat Neurosci 7:678",
          note: "0.1 (0.1-1) % across 10 um; recalled")),
      Parameter(
        "gradient_saturation", "δ_s", 0.01, "-", 0.002...0.1,
        "change across a growth cone above the threshold of half-maximal guidance",
        .assumed(because: "ten times the threshold; pipette assays use 5-10 % and turn nearly all")),
      Parameter(
        "gradient_floor", "q_0", 0.05, "relative", 0.01...0.3,
        "level of a substrate below which its relative change counts less",
        .assumed(because: "keeps relative changes finite where a substrate vanishes")),
      Parameter(
        "chemotaxis_weight", "χ", 1, "-", 0...3, "weight of diffusible factors in turning",
        .assumed(because: "the unit of guidance; only ratios matter")),
      Parameter(
        "haptotaxis_weight", "η", 1, "-", 0...3, "weight of the substrate in turning",
        .assumed(because: "axons avoid rims of proteoglycan and follow laminin about as they follow factors")),
      Parameter(
        "grey_attraction", "γ", 0.3, "-", 0...2, "weight of denervated grey matter in turning",
        .assumed(because: "denervated grey matter attracts collaterals; weaker than an applied gradient")),
      Parameter(
        "grey_attraction_range", "ℓ_g", 0.5, "mm", 0.1...1, "range of that attraction",
        .derived(from: "guidance_range_diffusible 1.0 (0.5-1) mm: Goodhill 1998, as twice this decay length")),
      Parameter(
        "alignment_weight", "ω_a", 5, "-", 1...20, "weight of aligned substrate in turning",
        .fitted(
          to:
            "alignment_linear_fraction 0.8 (0.6-0.95) of axons grow straight in uniaxial channels (estimate)")
      ),
      Parameter(
        "white_alignment", "ω_w", 0.5, "fraction", 0...1, "alignment that the fibres of white matter offer",
        .assumed(because: "graft-derived axons run straight along host white matter (Lu 2012)")),
    ]
  }

  /// Ages and clocks.
  private static func growthClock(_ species: Species) -> [Parameter] {
    let pace: Parameter =
      switch species {
      case .rat:
        Parameter(
          "growth_pace", "σ_g", 1, "fold", 1...1, "speed of growth against the rat",
          .derived(from: "the rat is the reference"))
      case .human:
        Parameter(
          "growth_pace", "σ_g", 0.4, "fold", 0.3...1, "speed of growth against the rat",
          .derived(from: "v_growth_PNS: human 1 mm/d, rat 2-3.5 mm/d"))
      }
    return [
      pace,
      Parameter(
        "injury_age_floor", "φ_∞", 0.6, "fraction", 0.1...1,
        "speed of host axons long after injury over that just after it",
        .fitted(
          to: "corticospinal axons still answer NT-3 after 3 months: Tuszynski et al 2003 Exp Neurol 181:47")),
      Parameter(
        "injury_age_time", "τ_φ", 60, "d", 14...365, "time over which host axons lose that speed",
        .assumed(because: "regenerative gene programmes fade over weeks after axotomy")),
      Parameter(
        "axon_myelination", "τ_y", 60, "d", 14...365,
        "time constant of myelination of a new axon at full density of myelinating cells",
        .assumed(because: "remyelination of spared axons takes weeks to months")),
    ]
  }
}
