extension CellProductTerm {
  /// Symbol of the term in the equations and in `Docs/Scenarios.md`.
  public var symbol: String {
    switch self {
    case .injectionLoss: "l_inj"
    case .hypoxicDeath: "d_hyp"
    case .oxidativeDeath: "d_ox"
    case .cytokineDeath: "d_cyt"
    case .basalDeath: "d_0"
    case .immuneDeath: "d_imm"
    case .division: "p"
    case .proliferatingShare: "phi_p"
    case .carryingDensity: "K_n"
    case .migration: "D_n"
    case .differentiationTime: "tau_f"
    case .fateNeuron: "f_N"
    case .fateAstrocyte: "f_A"
    case .fateOligodendrocyte: "f_O"
    case .secretionBDNF: "s_BDNF"
    case .secretionNT3: "s_NT3"
    case .secretionGDNF: "s_GDNF"
    case .secretionVEGF: "s_VEGF"
    case .secretionIL10: "s_IL10"
    case .immunomodulation: "m_2"
    case .paracrineProtection: "q_p"
    case .paracrineHalf: "K_p"
    case .remyelination: "r_my"
    case .intrathecalArrival: "a_it"
    case .intravenousArrival: "a_iv"
    case .remoteEffect: "e_rem"
    case .remoteDuration: "tau_rem"
    case .undifferentiatedShare: "u"
    case .cloneSurvival: "c_s"
    case .cloneDoubling: "tau_c"
    case .sproutingRisk: "h_s"
    case .growthSupport: "a_s"
    case .axonExtension: "f_x"
    case .spinalIdentity: "f_id"
    case .cellDiameter: "d_cell"
    case .referenceDose: "N_ref"
    }
  }

  /// Unit of the term in a kind of product: vesicles count their dose in protein and have no density.
  ///
  /// - Parameter kind: kind of the product.
  /// - Returns: `unit`, but ug of protein for the reference dose of vesicles and a fraction of one dose for their
  ///   level of half-maximal effect.
  public func unit(for kind: CellProduct.Kind) -> String {
    guard kind == .vesicles else { return unit }
    switch self {
    case .referenceDose: return "ug"
    case .paracrineHalf: return "fraction"
    default: return unit
    }
  }

  /// What the term means, in one sentence.
  public var meaning: String {
    switch self {
    case .injectionLoss: "Share of cells that die within a day of injection as a suspension without matrix."
    case .hypoxicDeath: "Death rate without flow."
    case .oxidativeDeath: "Death rate at saturating oxidative load."
    case .cytokineDeath: "Death rate at saturating cytokine."
    case .basalDeath: "Death rate that remains in quiet tissue."
    case .immuneDeath: "Death rate under a full immune response of a host that shares no tissue type."
    case .division: "Division rate of a proliferating cell in free space."
    case .proliferatingShare: "Share of cells that divide when grafted; falls as cells mature."
    case .carryingDensity: "Density at which division and survival are held back."
    case .migration: "Random migration."
    case .differentiationTime: "Time in which half of the cells choose a fate."
    case .fateNeuron: "Share that becomes neurons."
    case .fateAstrocyte: "Share that becomes astrocytes."
    case .fateOligodendrocyte: "Share that becomes oligodendrocytes (of Schwann cells: that myelinates)."
    case .secretionBDNF: "Native secretion of BDNF."
    case .secretionNT3: "Native secretion of NT-3."
    case .secretionGDNF: "Native secretion of GDNF."
    case .secretionVEGF: "Native secretion of VEGF."
    case .secretionIL10: "Native secretion of IL-10 and what acts like it."
    case .immunomodulation: "Drive of macrophages to the pro-repair state, relative to saturating IL-10."
    case .paracrineProtection: "Share of non-ischaemic secondary death that a high density of cells prevents."
    case .paracrineHalf: "Density (of vesicles: share of a dose) of half-maximal paracrine effect."
    case .remyelination: "Remyelination of bare axons by mature myelin-forming cells at 10,000 cells/mm3."
    case .intrathecalArrival: "Share that reaches the cord after intrathecal injection."
    case .intravenousArrival: "Share that reaches the lesion after intravenous injection."
    case .remoteEffect: "Paracrine strength of cells elsewhere in the body, relative to cells in the lesion."
    case .remoteDuration: "Time for which cells elsewhere in the body act."
    case .undifferentiatedShare: "Share of undifferentiated or transformed cells in a nominal lot."
    case .cloneSurvival: "Chance that such a cell founds a growing clone."
    case .cloneDoubling: "Doubling time of a growing clone."
    case .sproutingRisk: "Risk of allodynia or spasticity from aberrant sprouting."
    case .growthSupport: "Promotion of host axons by cells that are no neurons, relative to laminin."
    case .axonExtension: "Share of grafted neurons that send an axon out of the graft."
    case .spinalIdentity: "Growth of corticospinal axons into grafted neurons, relative to other host axons."
    case .cellDiameter: "Diameter of a cell."
    case .referenceDose: "Usual dose (of vesicles: protein that is one dose)."
    }
  }

  /// The fates, whose shares cannot add up to more than one.
  public static let fates: [CellProductTerm] = [.fateNeuron, .fateAstrocyte, .fateOligodendrocyte]
}

extension CellProductTerm: CodingKeyRepresentable {}
