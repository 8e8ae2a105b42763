import MyelonQuantities

/// The parameters of grafts as plain numbers in working units.
struct GraftNumbers: Sendable, Hashable {
  let scaffoldAdhesion: Double
  let matrixShelter: Double
  let trophicSupport: Double
  let trophicHalf: Double
  let growthSupportHalf: Double
  let macrophageKill: Double
  let macrophageHalf: Double
  let fluidFeeding: Double
  let fluidHalf: Double
  let crowdingDeath: Double
  /// Maturation, 1/h.
  let maturation: Double
  /// Averaging of stress, h.
  let stressMemory: Double
  /// Delay of rejection, h.
  let rejectionDelay: Double
  let rejectionPriming: Double
  let rejectionQuiet: Double
  /// Delay and fading of priming, h.
  let primingDelay: Double
  let primingHalf: Double
  let primingFading: Double
  let anchorageDeath: Double
  /// Time of a matrix of their own, h.
  let ownMatrix: Double
  let antigenHalf: Double
  let cloneDeathShare: Double
  let cloneCapacity: Double
  let tumourVolume: Double
  let sproutingHalf: Double
  let sproutingRisk: Double
  let lesionVolume: Double
  let pressureHalf: Double
  /// Arrival of vesicles from blood and from fluid, 1/h.
  let vesicleArrival: Double
  let vesicleFluidArrival: Double
  let vesicleYield: Double

  /// The space in which what cells secrete is diluted.
  let space: ExtracellularSpace

  init(_ table: ParameterTable) {
    space = ExtracellularSpace(tissueFraction: table["extracellular_fraction"])
    scaffoldAdhesion = table["graft_scaffold_adhesion"]
    matrixShelter = table["graft_matrix_shelter"]
    trophicSupport = table["graft_trophic_support"]
    trophicHalf = table["graft_trophic_half"]
    growthSupportHalf = table["graft_growth_half"]
    macrophageKill = table["graft_macrophage_kill"]
    macrophageHalf = table["graft_macrophage_half"]
    fluidFeeding = table["graft_fluid_feeding"]
    fluidHalf = table["graft_fluid_half"]
    crowdingDeath = table["graft_crowding_death"]
    maturation = 1 / (24 * table["graft_maturation"])
    stressMemory = table["graft_stress_memory"]
    rejectionDelay = 24 * table["rejection_delay"]
    rejectionPriming = table["rejection_priming"]
    rejectionQuiet = table["rejection_quiet"]
    primingDelay = 24 * table["host_priming_delay"]
    primingHalf = table["host_priming_half"]
    primingFading = 24 * table["host_priming_fading"]
    anchorageDeath = table["graft_anchorage_death"]
    ownMatrix = 24 * table["graft_own_matrix"]
    antigenHalf = table["rejection_antigen_half"]
    cloneDeathShare = table["clone_death_share"]
    cloneCapacity = table["clone_capacity"]
    tumourVolume = table["tumour_volume"]
    sproutingHalf = table["sprouting_factor_half"]
    sproutingRisk = table["sprouting_factor_risk"]
    lesionVolume = table["remote_lesion_volume"]
    pressureHalf = table["tumour_pressure_half"]
    let ln2 = 0.693_147_180_559_945_3
    vesicleArrival = ln2 / table["vesicle_arrival_half_life"]
    vesicleFluidArrival = ln2 / table["vesicle_fluid_half_life"]
    vesicleYield = table["vesicle_yield"]
  }
}
