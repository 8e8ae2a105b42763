import Foundation

/// The share of a population's fibres that fire, by amplitude.
///
/// Built from thresholds of fibres that stand for equal shares of the population. Sorted, the j-th of n thresholds is where a share
/// `(j - 1/2) / n` fires; between them the share is linear in the logarithm of the amplitude, and half a share beyond the first and
/// last it goes on with the slope of the first and last gap. Fibres without a threshold below the limit hold the curve below 1.
public struct RecruitmentCurve: Sendable, Hashable, Codable {
  /// Amplitudes, mA, rising, at which the share is known exactly.
  let amplitudes: [Double]
  /// Share of the population that fires at each.
  let shares: [Double]

  /// Makes a curve from thresholds, mA; nil for a fibre that does not fire up to the limit.
  public init(thresholds: [Double?]) {
    let count = Double(max(1, thresholds.count))
    let fired = thresholds.compactMap { $0 }.sorted()
    var knots = fired.enumerated().map { (amplitude: $1, share: (Double($0) + 0.5) / count) }
    if let first = fired.first, let last = fired.last {
      let firstRatio = fired.count > 1 ? (fired[1] / first).squareRoot() : 1
      let lastRatio = fired.count > 1 ? (last / fired[fired.count - 2]).squareRoot() : 1
      knots.insert((first / firstRatio, 0), at: 0)
      knots.append((last * lastRatio, Double(fired.count) / count))
    }
    amplitudes = knots.map(\.amplitude)
    shares = knots.map(\.share)
  }

  /// Share of the population that fires at an amplitude, mA.
  public func share(at amplitude: Double) -> Double {
    guard let first = amplitudes.first, amplitude >= first else { return 0 }
    guard let next = amplitudes.firstIndex(where: { $0 > amplitude }) else { return shares.last ?? 0 }
    let (low, high) = (amplitudes[next - 1], amplitudes[next])
    let part = log(amplitude / low) / log(high / low)
    return shares[next - 1] + part * (shares[next] - shares[next - 1])
  }

  /// Least amplitude at which a share of the population fires, mA; nil when that many never do.
  public func amplitude(for share: Double) -> Double? {
    guard let index = shares.firstIndex(where: { $0 >= share - 1e-12 }) else { return nil }
    guard index > 0 else { return amplitudes[0] }
    let (low, high) = (shares[index - 1], shares[index])
    guard high > low else { return amplitudes[index] }
    let part = min(1, max(0, (share - low) / (high - low)))
    return amplitudes[index - 1] * pow(amplitudes[index] / amplitudes[index - 1], part)
  }
}
