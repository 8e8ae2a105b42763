import MyelonAnatomy

/// Which muscles answer when parts of roots are recruited.
///
/// A motor axon of a ventral root drives its muscle directly. A group I afferent of a dorsal root excites the
/// motoneurons of its own segment monosynaptically; that it spreads to neighbouring segments, and that its
/// synapses may fail, is left out.
public struct MuscleMap: Sendable, Hashable {
  /// The muscles.
  public let pools: [MotorPool]

  /// Makes a map.
  public init(pools: [MotorPool]) {
    self.pools = pools
  }

  /// The standard muscles of a species.
  public static func standard(_ species: Species) -> MuscleMap {
    MuscleMap(pools: MotorPool.standard(species))
  }

  /// Muscles whose motoneurons lie in a segment, with the part of each muscle's pool that lies there, largest
  /// first.
  public func muscles(inSegment segment: String) -> [(pool: MotorPool, weight: Double)] {
    pools.map { ($0, $0.weight(inSegment: segment)) }.filter { $0.1 > 0 }
      .sorted { $0.1 > $1.1 }.map { (pool: $0.0, weight: $0.1) }
  }

  /// Part of a muscle's motoneurons that are reached: through afferents, directly, or both.
  ///
  /// Afferents and motor axons are taken to be recruited independently of one another.
  ///
  /// - Parameters:
  ///   - pool: the muscle.
  ///   - afferents: part of the group I afferents recruited by segment, 0 to 1; absent segments count as 0.
  ///   - motor: part of the motor axons recruited by segment, 0 to 1.
  /// - Returns: 0 to 1.
  public func recruitment(
    of pool: MotorPool, afferents: [String: Double], motor: [String: Double]
  ) -> Double {
    pool.shares.reduce(0) { sum, share in
      let missed = (1 - (afferents[share.segment] ?? 0)) * (1 - (motor[share.segment] ?? 0))
      return sum + share.weight * (1 - missed)
    }
  }
}
