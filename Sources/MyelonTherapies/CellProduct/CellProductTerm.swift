/// The numbers that describe a cell product.
public enum CellProductTerm: String, Sendable, Hashable, Codable, CaseIterable {
  /// Share of cells that die within a day of injection as a suspension without matrix: shear, loss of anchorage.
  case injectionLoss = "injection_loss"
  /// Death rate without flow, 1/h.
  case hypoxicDeath = "hypoxic_death"
  /// Death rate at saturating oxidative load, 1/h.
  case oxidativeDeath = "oxidative_death"
  /// Death rate at saturating cytokine, 1/h.
  case cytokineDeath = "cytokine_death"
  /// Death rate that remains in quiet tissue, 1/h.
  case basalDeath = "basal_death"
  /// Death rate under a full immune response of a host that shares no tissue type, 1/h.
  case immuneDeath = "immune_death"
  /// Division rate of a proliferating cell in free space, 1/h.
  case division = "division"
  /// Share of cells that divide when grafted, 0 to 1; falls as cells mature.
  case proliferatingShare = "proliferating_share"
  /// Density at which division and survival are held back, cells/mm3.
  case carryingDensity = "carrying_density"
  /// Random migration, mm2/h.
  case migration = "migration"
  /// Days in which half of the cells choose a fate.
  case differentiationTime = "differentiation_time"
  /// Share that becomes neurons.
  case fateNeuron = "fate_neuron"
  /// Share that becomes astrocytes.
  case fateAstrocyte = "fate_astrocyte"
  /// Share that becomes oligodendrocytes, or for Schwann cells myelinating Schwann cells.
  case fateOligodendrocyte = "fate_oligodendrocyte"
  /// Native secretion of BDNF, ng per million cells a day.
  case secretionBDNF = "secretion_BDNF"
  /// Native secretion of NT-3, ng per million cells a day.
  case secretionNT3 = "secretion_NT3"
  /// Native secretion of GDNF, ng per million cells a day.
  case secretionGDNF = "secretion_GDNF"
  /// Native secretion of VEGF, ng per million cells a day.
  case secretionVEGF = "secretion_VEGF"
  /// Native secretion of IL-10 and what acts like it, ng per million cells a day.
  case secretionIL10 = "secretion_IL10"
  /// Drive of macrophages to the pro-repair state at a high density of cells, relative to saturating IL-10.
  case immunomodulation = "immunomodulation"
  /// Share of non-ischaemic secondary death that a high density of cells prevents, 0 to 1.
  case paracrineProtection = "paracrine_protection"
  /// Density of half-maximal immunomodulation and protection, cells/mm3; for vesicles the relative level.
  case paracrineHalf = "paracrine_half"
  /// Remyelination of bare axons by mature myelin-forming cells at 10,000 cells/mm3, 1/h.
  case remyelination = "remyelination"
  /// Share of cells that reach the cord after intrathecal injection.
  case intrathecalArrival = "intrathecal_arrival"
  /// Share of cells (or vesicles) that reach the lesion after intravenous injection.
  case intravenousArrival = "intravenous_arrival"
  /// Strength of paracrine effects of cells that stay elsewhere in the body, relative to the same cells in the lesion.
  case remoteEffect = "remote_effect"
  /// Days for which cells elsewhere in the body act.
  case remoteDuration = "remote_duration"
  /// Share of undifferentiated or transformed cells in a nominal lot.
  case undifferentiatedShare = "undifferentiated_share"
  /// Chance that such a cell founds a growing clone.
  case cloneSurvival = "clone_survival"
  /// Doubling time of a growing clone, d.
  case cloneDoubling = "clone_doubling"
  /// Risk of allodynia or spasticity from aberrant sprouting, per million surviving cells, 0 to 1.
  case sproutingRisk = "sprouting_risk"
  /// Promotion of host axons by cells that are no neurons, at high density, relative to laminin, 0 to 1; of cells and
  /// vesicles alike also how far what they release lets spared axons about them sprout.
  case growthSupport = "growth_support"
  /// Share of grafted neurons that send an axon out of the graft.
  case axonExtension = "axon_extension"
  /// Share of the growth of other host axons into grafted neurons that corticospinal axons show, 0 to 1.
  case spinalIdentity = "spinal_identity"
  /// Diameter of a cell, um.
  case cellDiameter = "cell_diameter"
  /// Usual dose: cells (vesicles: ug of protein that is one dose unit).
  case referenceDose = "reference_dose"

  /// Unit of the term.
  public var unit: String {
    switch self {
    case .injectionLoss, .proliferatingShare, .fateNeuron, .fateAstrocyte, .fateOligodendrocyte,
      .paracrineProtection, .intrathecalArrival, .intravenousArrival, .undifferentiatedShare, .cloneSurvival,
      .remoteEffect, .immunomodulation, .growthSupport, .axonExtension, .spinalIdentity:
      "fraction"
    case .hypoxicDeath, .oxidativeDeath, .cytokineDeath, .basalDeath, .immuneDeath, .division, .remyelination:
      "1/h"
    case .carryingDensity, .paracrineHalf: "cells/mm3"
    case .migration: "mm2/h"
    case .differentiationTime, .remoteDuration, .cloneDoubling: "d"
    case .secretionBDNF, .secretionNT3, .secretionGDNF, .secretionVEGF, .secretionIL10: "ng/1e6 cells/d"
    case .sproutingRisk: "per 1e6 cells"
    case .cellDiameter: "um"
    case .referenceDose: "cells"
    }
  }

  /// The terms that a kind of product must give: vesicles need only those of a substance.
  public static func required(for kind: CellProduct.Kind) -> [CellProductTerm] {
    guard kind == .vesicles else { return allCases }
    return [
      .immunomodulation, .paracrineProtection, .paracrineHalf, .intrathecalArrival, .intravenousArrival,
      .growthSupport, .referenceDose,
    ]
  }
}
