/// Where a connection between the brain and a segment comes from.
///
/// The order is that in which scores are attributed: what needs no growth first, and within what has grown the plain
/// path before those through other neurons.
public enum PathwaySource: String, Sendable, Hashable, Codable, CaseIterable {
  /// Axons that the injury left and that conduct, with what training and plasticity make of them.
  case spared
  /// Axons that conduct because they have been remyelinated.
  case remyelinated
  /// Cut axons that have grown back to their targets.
  case regenerated
  /// Paths through the host's propriospinal neurons.
  case detoured
  /// Paths through grafted neurons.
  case relayed

  /// The source in words.
  public var meaning: String {
    switch self {
    case .spared: "spared axons"
    case .remyelinated: "remyelinated axons"
    case .regenerated: "regenerated axons"
    case .detoured: "detours through propriospinal neurons"
    case .relayed: "relays through grafted neurons"
    }
  }
}
