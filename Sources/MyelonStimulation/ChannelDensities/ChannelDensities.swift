/// Largest conductances of the channels in a patch of excitable membrane, S/cm2.
///
/// Which kinetics each has is a matter of ``AxonMembrane``; unmyelinated membranes have no persistent sodium channels.
public struct ChannelDensities: Sendable, Hashable, Codable {
  /// Fast sodium channels.
  public var sodium: Double
  /// Persistent sodium channels.
  public var persistentSodium: Double
  /// Potassium channels: slow ones at a node, delayed rectifiers in an unmyelinated axon.
  public var potassium: Double
  /// Leak.
  public var leak: Double

  /// Makes a set of densities, S/cm2.
  public init(sodium: Double, persistentSodium: Double, potassium: Double, leak: Double) {
    self.sodium = sodium
    self.persistentSodium = persistentSodium
    self.potassium = potassium
    self.leak = leak
  }

  /// No channels.
  public static let none = ChannelDensities(sodium: 0, persistentSodium: 0, potassium: 0, leak: 0)

  /// Whether there are no channels.
  public var isNone: Bool { self == .none }

  /// All densities times a share.
  ///
  /// - Parameter share: 1 leaves them as they are.
  /// - Returns: the scaled densities.
  public func scaled(by share: Double) -> ChannelDensities {
    ChannelDensities(
      sodium: sodium * share, persistentSodium: persistentSodium * share, potassium: potassium * share,
      leak: leak * share)
  }

  /// The four densities in the order of the kernels.
  var vector: SIMD4<Double> { SIMD4(sodium, persistentSodium, potassium, leak) }
}
