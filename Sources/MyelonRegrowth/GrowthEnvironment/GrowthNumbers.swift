import MyelonQuantities

/// The parameters that the environment needs, read once.
struct GrowthNumbers: Sendable {
  let shared: SharedNumbers
  let proteoglycanWhite: Float
  let proteoglycanGrey: Float
  let proteoglycanScar: Float
  let fibrosisInhibition: Float
  let degeneratedMyelin: Float
  /// Renewal and digestion by one unit/mL, 1/d.
  let renewal: Double
  let digestion: Double
  let myelinGrey: Float
  let nogoShare: Float
  let antibodyHalf: Float
  let adhesion: Float
  let neurotrophinHalf: Float
  let gdnfHalf: Float
  let graftNeuronHalf: Float
  let graftReach: Double
  let haptotaxis: Float
  let coneWidth: Float
  let threshold: Float
  let saturation: Float
  let floor: Float
  let greyRange: Double
  let whiteAlignment: Float
  let innervatedContact: Float
  let contactHalf: Float
  let pace: Double
  let injuryFloor: Double
  let injuryTime: Double
  let cosBranchAngle: Float

  init(_ table: ParameterTable) {
    shared = Self.shared(table)
    proteoglycanWhite = Float(table["proteoglycan_white"])
    proteoglycanGrey = Float(table["proteoglycan_grey"])
    proteoglycanScar = Float(table["proteoglycan_scar"])
    fibrosisInhibition = Float(table["fibrosis_inhibition"])
    degeneratedMyelin = Float(table["degenerated_myelin"])
    renewal = 24 * table["proteoglycan_renewal"]
    digestion = 24 * table["proteoglycan_digestion"]
    myelinGrey = Float(table["myelin_grey"])
    nogoShare = Float(table["nogo_share"])
    antibodyHalf = Float(table["nogo_antibody_half"])
    adhesion = Float(table["adhesion_promotion"] / table["matrix_promotion"])
    neurotrophinHalf = Float(table["neurotrophin_half"])
    gdnfHalf = Float(table["GDNF_half"])
    graftNeuronHalf = Float(table["graft_neuron_half"])
    graftReach = table["graft_neuron_reach"]
    haptotaxis = Float(table["haptotaxis_weight"])
    coneWidth = Float(table["growth_cone_width"])
    threshold = Float(table["gradient_threshold"])
    saturation = Float(table["gradient_saturation"])
    floor = Float(table["gradient_floor"])
    greyRange = table["grey_attraction_range"]
    whiteAlignment = Float(table["white_alignment"])
    innervatedContact = Float(table["innervated_contact"])
    contactHalf = Float(table["contact_CSPG_half"])
    pace = table["growth_pace"]
    injuryFloor = table["injury_age_floor"]
    injuryTime = table["injury_age_time"]
    cosBranchAngle = Float(Self.cosine(degrees: table["branch_angle"]))
  }

  private static func shared(_ table: ParameterTable) -> SharedNumbers {
    SharedNumbers(
      inverseThreshold: Float(1 / table["advance_threshold"]),
      exponent: max(1, Int(table["advance_steepness"].rounded())),
      leastPromotion: Float(table["promotion_least"]),
      arrestHazard: Float(table["arrest_hazard"]),
      restartRate: Float(table["restart_rate"]),
      stallSpeed: Float(table["stall_speed"]),
      withdrawalBasal: Float(table["withdrawal_basal"]),
      withdrawalNeed: Float(table["withdrawal_need"]),
      synapticSupport: Float(table["synaptic_support"]),
      retractionSpeed: Float(table["retraction_speed"]),
      branchingRate: Float(table["branching_rate"]),
      persistence: Float(1 / table["persistence_length"]),
      turning: Float(1 / table["turning_length"]),
      greyAttraction: Float(table["grey_attraction"]),
      alignment: Float(table["alignment_weight"]),
      myelination: Float(1 / table["axon_myelination"]),
      needFading: Float(1 / table["need_memory"]))
  }
}
