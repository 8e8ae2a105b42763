import Foundation

extension Scaffold {
  /// Diffusivity in a scaffold across and along the cord, over free diffusion, averaged over pores and solid.
  ///
  /// - Unaligned pores: Bruggeman's `φ^1.5`; aligned fibres: φ along them and `φ / (2 - φ)` across (Rayleigh 1892,
  ///   parallel cylinders); partly aligned material in proportion to the alignment.
  /// - Channels with open share f and walls of diffusivity w: `f + (1 - f) w` along, and Maxwell Garnett's
  ///   `w ((1 + w) + f (1 - w)) / ((1 + w) - f (1 - w))` across.
  /// - A gel has pores of nanometres, so its values are lowered by the hindrance of such pores, b_V.
  static func diffusivity(
    of implant: ScaffoldImplant, poreSlowing: Double, wall: Double
  ) -> (across: Float, along: Float) {
    if let geometry = implant.geometry {
      let open = geometry.openFraction
      let along = open + (1 - open) * wall
      let across = wall * ((1 + wall) + open * (1 - wall)) / ((1 + wall) - open * (1 - wall))
      return (Float(across), Float(along))
    }
    let hindrance = implant.form == .gel ? poreSlowing : 1
    let porosity = implant.porosity
    let unaligned = (1 - implant.alignment) * pow(porosity, 1.5)
    let across = unaligned + implant.alignment * porosity / (2 - porosity)
    let along = unaligned + implant.alignment * porosity
    return (Float(hindrance * across), Float(hindrance * along))
  }
}
