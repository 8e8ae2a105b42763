import MyelonQuantities

extension LesionParameters {
  /// What kills cells and axons after the blow.
  static var death: [Parameter] {
    let window = Evidence.fitted(
      to:
        "half of a moderate contusion's white-matter loss secondary, spared white matter of basso1996_graded (recalled); "
        + "grey-matter loss complete at 24 h, white at 7 d (Ek et al 2010, doi:10.1371/journal.pone.0012021); "
        + "half of the glia of residual white matter lost at 24 h (oligo_astro_loss_24h)")
    return [
      Parameter(
        "glutamate_peak_epicentre", "G₀", 450, "µM", 250...550,
        "glutamate set free where all cells of grey matter die",
        .measured(source: "Liu, Xu, Pan & McAdoo 1999 Neuroscience 93:1383", note: "recalled")),
      Parameter(
        "glutamate_toxic_EC50", "K_G", 60, "µM", 50...500,
        "excess glutamate for half-maximal excitotoxic death",
        .measured(source: "Choi 1987 J Neurosci and later", note: "recalled, in vitro")),
      Parameter(
        "white_glutamate_share", "γ_w", 0.3, "-", 0.05...0.6,
        "glutamate set free by white against grey matter",
        .assumed(because: "white matter releases less: fewer synapses; order of magnitude only")),
      Parameter(
        "glutamate_ischaemic_release", "r_i", 100, "µM/h", 0...400,
        "glutamate set free by living grey matter without blood",
        .assumed(
          because:
            "ischaemic cord holds extracellular glutamate at several times normal for as long as it lasts; rate not measured"
        )),
      Parameter(
        "glutamate_uptake_failure", "f_u", 0.8, "fraction", 0...1,
        "share of the clearance of glutamate that fails without blood",
        .assumed(
          because: "transporters run on the sodium gradient, which ischaemia abolishes; share not measured")),
      Parameter(
        "kill_neuron_excitotoxic", "k_Ng", 0.6, "1/h", 0.05...0.7, "excitotoxic death rate of neurons",
        window),
      Parameter(
        "kill_neuron_ischaemic", "k_Ni", 0.1, "1/h", 0.05...0.6, "ischaemic death rate of neurons", window),
      Parameter(
        "kill_neuron_oxidative", "k_No", 0.06, "1/h", 0.005...0.1, "oxidative death rate of neurons", window),
      Parameter(
        "kill_neuron_cytokine", "k_Nc", 0.003, "1/h", 0...0.03, "cytokine-driven death rate of neurons",
        window),
      Parameter(
        "kill_oligo_excitotoxic", "k_Og", 0.3, "1/h", 0.02...0.5,
        "excitotoxic death rate of oligodendrocytes", window),
      Parameter(
        "kill_oligo_ischaemic", "k_Oi", 0.12, "1/h", 0.02...0.5, "ischaemic death rate of oligodendrocytes",
        window),
      Parameter(
        "kill_oligo_oxidative", "k_Oo", 0.022, "1/h", 0.005...0.1, "oxidative death rate of oligodendrocytes",
        window),
      Parameter(
        "kill_oligo_cytokine", "k_Oc", 0.012, "1/h", 0...0.05,
        "cytokine-driven death rate of oligodendrocytes", window),
      Parameter(
        "kill_oligo_inflammatory", "k_Oj", 0.005, "1/h", 0...0.05,
        "loss rate of oligodendrocytes among pro-inflammatory macrophages that are being called", window),
      Parameter(
        "kill_oligo_orphaned", "k_Ow", 0.0025, "1/h", 0.0005...0.01,
        "apoptosis rate of oligodendrocytes whose axons have degenerated",
        .fitted(
          to: "delayed apoptosis in degenerating tracts at 3-21 d: Crowe et al 1997 Nat Med 3:73 (recalled)")),
      Parameter(
        "kill_astrocyte_ischaemic", "k_Ai", 0.06, "1/h", 0.01...0.3, "ischaemic death rate of astrocytes",
        window),
      Parameter(
        "kill_astrocyte_oxidative", "k_Ao", 0.01, "1/h", 0.001...0.05, "oxidative death rate of astrocytes",
        window),
      Parameter(
        "kill_axon_ischaemic", "k_Xi", 0.04, "1/h", 0.005...0.1, "ischaemic loss rate of axons", window),
      Parameter(
        "kill_axon_excitotoxic", "k_Xg", 0.08, "1/h", 0...0.1,
        "calcium-mediated loss rate of axons under glutamate", window),
      Parameter(
        "kill_axon_oxidative", "k_Xo", 0.03, "1/h", 0.001...0.06, "oxidative loss rate of axons", window),
      Parameter(
        "kill_axon_inflammatory", "k_Xj", 0.02, "1/h", 0...0.05,
        "loss rate of axons among pro-inflammatory macrophages that are being called", window),
      Parameter(
        "kill_axon_bare", "k_Xm", 0.00005, "1/h", 0...0.003,
        "loss rate of demyelinated axons among pro-inflammatory macrophages",
        .fitted(
          to:
            "white-matter loss in mild injury going on to 4 wk: Noble & Wrathall 1989, doi:10.1016/0014-4886(89)90182-9"
        )),
      Parameter(
        "ischaemia_flow_half", "q_i", 0.25, "fraction", 0.15...0.4,
        "perfusion at which ischaemic killing is half-maximal",
        .measured(source: "ischaemic thresholds of 20-30 % of normal flow", note: "recalled, brain and cord")),
      Parameter(
        "ischaemia_flow_tolerated", "q_t", 0.55, "fraction", 0.4...0.8,
        "perfusion above which nothing dies for want of it",
        .measured(
          source: "flow above 40-50 % of normal keeps function and cells (penumbra studies)",
          note: "recalled, brain")),
      Parameter(
        "stress_tolerated", "x_t", 0.3, "share of the half level", 0.1...0.6,
        "glutamate, oxidative load or cytokine that tissue tolerates for ever",
        .fitted(
          to:
            "no further change of lesion or behaviour from 1 to 10 wk: Ek et al 2010, doi:10.1371/journal.pone.0012021"
        )),
      Parameter(
        "oxidative_half", "K_R", 1, "relative", 0.5...2, "oxidative load for half-maximal killing",
        .assumed(because: "the load is measured in this unit")),
      Parameter(
        "cytokine_half", "K_C", 1, "ng/mL", 0.2...5, "TNF / IL-1 for half-maximal effect",
        .assumed(because: "tissue levels after injury are of the order of ng/mL; prior estimate")),
      Parameter(
        "oxidants_from_death", "r_d", 0.9, "relative", 0.2...3,
        "oxidative load set free by the death of all cells",
        .fitted(to: "peroxidation peak at 12 (3-24) h: Carrico et al 2009 J Neurotrauma 26:1369 (recalled)")),
      Parameter(
        "oxidants_from_blood", "r_h", 0.034, "1/h", 0.005...0.1,
        "oxidative load from iron of extravasated blood", window),
      Parameter(
        "oxidants_from_neutrophils", "r_n", 0.012, "1/h", 0.002...0.05, "oxidative load from neutrophils",
        window),
      Parameter(
        "oxidants_from_macrophages", "r_m", 0.0005, "1/h", 0...0.02,
        "oxidative load from pro-inflammatory macrophages", window),
    ]
  }
}
