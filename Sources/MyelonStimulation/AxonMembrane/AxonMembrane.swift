import Foundation

/// An excitable membrane: its channels' kinetics, batteries and passive constants.
public enum AxonMembrane: String, Sendable, Hashable, Codable, CaseIterable {
  /// Node of Ranvier of a mammalian fibre (McIntyre, Richardson & Grill 2002, doi:10.1152/jn.00353.2001).
  case node
  /// C fibre of the dorsal root ganglion (Sundt, Gamper & Jaffe 2015, doi:10.1152/jn.00226.2015).
  case sundt
  /// Squid axon warmed to 37 degrees (Rattay & Aberham 1993, doi:10.1109/10.250575).
  case squid

  /// Potential at which a settling begins, and battery of the passive membrane, mV.
  public var restPotential: Double {
    switch self {
    case .node: -80
    case .sundt: -60
    case .squid: -70
    }
  }

  /// Batteries of the channels in the order of ``ChannelDensities``, mV.
  var batteries: SIMD4<Double> {
    switch self {
    case .node: SIMD4(50, 50, -90, -90)
    case .sundt: SIMD4(50, 50, -90, -60)
    case .squid: SIMD4(45, 45, -82, -59.4)
    }
  }

  /// Densities of a healthy membrane, S/cm2.
  public var channels: ChannelDensities {
    switch self {
    case .node: ChannelDensities(sodium: 3, persistentSodium: 0.01, potassium: 0.08, leak: 0.007)
    case .sundt: ChannelDensities(sodium: 0.04, persistentSodium: 0, potassium: 0.04, leak: 1e-4)
    case .squid: ChannelDensities(sodium: 0.12, persistentSodium: 0, potassium: 0.036, leak: 3e-4)
    }
  }

  /// Capacitance, uF/cm2.
  public var capacitance: Double { self == .node ? 2 : 1 }

  /// Resistivity of axoplasm, ohm cm.
  public var axoplasmResistivity: Double { self == .node ? 70 : 100 }

  /// Temperatures at which the rates may be used, degrees Celsius.
  ///
  /// Assumed because the Q10 of the sources were measured between about 20 and 40 degrees.
  public static let temperatures: ClosedRange<Double> = 15...45

  /// Steady states and rates of the four gates at a potential.
  ///
  /// Gates of the node: m, p, h, s. Gates of the unmyelinated membranes: m, n, h, l (the squid has no l: it stays 1).
  ///
  /// - Parameters:
  ///   - potential: axoplasm against the outside of the membrane, mV.
  ///   - temperature: degrees Celsius.
  /// - Returns: steady states, and relaxation rates in 1/ms.
  public func gates(
    at potential: Double, temperature: Double
  ) -> (steady: SIMD4<Double>, rate: SIMD4<Double>) {
    switch self {
    case .node: Self.nodeGates(potential, temperature)
    case .sundt: Self.sundtGates(potential, temperature)
    case .squid: Self.squidGates(potential, temperature)
    }
  }

  /// a / (1 - exp(-a/b)), continued by b at a = 0.
  private static func linoid(_ a: Double, _ b: Double) -> Double {
    let x = a / b
    return abs(x) < 1e-6 ? b * (1 + x / 2) : a / -expm1(-bounded(x))
  }

  private static func exponential(_ x: Double) -> Double { exp(bounded(x)) }

  /// Keeps the argument of an exponential where it neither overflows nor vanishes.
  private static func bounded(_ x: Double) -> Double { min(500, max(-500, x)) }

  private static func nodeGates(
    _ v: Double, _ temperature: Double
  ) -> (steady: SIMD4<Double>, rate: SIMD4<Double>) {
    let fast = pow(2.2, (temperature - 20) / 10)
    let inactivation = pow(2.9, (temperature - 20) / 10)
    let slow = pow(3.0, (temperature - 36) / 10)
    let opening = SIMD4(
      fast * 1.86 * linoid(v + 21.4, 10.3),
      fast * 0.01 * linoid(v + 27, 10.2),
      inactivation * 0.062 * linoid(-(v + 114), 11),
      slow * 0.3 / (1 + exponential(-(v + 53) / 5)))
    let closing = SIMD4(
      fast * 0.086 * linoid(-(v + 25.7), 9.16),
      fast * 0.00025 * linoid(-(v + 34), 10),
      inactivation * 2.3 / (1 + exponential(-(v + 31.8) / 13.4)),
      slow * 0.03 / (1 + exponential(-(v + 90))))
    return (opening / (opening + closing), opening + closing)
  }

  /// Sodium channels after Traub & Miles with the shifts of Nav1.7/1.8; delayed rectifier after Borg-Graham.
  private static func sundtGates(
    _ v: Double, _ temperature: Double
  ) -> (steady: SIMD4<Double>, rate: SIMD4<Double>) {
    let warming = pow(3.0, (temperature - 30) / 10)
    let activation = v + 65 - 6
    let inactivation = v + 65 + 6
    let mOpening = 0.32 * linoid(activation - 13.1, 4)
    let mClosing = 0.28 * linoid(40.1 - activation, 5)
    let hOpening = 0.128 * exponential((17 - inactivation) / 18)
    let hClosing = 4 / (exponential((40 - inactivation) / 5) + 1)
    // Valence times F/RT, 1/mV.
    let perVolt = 1e-3 * 9.648e4 / (8.315 * (273.16 + temperature))
    let n = exponential(-5 * perVolt * (v + 32))
    let nRate = 0.03 * (1 + n) / exponential(-5 * 0.4 * perVolt * (v + 32))
    let l = exponential(2 * perVolt * (v + 61))
    let lRate = 0.001 * (1 + l) / l
    return (
      SIMD4(mOpening / (mOpening + mClosing), 1 / (1 + n), hOpening / (hOpening + hClosing), 1 / (1 + l)),
      warming * SIMD4(mOpening + mClosing, nRate, hOpening + hClosing, lRate)
    )
  }

  /// Hodgkin & Huxley 1952 about a rest of -70 mV, all rates times 12 at 37 degrees.
  private static func squidGates(
    _ v: Double, _ temperature: Double
  ) -> (steady: SIMD4<Double>, rate: SIMD4<Double>) {
    let warming = pow(2.246_595_247_57, (temperature - 6.3) / 10)
    let u = v + 70
    let mOpening = 0.1 * linoid(u - 25, 10)
    let mClosing = 4 * exponential(-u / 18)
    let hOpening = 0.07 * exponential(-u / 20)
    let hClosing = 1 / (exponential(3 - 0.1 * u) + 1)
    let nOpening = 0.01 * linoid(u - 10, 10)
    let nClosing = 0.125 * exponential(-u / 80)
    return (
      SIMD4(
        mOpening / (mOpening + mClosing), nOpening / (nOpening + nClosing), hOpening / (hOpening + hClosing),
        1),
      warming * SIMD4(mOpening + mClosing, nOpening + nClosing, hOpening + hClosing, 1)
    )
  }
}
