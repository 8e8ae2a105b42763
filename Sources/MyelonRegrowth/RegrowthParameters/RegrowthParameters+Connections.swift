import MyelonAnatomy
import MyelonQuantities

extension RegrowthParameters {
  /// Synapses, relays, strengthening, pruning and training.
  static func connections(_ species: Species) -> [Parameter] {
    synapses + supply(species) + training + sprouting(species) + hazards + conduction
  }

  private static let synapses: [Parameter] = [
    Parameter(
      "synapse_maturation", "τ_y", 12.2, "d", 8...40, "time constant of the maturation of a new synapse",
      .derived(from: "detour_time: nine tenths in the 4 weeks of Bareyre et al 2004 Nat Neurosci 7:269")),
    Parameter(
      "synapse_unpractised", "s₀", 0.5, "fraction", 0.2...0.9,
      "strength of a mature synapse whose circuit is not practised",
      .assumed(because: "practice adds to it and no study separates the two; the middle of its range")),
    Parameter(
      "synapse_strengthening", "τ_q", 24.3, "d", 10...60,
      "time constant with which strength follows practice",
      .derived(
        from: "training_duration: nine tenths in 8 weeks (Battistuzzo et al 2012 J Neurotrauma 29:1600)")),
    Parameter(
      "synapse_pruning", "λ_w", 0.005, "1/d", 0...0.02, "loss of the weakest synapses without any activity",
      .assumed(because: "detours are kept at 12 weeks (Bareyre 2004), so at most a third may go in that time")
    ),
    Parameter(
      "misdirected_pruning", "λ_x", 0.041, "1/d", 0...0.1,
      "loss of misdirected synapses under full practice of the circuit that they disturb",
      .assumed(
        because: "nine tenths in the 8 weeks after which training shows its benefit (training_duration)")),
    Parameter(
      "stimulation_activity", "ε_q", 0.3, "fraction", 0...1,
      "how far endless excitability stands in for practice in strengthening synapses",
      .assumed(
        because: "stimulation alone restored little without active training: van den Brand 2012 (recalled)")),
    Parameter(
      "misdirected_share", "m_x", 0.3, "fraction", 0.05...0.8,
      "share of new synapses in the right horn that are on wrong neurons",
      .assumed(because: "no count of right and wrong targets of regenerated axons was found")),
  ]

  private static func supply(_ species: Species) -> [Parameter] {
    [
      Parameter(
        "corticospinal_weight", "ω_c", species == .rat ? 0.02 : 0.25, "fraction",
        species == .rat ? 0.005...0.1 : 0.05...1,
        "drive of a segment by one corticospinal axon relative to one axon of another descending tract",
        .derived(
          from: species == .rat
            ? "weights of locomotion (bbb_weight_corticospinal against the other descending tracts) over the census"
            : "weights of key muscles (weight_lateral_corticospinal and weight_ventral_corticospinal against "
              + "weight_reticulospinal) over the census"))
    ] + paths
  }

  private static let paths: [Parameter] = [
    Parameter(
      "segment_supply", "φ", 0.035, "fraction", 0.02...0.3,
      "share of a tract's axons that serve one segment of an intact cord",
      .assumed(
        because:
          "an axon that ends in one of about thirty segments supplies a thirtieth of what it passes; with "
          + "graft_fan_out and propriospinal_spread set so that the graft of Lu et al 2012 Cell 150:1264 moves hind limbs"
      )
    ),
    Parameter(
      "graft_fan_out", "f_g", 100, "neurons", 1...300, "grafted neurons that one mature host axon can drive",
      .assumed(because: "host axons branch in grafts; the number of neurons that one drives was not counted")),
    Parameter(
      "motoneuron_contact", "m_α", 0.2, "fraction", 0...0.6,
      "share of ventral-horn synapses that lie on motoneurons rather than on interneurons",
      .assumed(
        because: "most neurons of the ventral horn are interneurons; no share for new synapses was found")),
    Parameter(
      "propriospinal_spread", "σ_p", 0.9, "fraction", 0...0.95,
      "activation that intact short propriospinal fibres pass on to the next caudal segment",
      .assumed(
        because:
          "grafts at T3 reached hind-limb function with axons that ended in thoracic segments (Lu 2012)")),
    Parameter(
      "detour_weight", "w_D", 0.05, "fraction", 0.005...0.2,
      "part of a segment's descending supply that one fully driven rostral segment can give through intact "
        + "long propriospinal fibres",
      .assumed(because: "a third of the ratio of propriospinal to descending axons of the rat's census")),
  ]

  private static let training: [Parameter] = [
    Parameter(
      "training_time", "τ_t", 14.4, "d", 7...30, "time constant of each of the two stages of learning",
      .derived(
        from: "training_duration: nine tenths after 8 weeks; then 0.43 after the 3 weeks of training_latency")
    ),
    Parameter(
      "training_forgetting", "τ_f", 180, "d", 30...1000, "time constant of forgetting without practice",
      .assumed(because: "gains last for months after training (tSCS_timecourse: 3 to 6 months, recalled)")),
    Parameter(
      "sprouting_gain_training", "g_t", 1.4, "fold", 1.1...2,
      "gain of spared connections by long, full practice of a task",
      .assumed(
        because:
          "estimate of the effect-size table; it gives the 1.5 points of training_BBB in a moderate contusion"
      )),
    Parameter(
      "training_competition", "c_t", 0.3, "fold", 0...1,
      "loss of an unpractised task by practice of another while the net is open, as a multiple of the gain",
      .assumed(
        because: "general training worsened reaching after chondroitinase (Garcia-Alias 2009), size not given"
      )),
  ]

  private static let hazards: [Parameter] = [
    Parameter(
      "spasticity_scale", "M_s", 0.6, "fraction", 0.02...2,
      "misdirected motor supply of a segment at which the risk of spasticity is 0.63",
      .assumed(
        because: "no dose-response; more than half of the normal supply in wrong places counts as a lot")),
    Parameter(
      "allodynia_scale", "M_a", 0.6, "fraction", 0.02...2,
      "misdirected supply of a dorsal horn at which the risk of allodynia is 0.63",
      .assumed(because: "as spasticity_scale")),
    Parameter(
      "spasticity_BDNF_half", "B_s", 20, "ng/mL", 2...200,
      "BDNF in the motor grey matter below the lesion for half of its largest effect on spasticity",
      .assumed(
        because:
          "10-50 ng/mL saturate neurons in culture (EC50_BDNF_outgrowth); worse spasticity: Lu 2012 J Neurosci"
      )),
    Parameter(
      "spasticity_BDNF_gain", "b_s", 1, "-", 0...3,
      "hazard by saturating BDNF in fully denervated grey matter, in units of misdirected supply over its scale",
      .assumed(
        because:
          "BDNF gradients worsened spasticity after complete lesions (gene_mod_spasticity), size not given")),
  ]

  private static let conduction: [Parameter] = [
    Parameter(
      "CV_unmyelinated", "k_u", 1.8, "m/s/√um", 1...2.3,
      "velocity of bare axons by the root of their diameter",
      .measured(source: "Gasser; Rushton (CV_unmyelinated)", note: "recalled")),
    Parameter(
      "new_axon_diameter", "d_n", 0.5, "um", 0.2...1.5, "diameter of regrown and of graft-derived axons",
      .assumed(because: "new axons are thin; no mean was at hand")),
    Parameter(
      "synaptic_delay", "t_y", 1, "ms", 0.5...2, "delay of a chemical synapse with the rise of its potential",
      .measured(
        source: "textbook value (Eccles 1964): 0.3-0.5 ms and the rise to threshold", note: "recalled")),
  ]
}
