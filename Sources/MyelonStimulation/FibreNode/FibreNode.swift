/// One node of Ranvier, or one compartment of an unmyelinated axon.
public struct FibreNode: Sendable, Hashable, Codable {
  /// Length along the axon, um.
  public var length: Double
  /// Diameter of the axon there, um.
  public var diameter: Double
  /// Densities of its channels, S/cm2.
  public var channels: ChannelDensities
  /// Whether it is a dead end: 1e-4 S/cm2 and 1 uF/cm2 without channels, its axoplasm cut from its neighbour.
  ///
  /// The reference fibres end so that no spike begins at an end.
  public var isPassive: Bool

  /// Makes a node.
  ///
  /// - Parameters:
  ///   - length: um.
  ///   - diameter: um.
  ///   - channels: S/cm2.
  ///   - isPassive: whether it is a dead end.
  public init(length: Double, diameter: Double, channels: ChannelDensities, isPassive: Bool = false) {
    self.length = length
    self.diameter = diameter
    self.channels = channels
    self.isPassive = isPassive
  }
}
