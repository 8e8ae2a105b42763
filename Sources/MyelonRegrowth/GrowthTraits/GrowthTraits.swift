import MyelonQuantities

/// What a kind of neuron brings to growth: speed, sensitivities, responses and onset.
public struct GrowthTraits: Sendable, Hashable {
  /// The kind of neuron.
  public let type: NeuronType
  /// Speed where nothing inhibits, mm/d.
  public var speed: Double
  /// Inhibition by the proteoglycan of a peak scar, k_s.
  public var proteoglycanSensitivity: Double
  /// Inhibition by the myelin of white matter, k_m.
  public var myelinSensitivity: Double
  /// Promotion by saturating BDNF, in units of intact matrix.
  public var responseBDNF: Double
  /// Promotion by saturating NT-3.
  public var responseNT3: Double
  /// Promotion by saturating GDNF.
  public var responseGDNF: Double
  /// Promotion by grafted cells that are no neurons.
  public var graftCellPromotion: Double
  /// Promotion by dense grafted neurons.
  public var graftNeuronPromotion: Double
  /// Formation of a synapse among denervated neurons, 1/d.
  public var contactRate: Double
  /// Share of cut axons that send out a growth cone at all; 1 for grafted neurons.
  public var regeneratingShare: Double
  /// Mean time from cut (from becoming a neuron) to sprouting, d.
  public var sproutingOnset: Double
  /// Age of an axon at which it grows at half speed, d; infinite for host axons.
  public var fadingTime: Double

  /// Reads the traits of a kind of neuron.
  ///
  /// - Parameters:
  ///   - type: the kind of neuron.
  ///   - parameters: a table that holds `RegrowthParameters`.
  public init(_ type: NeuronType, parameters: ParameterTable) {
    let key = Self.key(type)
    let group =
      switch type {
      case .corticospinal: "corticospinal"
      case .graft: "graft"
      default: "host"
      }
    let origin = type == .graft ? "graft" : "host"
    self.type = type
    speed = parameters["axon_speed_\(key)"]
    proteoglycanSensitivity = parameters["CSPG_sensitivity_\(origin)"]
    myelinSensitivity = parameters["myelin_sensitivity_\(key)"]
    responseBDNF = parameters["BDNF_response_\(key)"]
    responseNT3 = parameters["NT3_response_\(key)"]
    responseGDNF = parameters["GDNF_response_\(key)"]
    graftCellPromotion = parameters["graft_cell_promotion_\(group)"]
    graftNeuronPromotion = parameters["graft_neuron_promotion_\(group)"]
    contactRate = parameters["contact_rate_\(group)"]
    // Of grafted neurons the product says how many send out an axon (`axon_extension`).
    regeneratingShare = type == .graft ? 1 : parameters["regenerating_share_\(key)"]
    sproutingOnset = parameters["sprouting_onset_\(origin)"]
    fadingTime = type == .graft ? parameters["growth_fading_graft"] : .infinity
  }

  /// The traits of all kinds, in the order of `NeuronType`.
  public static func all(_ parameters: ParameterTable) -> [GrowthTraits] {
    NeuronType.allCases.map { GrowthTraits($0, parameters: parameters) }
  }

  /// Last part of the identifiers of a kind's parameters.
  private static func key(_ type: NeuronType) -> String {
    switch type {
    case .corticospinal: "corticospinal"
    case .rubrospinal: "rubrospinal"
    case .brainstem: "brainstem"
    case .propriospinal: "propriospinal"
    case .primaryAfferent: "afferent"
    case .projection: "projection"
    case .graft: "graft"
    }
  }
}
