/// What share of a group of fibres fires with every pulse, by amplitude.
///
/// Made from the thresholds of sample fibres that stand for equal or weighted parts of the group. Between samples the share
/// rises linearly, each sample's part being spread about its threshold up to halfway to its neighbours: a group of
/// thousands of fibres has no steps.
public struct FiringCurve: Sendable, Hashable, Codable {
  /// Amplitudes, rising, mA.
  public let amplitudes: [Double]
  /// Share of the group that fires at each of them, rising, 0 to 1.
  public let shares: [Double]

  /// No fibre fires at any amplitude.
  public static let silent = FiringCurve(thresholds: [])

  /// Makes a curve.
  ///
  /// - Parameter thresholds: threshold of every sample fibre, mA (nil for one that no amplitude reached), with the part of the
  ///   group that it stands for; weights need not add up to 1.
  public init(thresholds: [(threshold: Double?, weight: Double)]) {
    let total = thresholds.reduce(0) { $0 + max(0, $1.weight) }
    let sorted = thresholds.compactMap { sample -> (at: Double, weight: Double)? in
      guard let threshold = sample.threshold, threshold.isFinite, sample.weight > 0 else { return nil }
      return (threshold, sample.weight)
    }.sorted { $0.at < $1.at }
    guard total > 0, let first = sorted.first, let last = sorted.last else {
      amplitudes = []
      shares = []
      return
    }
    // The k-th sample is half recruited at its own threshold; the ends lie half a neighbour's gap outside.
    var amplitudes: [Double] = []
    var shares: [Double] = []
    func add(_ amplitude: Double, _ share: Double) {
      if let previous = amplitudes.last, previous == amplitude {
        shares[shares.count - 1] = share
      } else {
        amplitudes.append(amplitude)
        shares.append(share)
      }
    }
    let (second, beforeLast) = (sorted[min(1, sorted.count - 1)], sorted[max(0, sorted.count - 2)])
    add(max(0, first.at - 0.5 * (second.at - first.at)), 0)
    var sum = 0.0
    for sample in sorted {
      add(sample.at, (sum + 0.5 * sample.weight) / total)
      sum += sample.weight
    }
    add(last.at + 0.5 * (last.at - beforeLast.at), sum / total)
    self.amplitudes = amplitudes
    self.shares = shares
  }

  /// Share that fires at an amplitude, mA.
  public func share(at amplitude: Double) -> Double {
    guard let first = amplitudes.first, amplitude >= first else { return 0 }
    guard let next = amplitudes.firstIndex(where: { $0 > amplitude }) else { return shares.last ?? 0 }
    let (low, high) = (amplitudes[next - 1], amplitudes[next])
    let part = (amplitude - low) / (high - low)
    return shares[next - 1] + part * (shares[next] - shares[next - 1])
  }

  /// Smallest amplitude at which a share of the group fires, mA; nil when no amplitude reached it.
  public func amplitude(forShare share: Double) -> Double? {
    guard let index = shares.firstIndex(where: { $0 >= share }) else { return nil }
    guard index > 0 else { return amplitudes.first }
    let (low, high) = (shares[index - 1], shares[index])
    let part = high > low ? (share - low) / (high - low) : 1
    return amplitudes[index - 1] + part * (amplitudes[index] - amplitudes[index - 1])
  }
}
