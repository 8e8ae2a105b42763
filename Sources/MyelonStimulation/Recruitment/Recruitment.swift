/// The share of a population that fires, against amplitude.
public struct Recruitment: Sendable, Hashable, Codable {
  /// Thresholds of the fibres that fire, ascending, mA.
  public let thresholds: [Double]
  /// Share of the population that fires at each of them or below.
  public let shares: [Double]

  /// Orders a population by threshold.
  ///
  /// - Parameters:
  ///   - thresholds: a threshold a fibre; those that do not fire count in the population.
  ///   - weights: number of fibres that each stands for; nil: one.
  public init(_ thresholds: [FibreThreshold], weights: [Double]? = nil) {
    let weights = weights ?? [Double](repeating: 1, count: thresholds.count)
    precondition(
      weights.count == thresholds.count && weights.allSatisfy { $0 >= 0 },
      "Recruitment needs a weight of 0 or more a threshold; found \(weights.count) for \(thresholds.count)")
    let total = weights.reduce(0, +)
    let fired = zip(thresholds, weights)
      .compactMap { threshold, weight in threshold.amplitude.map { (amplitude: $0, weight: weight) } }
      .sorted { $0.amplitude < $1.amplitude }
    self.thresholds = fired.map(\.amplitude)
    var sum = 0.0
    shares = fired.map { one in
      sum += one.weight
      return total > 0 ? sum / total : 0
    }
  }

  /// Share that fires at an amplitude.
  ///
  /// - Parameter amplitude: mA.
  /// - Returns: 0 to 1.
  public func share(at amplitude: Double) -> Double {
    var low = 0
    var high = thresholds.count
    while low < high {
      let middle = (low + high) / 2
      if thresholds[middle] <= amplitude { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : shares[low - 1]
  }

  /// Least amplitude at which at least a share fires, mA; nil when so many never do.
  ///
  /// - Parameter share: 0 to 1.
  /// - Returns: mA.
  public func amplitude(firing share: Double) -> Double? {
    // The allowance keeps the last fibre of a full share from being missed by rounding.
    shares.firstIndex { $0 >= share - 1e-12 }.map { thresholds[$0] }
  }
}
