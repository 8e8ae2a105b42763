import MyelonQuantities

/// The numbers of `RegrowthParameters+Connections`, frozen for the equations.
struct ConnectionParameters: Sendable, Hashable {
  /// Time constant of maturation, d.
  var maturation: Double
  /// Strength without practice.
  var unpractised: Double
  /// Time constant of strengthening, d.
  var strengthening: Double
  /// Loss of weak synapses, 1/d.
  var pruning: Double
  /// Loss of misdirected synapses under practice, 1/d.
  var misdirectedPruning: Double
  var stimulationActivity: Double
  var misdirectedShare: Double

  var corticospinalWeight: Double
  var segmentSupply: Double
  var fanOut: Double
  var motoneuronContact: Double
  var spread: Double
  var detourWeight: Double

  var spasticityScale: Double
  var allodyniaScale: Double
  var bdnfHalf: Double
  var bdnfGain: Double

  init(_ table: ParameterTable) {
    maturation = table["synapse_maturation"]
    unpractised = table["synapse_unpractised"]
    strengthening = table["synapse_strengthening"]
    pruning = table["synapse_pruning"]
    misdirectedPruning = table["misdirected_pruning"]
    stimulationActivity = table["stimulation_activity"]
    misdirectedShare = table["misdirected_share"]
    corticospinalWeight = table["corticospinal_weight"]
    segmentSupply = table["segment_supply"]
    fanOut = table["graft_fan_out"]
    motoneuronContact = table["motoneuron_contact"]
    spread = table["propriospinal_spread"]
    detourWeight = table["detour_weight"]
    spasticityScale = table["spasticity_scale"]
    allodyniaScale = table["allodynia_scale"]
    bdnfHalf = table["spasticity_BDNF_half"]
    bdnfGain = table["spasticity_BDNF_gain"]
  }

  /// Activity of a circuit, 0 to 1, from practice and excitability.
  ///
  /// `q = 1 - (1 - p)(1 - ε_q (1 - 1/E))`: practice counts in full, stimulation alone only in part.
  func activity(practice: Double, excitability: Double) -> Double {
    let done = min(max(practice, 0), 1)
    let excited = 1 - 1 / max(1, excitability)
    return 1 - (1 - done) * (1 - stimulationActivity * excited)
  }
}
