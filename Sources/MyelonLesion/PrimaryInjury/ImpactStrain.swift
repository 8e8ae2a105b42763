import Foundation
import MyelonAnatomy
import MyelonQuantities

/// The strain that a blow leaves in the cord: its peak and its fall with distance.
///
/// `κ(ρ, z) = κ₀ exp(-ρ²/2s_ρ²) exp(-d²/2s_z²)`, where ρ is the distance from the strain's centre in
/// half-diameters of the cross-section and d the distance beyond the struck length, in mm. A Gaussian is the
/// plainest shape with one width per direction that is largest in the central grey matter and spares the rim,
/// as contusions do (Basso et al 1996; Ek et al 2010).
public struct ImpactStrain: Sendable, Hashable {
  /// Peak strain κ₀: the peak compression as a fraction of the anteroposterior diameter.
  public var peak: Double
  /// Centre in the cross-section, half-diameters (left +, dorsal +).
  public var centre: SIMD2<Double>
  /// Radial standard deviation s_ρ, half-diameters.
  public var radialSpread: Double
  /// Half of the struck length, mm.
  public var halfLength: Double
  /// Axial standard deviation s_z, mm.
  public var axialSpread: Double

  /// The strain of a blow, or nil for a cut.
  ///
  /// - Parameters:
  ///   - injury: what happened.
  ///   - table: the lesion model's parameters.
  ///   - diameter: anteroposterior diameter of the cord at the epicentre, mm.
  public init?(_ injury: Injury, table: ParameterTable, diameter: Double) {
    guard let peak = Self.peakCompression(of: injury.mechanism, table: table) else { return nil }
    self.peak = peak
    centre = SIMD2(injury.laterality, injury.depth ?? table["impact_depth_dorsal"])
    radialSpread = table["impact_radial_spread"]
    halfLength = 0.5 * (injury.length ?? table["impact_length"] * diameter)
    axialSpread = table["impact_axial_spread"] * diameter
  }

  /// Strain at a place.
  ///
  /// - Parameters:
  ///   - position: place in the cross-section, half-diameters.
  ///   - distance: signed distance from the epicentre along the cord, mm.
  /// - Returns: strain, a fraction of the anteroposterior diameter.
  @inlinable public func strain(at position: SIMD2<Double>, distance: Double) -> Double {
    let offset = position - centre
    let radial = (offset * offset).sum() / (2 * radialSpread * radialSpread)
    let beyond = max(0, abs(distance) - halfLength)
    let axial = beyond * beyond / (2 * axialSpread * axialSpread)
    return peak * exp(-radial - axial)
  }

  /// Peak compression of a mechanism, as a fraction of the anteroposterior diameter; nil for a cut.
  ///
  /// Impactors are placed on one scale by the momentum of the falling weight, `m √h`, relative to 10 g from
  /// 12.5 mm, or by the ratio of their force to the force that is called moderate on that device.
  static func peakCompression(of mechanism: InjuryMechanism, table: ParameterTable) -> Double? {
    let reference = table["impact_compression_reference"]
    let exponent = 2 * table["impact_height_exponent"]
    switch mechanism {
    case .weightDrop(let height, let mass):
      let momentum = mass / 10 * (height / 12.5).squareRoot()
      return reference * pow(momentum, exponent)
    case .impactForce(let force):
      return reference * pow(force / table["impact_force_reference"], exponent)
    case .clip(let force, _):
      return reference * pow(force / table["clip_force_reference"], exponent)
    case .contusion(let peak), .compression(let peak, _, _):
      return peak
    case .hemisection, .dorsalSection, .transection:
      return nil
    }
  }
}
