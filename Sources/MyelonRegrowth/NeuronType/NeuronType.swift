import MyelonAnatomy

/// The kinds of neuron whose axons grow, each with its own capacity, speed, inhibition and trophic needs.
public enum NeuronType: UInt8, Sendable, Hashable, Codable, CaseIterable {
  /// Neurons of the motor cortex: regrow worst.
  case corticospinal = 0
  /// Neurons of the red nucleus.
  case rubrospinal = 1
  /// Reticulospinal, raphespinal, vestibulospinal and tectospinal neurons of the brainstem.
  case brainstem = 2
  /// Propriospinal neurons: regrow best of the host's.
  case propriospinal = 3
  /// Primary afferents in the dorsal columns.
  case primaryAfferent = 4
  /// Projection neurons of the cord: spinothalamic, spinocerebellar, spino-olivary.
  case projection = 5
  /// Immature neurons of a graft: fast, blind to Nogo.
  case graft = 6

  /// The neurons whose axons run in a tract.
  public init(_ tract: Tract) {
    switch tract {
    case .lateralCorticospinal, .ventralCorticospinal, .dorsalCorticospinal: self = .corticospinal
    case .rubrospinal: self = .rubrospinal
    case .propriospinal: self = .propriospinal
    case .fasciculusGracilis, .fasciculusCuneatus: self = .primaryAfferent
    case .spinothalamic, .ventralSpinocerebellar, .spinoOlivary: self = .projection
    default: self = .brainstem
    }
  }

  /// Name in words.
  public var name: String {
    switch self {
    case .corticospinal: "corticospinal"
    case .rubrospinal: "rubrospinal"
    case .brainstem: "brainstem"
    case .propriospinal: "propriospinal"
    case .primaryAfferent: "primary afferent"
    case .projection: "projection"
    case .graft: "graft-derived"
    }
  }
}
