import MyelonAnatomy

/// How finely a grid resolves the canal and how fast cells grow away from it.
public struct SpineResolution: Sendable, Hashable, Codable {
  /// Edges of the cells in the resolved box, mm.
  public var core: SIMD3<Double>
  /// Largest edge of any cell, mm.
  public var largest: Double
  /// Largest ratio of neighbouring cells.
  public var growth: Double
  /// Edge of the cells across the skin and the gel under pads, mm.
  public var skin: Double

  /// Makes a resolution; lengths in mm.
  public init(core: SIMD3<Double>, largest: Double, growth: Double = 1.2, skin: Double = 1) {
    self.core = core
    self.largest = largest
    self.growth = growth
    self.skin = skin
  }

  /// For a first look: about half a million cells for a paddle in people.
  public static func quick(_ species: Species) -> SpineResolution {
    species == .human
      ? SpineResolution(core: SIMD3(0.5, 0.5, 1), largest: 8, growth: 1.3)
      : SpineResolution(core: SIMD3(0.1, 0.1, 0.15), largest: 1.6, growth: 1.3, skin: 0.5)
  }

  /// For most work: about three million cells for a paddle in people.
  public static func standard(_ species: Species) -> SpineResolution {
    species == .human
      ? SpineResolution(core: SIMD3(0.25, 0.25, 0.5), largest: 8)
      : SpineResolution(core: SIMD3(0.05, 0.05, 0.1), largest: 1.6, skin: 0.5)
  }

  /// For convergence: about twenty million cells for a paddle in people.
  public static func fine(_ species: Species) -> SpineResolution {
    species == .human
      ? SpineResolution(core: SIMD3(0.125, 0.125, 0.25), largest: 8, growth: 1.12)
      : SpineResolution(core: SIMD3(0.025, 0.025, 0.05), largest: 1.6, growth: 1.12, skin: 0.5)
  }
}
