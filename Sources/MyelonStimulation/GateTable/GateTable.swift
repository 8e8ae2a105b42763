import Foundation

/// Exact exponential updates of the four gates over one step, tabulated on potential.
///
/// x(t + h) = decay x(t) + gain with decay = exp(-h rate), gain = steady (1 - decay): exact at constant potential. The table is
/// read by linear interpolation at 0.1 mV, which changes thresholds by less than 1e-5.
final class GateTable: Sendable {
  /// Least and largest tabulated potential, mV; beyond, the end rows hold.
  ///
  /// A near electrode drives nodes to hundreds of mV.
  static let range = -200.0...400.0
  static let perMillivolt = 10.0
  static let rows = Int((range.upperBound - range.lowerBound) * perMillivolt) + 1

  let membrane: AxonMembrane
  let temperature: Double
  /// Step, ms.
  let step: Double
  /// decay and gain of row 0, decay and gain of row 1 and so on.
  let entries: [SIMD4<Double>]

  /// Tabulates.
  ///
  /// - Parameters:
  ///   - membrane: kinetics.
  ///   - temperature: degrees Celsius.
  ///   - step: ms.
  init(_ membrane: AxonMembrane, temperature: Double, step: Double) {
    self.membrane = membrane
    self.temperature = temperature
    self.step = step
    var entries: [SIMD4<Double>] = []
    entries.reserveCapacity(2 * Self.rows)
    for row in 0..<Self.rows {
      let potential = Self.range.lowerBound + Double(row) / Self.perMillivolt
      let (steady, rate) = membrane.gates(at: potential, temperature: temperature)
      let decay = SIMD4(
        Self.decay(step * rate[0]), Self.decay(step * rate[1]), Self.decay(step * rate[2]),
        Self.decay(step * rate[3]))
      entries.append(decay)
      entries.append(steady * (1 - decay))
    }
    self.entries = entries
  }

  private static func decay(_ x: Double) -> Double { exp(-min(x, 700)) }
}
