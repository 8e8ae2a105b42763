import MyelonAnatomy
import MyelonQuantities

extension RegrowthParameters {
  /// What differs between the kinds of neuron.
  static var growthTypes: [Parameter] {
    typeSpeeds + typeMyelin + typeBDNF + typeNT3 + typeGDNF + typeShares + typeGroups
  }

  /// Speed where nothing inhibits.
  private static var typeSpeeds: [Parameter] {
    let host = Evidence.measured(
      source: "v_growth_host_permissive: NT-3 fibroblast grafts (8-15 mm in 90 d) and graft studies",
      note:
        "recalled; 0.05-0.5 mm/d as a mean with stops, so the moving cone is taken faster than 0.2; differences "
        + "between neurons are assumed")
    return [
      Parameter(
        "axon_speed_corticospinal", "v_c", 0.4, "mm/d", 0.05...0.5,
        "speed of corticospinal axons where nothing inhibits", host),
      Parameter(
        "axon_speed_rubrospinal", "v_r", 0.4, "mm/d", 0.05...0.5,
        "speed of rubrospinal axons where nothing inhibits", host),
      Parameter(
        "axon_speed_brainstem", "v_b", 0.45, "mm/d", 0.05...0.5,
        "speed of brainstem axons where nothing inhibits", host),
      Parameter(
        "axon_speed_propriospinal", "v_p", 0.5, "mm/d", 0.05...0.5,
        "speed of propriospinal axons where nothing inhibits", host),
      Parameter(
        "axon_speed_afferent", "v_a", 0.4, "mm/d", 0.05...0.5,
        "speed of primary afferent axons where nothing inhibits", host),
      Parameter(
        "axon_speed_projection", "v_s", 0.4, "mm/d", 0.05...0.5,
        "speed of projection axons where nothing inhibits", host),
      Parameter(
        "axon_speed_graft", "v_g", 1.5, "mm/d", 1...2,
        "speed of young graft-derived axons where nothing inhibits",
        .measured(
          source: "v_growth_graft_derived: Lu et al 2012 Cell 150:1264, doi:10.1016/j.cell.2012.08.020",
          note: "rate recalled; through adult white matter")),
    ]
  }

  /// Inhibition by myelin.
  private static var typeMyelin: [Parameter] {
    let host = Evidence.fitted(
      to:
        "v_growth_injured_host_untreated: 0.02 (0-0.1) mm/d through scar and white matter; order of the types assumed "
        + "from how far they regrow (corticospinal least, raphespinal and propriospinal most)")
    return [
      Parameter(
        "myelin_sensitivity_corticospinal", "k_mc", 1.7, "-", 0.5...5,
        "inhibition of corticospinal axons by the myelin of white matter", host),
      Parameter(
        "myelin_sensitivity_rubrospinal", "k_mr", 1.6, "-", 0.5...5,
        "inhibition of rubrospinal axons by the myelin of white matter", host),
      Parameter(
        "myelin_sensitivity_brainstem", "k_mb", 1.4, "-", 0.5...5,
        "inhibition of brainstem axons by the myelin of white matter", host),
      Parameter(
        "myelin_sensitivity_propriospinal", "k_mp", 1.3, "-", 0.5...5,
        "inhibition of propriospinal axons by the myelin of white matter", host),
      Parameter(
        "myelin_sensitivity_afferent", "k_ma", 1.6, "-", 0.5...5,
        "inhibition of primary afferent axons by the myelin of white matter", host),
      Parameter(
        "myelin_sensitivity_projection", "k_ms", 1.6, "-", 0.5...5,
        "inhibition of projection axons by the myelin of white matter", host),
      Parameter(
        "myelin_sensitivity_graft", "k_mg", 0, "-", 0...0.3,
        "inhibition of graft-derived axons by the myelin of white matter",
        .measured(
          source: "graft_Nogo_independence: Lu et al 2012 Cell 150:1264",
          note: "outgrowth of early-stage graft neurons does not depend on Nogo signalling")),
    ]
  }

  /// Promotion by BDNF, at a saturating concentration, in units of intact matrix.
  private static var typeBDNF: [Parameter] {
    let bdnf = Evidence.fitted(
      to:
        "reticulospinal axons cross and leave MSC grafts towards BDNF: Lu et al 2012 (PMC3407545); rubrospinal axons "
        + "regrow under BDNF (recalled)")
    let bdnfCST = Evidence.fitted(
      to:
        "corticospinal axons hardly answer BDNF at the lesion while they answer NT-3: Grill et al 1997 J Neurosci "
        + "17:5560 (recalled)")
    let weak = Evidence.assumed(
      because: "a weak response; the receptor is there, no growth was reported to depend on it")
    return [
      Parameter(
        "BDNF_response_corticospinal", "r_Bc", 0.1, "-", 0...3,
        "promotion of corticospinal axons by saturating BDNF", bdnfCST),
      Parameter(
        "BDNF_response_rubrospinal", "r_Br", 1.2, "-", 0...3,
        "promotion of rubrospinal axons by saturating BDNF", bdnf),
      Parameter(
        "BDNF_response_brainstem", "r_Bb", 1.2, "-", 0...3, "promotion of brainstem axons by saturating BDNF",
        bdnf),
      Parameter(
        "BDNF_response_propriospinal", "r_Bp", 0.4, "-", 0...3,
        "promotion of propriospinal axons by saturating BDNF", weak),
      Parameter(
        "BDNF_response_afferent", "r_Ba", 0.4, "-", 0...3,
        "promotion of primary afferent axons by saturating BDNF", weak),
      Parameter(
        "BDNF_response_projection", "r_Bs", 0.4, "-", 0...3,
        "promotion of projection axons by saturating BDNF", weak),
      Parameter(
        "BDNF_response_graft", "r_Bg", 0.2, "-", 0...3, "promotion of graft-derived axons by saturating BDNF",
        weak),
    ]
  }

  /// Promotion by NT-3, at a saturating concentration, in units of intact matrix.
  private static var typeNT3: [Parameter] {
    let nt3 = Evidence.fitted(
      to:
        "corticospinal axons up to 8 and 15 mm past the lesion in 90 d: Grill et al 1997 J Neurosci 17:5560; "
        + "Tuszynski et al 2003 Exp Neurol 181:47")
    let nt3a = Evidence.fitted(
      to: "sensory axons regrow into NT-3 and fall in number without it: Hou et al 2012 J Neurosci 32:13206")
    let weak = Evidence.assumed(
      because: "a weak response; the receptor is there, no growth was reported to depend on it")
    return [
      Parameter(
        "NT3_response_corticospinal", "r_Nc", 1.5, "-", 0...3,
        "promotion of corticospinal axons by saturating NT-3", nt3),
      Parameter(
        "NT3_response_rubrospinal", "r_Nr", 0.3, "-", 0...3,
        "promotion of rubrospinal axons by saturating NT-3", weak),
      Parameter(
        "NT3_response_brainstem", "r_Nb", 0.4, "-", 0...3, "promotion of brainstem axons by saturating NT-3",
        weak),
      Parameter(
        "NT3_response_propriospinal", "r_Np", 0.4, "-", 0...3,
        "promotion of propriospinal axons by saturating NT-3", weak),
      Parameter(
        "NT3_response_afferent", "r_Na", 1.5, "-", 0...3,
        "promotion of primary afferent axons by saturating NT-3", nt3a),
      Parameter(
        "NT3_response_projection", "r_Ns", 0.4, "-", 0...3,
        "promotion of projection axons by saturating NT-3", weak),
      Parameter(
        "NT3_response_graft", "r_Ng", 0.2, "-", 0...3, "promotion of graft-derived axons by saturating NT-3",
        weak),
    ]
  }

  /// Promotion by GDNF, at a saturating concentration, in units of intact matrix.
  private static var typeGDNF: [Parameter] {
    let gdnf = Evidence.assumed(
      because: "propriospinal axons enter GDNF-secreting grafts best; recalled, no number")
    let weak = Evidence.assumed(
      because: "a weak response; the receptor is there, no growth was reported to depend on it")
    return [
      Parameter(
        "GDNF_response_corticospinal", "r_Gc", 0.3, "-", 0...3,
        "promotion of corticospinal axons by saturating GDNF", weak),
      Parameter(
        "GDNF_response_rubrospinal", "r_Gr", 0.3, "-", 0...3,
        "promotion of rubrospinal axons by saturating GDNF", weak),
      Parameter(
        "GDNF_response_brainstem", "r_Gb", 0.3, "-", 0...3, "promotion of brainstem axons by saturating GDNF",
        weak),
      Parameter(
        "GDNF_response_propriospinal", "r_Gp", 1.2, "-", 0...3,
        "promotion of propriospinal axons by saturating GDNF", gdnf),
      Parameter(
        "GDNF_response_afferent", "r_Ga", 0.5, "-", 0...3,
        "promotion of primary afferent axons by saturating GDNF", weak),
      Parameter(
        "GDNF_response_projection", "r_Gs", 0.4, "-", 0...3,
        "promotion of projection axons by saturating GDNF", weak),
      Parameter(
        "GDNF_response_graft", "r_Gg", 0.2, "-", 0...3, "promotion of graft-derived axons by saturating GDNF",
        weak),
    ]
  }

  /// Share of cut axons, or of grafted neurons, that send out a growth cone at all.
  private static var typeShares: [Parameter] {
    let order = Evidence.assumed(
      because:
        "a few of a hundred cut axons are found beyond a graft even under the best treatments; the order of the types "
        + "is that of how well they regrow")
    return [
      Parameter(
        "regenerating_share_corticospinal", "ρ_c", 0.012, "fraction", 0.001...1,
        "share of cut corticospinal axons that send out a growth cone", order),
      Parameter(
        "regenerating_share_rubrospinal", "ρ_r", 0.02, "fraction", 0.001...1,
        "share of cut rubrospinal axons that send out a growth cone", order),
      Parameter(
        "regenerating_share_brainstem", "ρ_b", 0.032, "fraction", 0.001...1,
        "share of cut brainstem axons that send out a growth cone", order),
      Parameter(
        "regenerating_share_propriospinal", "ρ_p", 0.06, "fraction", 0.001...1,
        "share of cut propriospinal axons that send out a growth cone", order),
      Parameter(
        "regenerating_share_afferent", "ρ_a", 0.02, "fraction", 0.001...1,
        "share of cut primary afferent axons that send out a growth cone", order),
      Parameter(
        "regenerating_share_projection", "ρ_s", 0.012, "fraction", 0.001...1,
        "share of cut projection axons that send out a growth cone", order),
    ]
  }

  /// What differs only between corticospinal, other host and grafted neurons.
  private static var typeGroups: [Parameter] {
    let kadoya = Evidence.fitted(
      to:
        "corticospinal axons regenerate into grafts of neural cells, not into non-neural ones: Kadoya et al 2016 "
        + "Nat Med 22:479, doi:10.1038/nm.4066")
    let contact = Evidence.fitted(
      to:
        "detour_time: collaterals contact propriospinal neurons by 3-4 weeks: Bareyre et al 2004 Nat Neurosci 7:269 "
        + "(recalled)")
    return [
      Parameter(
        "CSPG_sensitivity_host", "k_S", 2, "-", 0.5...5,
        "inhibition of host axons by proteoglycan of a peak scar",
        .fitted(
          to: "adult axons do not cross a rim of proteoglycan: Tom et al 2004 J Neurosci 24:6531 (recalled)")),
      Parameter(
        "CSPG_sensitivity_graft", "k_Sg", 0.3, "-", 0...1,
        "inhibition of graft-derived axons by proteoglycan of a peak scar",
        .fitted(to: "graft-derived axons leave the lesion through its scar: Lu et al 2012 Cell 150:1264")),
      Parameter(
        "graft_cell_promotion_corticospinal", "p_c", 0.15, "-", 0...1,
        "promotion of corticospinal axons by grafted cells that are no neurons", kadoya),
      Parameter(
        "graft_cell_promotion_host", "p_h", 0.8, "-", 0.2...2,
        "promotion of other host axons by grafted cells that are no neurons",
        .assumed(
          because:
            "about as good as intact matrix: propriospinal and brainstem axons enter Schwann cell grafts")),
      Parameter(
        "graft_cell_promotion_graft", "p_g", 0.5, "-", 0...2,
        "promotion of graft-derived axons by grafted cells that are no neurons",
        .assumed(because: "they grow well without; the number hardly matters")),
      Parameter(
        "graft_neuron_promotion_corticospinal", "u_c", 1.5, "-", 0.3...3,
        "promotion of corticospinal axons by dense grafted neurons", kadoya),
      Parameter(
        "graft_neuron_promotion_host", "u_h", 1, "-", 0.2...3,
        "promotion of other host axons by dense grafted neurons",
        .fitted(to: "host axons of several kinds enter neural grafts: Lu et al 2012 Cell 150:1264")),
      Parameter(
        "graft_neuron_promotion_graft", "u_g", 0, "-", 0...2,
        "promotion of graft-derived axons by dense grafted neurons",
        .assumed(because: "they leave the graft; were it attractive to them they would not")),
      Parameter(
        "contact_rate_corticospinal", "c_c", 0.05, "1/d", 0.005...0.3,
        "formation of a synapse by a corticospinal growth cone among denervated neurons", contact),
      Parameter(
        "contact_rate_host", "c_h", 0.05, "1/d", 0.005...0.3,
        "formation of a synapse by another host growth cone among denervated neurons", contact),
      Parameter(
        "contact_rate_graft", "c_g", 0.5, "1/d", 0.01...1,
        "formation of a synapse by a graft-derived growth cone among denervated neurons",
        .assumed(because: "twice the host's: graft-derived axons form many synapses within weeks (Lu 2012)")),
      Parameter(
        "sprouting_onset_host", "t_h", 3, "d", 0.25...14, "mean time from cut to sprouting of host axons",
        .assumed(
          because: "some cut axons sprout within a day (Kerschensteiner 2005, recalled), others after weeks")),
      Parameter(
        "sprouting_onset_graft", "t_g", 2, "d", 0.5...7,
        "mean time from becoming a neuron to sending out an axon",
        .assumed(because: "graft-derived axons are seen within days; maturation is in the graft's own clock")),
      Parameter(
        "growth_fading_graft", "τ_g", 10, "d", 3...100,
        "age at which graft-derived axons grow at half speed",
        .fitted(
          to:
            "graft_axon_reach_rat: 25 (20-30) mm in 7 weeks at an initial 1-2 mm/d: Lu et al 2012 Cell 150:1264 "
            + "(recalled)")),
    ]
  }
}
