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
  public static func quick(_ species: Species) -> SpineResolution { scaled(SIMD3(0.5, 0.5, 1), 1.3, species) }

  /// For most work: about four million cells for a paddle in people.
  public static func standard(_ species: Species) -> SpineResolution {
    scaled(SIMD3(0.25, 0.25, 0.5), 1.2, species)
  }

  /// For convergence: about twenty million cells for a paddle in people.
  public static func fine(_ species: Species) -> SpineResolution {
    scaled(SIMD3(0.125, 0.125, 0.25), 1.12, species)
  }

  private static func scaled(_ human: SIMD3<Double>, _ growth: Double, _ species: Species) -> SpineResolution
  {
    switch species {
    case .human: SpineResolution(core: human, largest: 8, growth: growth, skin: 1)
    // The rat's cord is about a third as wide as the human one, its layers of fluid a tenth as deep.
    case .rat: SpineResolution(core: human * 0.2, largest: 1.6, growth: growth, skin: 0.5)
    }
  }
}
