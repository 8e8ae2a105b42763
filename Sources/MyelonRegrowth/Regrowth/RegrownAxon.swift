/// An axon that is there, with its path, for files and pictures.
public struct RegrownAxon: Sendable, Hashable {
  /// The kind of its neuron.
  public let neuron: NeuronType
  /// What its growth cone does.
  public let state: GrowthState
  /// Whether it stands still in a graft or a scaffold.
  public let isTrapped: Bool
  /// Axons that it stands for.
  public let axons: Float
  /// Path from where it began to its tip, mm in cord coordinates.
  public let path: [SIMD3<Float>]
}

extension Regrowth {
  /// Every axon that is there now, in the order in which they began.
  public func lines() -> [RegrownAxon] {
    (0..<cones.count).compactMap { slot in
      let cone = cones.cone(slot)
      guard cone.state != .gone else { return nil }
      return RegrownAxon(
        neuron: cone.type, state: cone.state, isTrapped: cone.isTrapped, axons: cone.axons,
        path: cones.path(slot))
    }
  }
}
