import MyelonQuantities

/// Compression that outlasts the blow: how much flow it leaves, where, and until when.
public struct LastingCompression: Sendable, Hashable {
  /// Flow through open vessels at the epicentre, as a fraction of normal.
  public var patency: Double
  /// Time of decompression, h after the blow.
  public var end: Double

  /// The lasting compression of a mechanism, or nil when the cord is free at once.
  ///
  /// Patency is `κ_c⁴ / (κ_c⁴ + κ⁴)` of the residual compression κ: hardly less than one below a third of the
  /// diameter, hardly any flow above a half. A clip stops the flow between its blades.
  public init?(_ mechanism: InjuryMechanism, table: ParameterTable) {
    switch mechanism {
    case .compression(_, let residual, let decompression):
      guard residual > 0, decompression > 0 else { return nil }
      let ratio = residual / table["compression_perfusion_half"]
      let fourth = ratio * ratio * ratio * ratio
      patency = 1 / (1 + fourth)
      end = decompression
    case .clip(_, let duration):
      patency = 0
      end = duration
    default:
      return nil
    }
  }
}
