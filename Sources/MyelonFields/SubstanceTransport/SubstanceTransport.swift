/// How one substance spreads and vanishes: `du/dt = div(D grad u) + s - k u`.
public struct SubstanceTransport: Sendable, Hashable, Codable {
  /// Diffusivity D, mm2/h, which multiplies the dimensionless pattern of faces; not negative.
  public var diffusivity: Float
  /// First-order decay rate k, 1/h, the same in every voxel; not negative.
  public var decay: Float

  /// Makes a description of transport.
  ///
  /// - Parameters:
  ///   - diffusivity: D, mm2/h, finite and not negative.
  ///   - decay: k, 1/h, finite and not negative.
  public init(diffusivity: Float, decay: Float = 0) {
    precondition(
      diffusivity >= 0 && diffusivity.isFinite && decay >= 0 && decay.isFinite,
      "Diffusivity (\(diffusivity) mm2/h) and decay (\(decay) 1/h) must be finite and not negative")
    self.diffusivity = diffusivity
    self.decay = decay
  }
}
