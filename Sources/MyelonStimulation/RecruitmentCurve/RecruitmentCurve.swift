import Foundation

/// The share of a population's fibres that fire, by amplitude.
///
/// Built from thresholds of fibres that stand for shares of the population, equal ones as a rule. Sorted, the j-th of n thresholds is where a share
/// `(j - 1/2) / n` fires; between them the share is linear in the logarithm of the amplitude, and half a share beyond the first and
/// last it goes on with the slope of the first and last gap. Fibres without a threshold below the limit hold the curve below 1.
public struct RecruitmentCurve: Sendable, Hashable, Codable {
  /// Amplitudes, mA, rising, at which the share is known exactly.
  let amplitudes: [Double]
  /// Share of the population that fires at each.
  let shares: [Double]

  /// No fibre fires at any amplitude.
  public static let silent = RecruitmentCurve(thresholds: [])

  /// Makes a curve from thresholds of fibres that stand for equal shares, mA; nil for a fibre that does not fire up to the limit.
  public init(thresholds: [Double?]) { self.init(weighted: thresholds.map { ($0, 1) }) }

  /// Makes a curve from thresholds of fibres that stand for unequal shares.
  ///
  /// - Parameter samples: threshold of every fibre, mA (nil for one that does not fire up to the limit), and the part of the population
  ///   that it stands for; weights need not add up to 1, and fibres without weight do not count.
  public init(weighted samples: [(threshold: Double?, weight: Double)]) {
    let total = samples.reduce(0) { $0 + max(0, $1.weight) }
    let fired = samples.compactMap { sample -> (amplitude: Double, weight: Double)? in
      guard let threshold = sample.threshold, threshold > 0, threshold.isFinite, sample.weight > 0 else {
        return nil
      }
      return (threshold, sample.weight)
    }.sorted { $0.amplitude < $1.amplitude }
    guard total > 0, let first = fired.first, let last = fired.last else {
      amplitudes = []
      shares = []
      return
    }
    let firstRatio = fired.count > 1 ? (fired[1].amplitude / first.amplitude).squareRoot() : 1
    let lastRatio = fired.count > 1 ? (last.amplitude / fired[fired.count - 2].amplitude).squareRoot() : 1
    var knots = [(amplitude: first.amplitude / firstRatio, share: 0.0)]
    var sum = 0.0
    for one in fired {
      knots.append((one.amplitude, (sum + 0.5 * one.weight) / total))
      sum += one.weight
    }
    knots.append((last.amplitude * lastRatio, sum / total))
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
