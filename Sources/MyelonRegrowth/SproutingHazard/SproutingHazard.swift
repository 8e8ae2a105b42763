import Foundation

/// What new axons in wrong places may do: spasticity and pain.
///
/// `spasticity = 1 - exp(-(M / M_s + b_s B (1 - spared)))` with the misdirected motor supply M of the worst segment below
/// the lesion and the saturation B of its motor grey matter by BDNF; `allodynia = 1 - exp(-M' / M_a)` with the misdirected
/// supply M' of the worst dorsal horn. Without new axons and without BDNF both are 0.
public struct SproutingHazard: Sendable, Hashable {
  /// Risk of spasticity that regrowth and BDNF add, 0 to 1.
  public let spasticity: Double
  /// Risk of allodynia that regrowth adds, 0 to 1.
  public let allodynia: Double

  init(
    misdirectedMotor: Double, misdirectedSensory: Double, bdnf: Double, denervation: Double,
    parameters: ConnectionParameters
  ) {
    let drive = misdirectedMotor / parameters.spasticityScale + parameters.bdnfGain * bdnf * denervation
    spasticity = -expm1(-drive)
    allodynia = -expm1(-misdirectedSensory / parameters.allodyniaScale)
  }
}
