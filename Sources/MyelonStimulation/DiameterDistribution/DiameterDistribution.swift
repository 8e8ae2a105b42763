import Foundation

/// A normal distribution of fibre diameters, cut to a range.
public struct DiameterDistribution: Sendable, Hashable, Codable {
  /// Mean before the cut, um.
  public let mean: Double
  /// Standard deviation before the cut, um.
  public let deviation: Double
  /// Diameters that occur, um.
  public let range: ClosedRange<Double>

  /// Makes a distribution; the range must hold the mean.
  public init(mean: Double, deviation: Double, range: ClosedRange<Double>) {
    precondition(
      deviation > 0 && range.contains(mean) && range.lowerBound < range.upperBound,
      "A distribution needs a spread and a range round its mean: \(mean), \(deviation), \(range) um")
    self.mean = mean
    self.deviation = deviation
    self.range = range
  }

  /// Share of fibres thinner than a diameter, um.
  public func share(below diameter: Double) -> Double {
    let low = normal(range.lowerBound)
    let high = normal(range.upperBound)
    return (normal(min(max(diameter, range.lowerBound), range.upperBound)) - low) / (high - low)
  }

  /// Diameters that stand for classes of equal numbers of fibres: the middle one of each class, um, rising.
  ///
  /// - Parameter count: number of classes, at least 1.
  /// - Returns: diameters, um.
  public func quantiles(_ count: Int) -> [Double] {
    (0..<count).map { diameter(at: (Double($0) + 0.5) / Double(count)) }
  }

  /// Diameter below which a share of the fibres lies, um; by bisection.
  private func diameter(at share: Double) -> Double {
    var low = range.lowerBound
    var high = range.upperBound
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      if self.share(below: middle) < share { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }

  private func normal(_ diameter: Double) -> Double {
    0.5 * (1 + Foundation.erf((diameter - mean) / (deviation * 2.0.squareRoot())))
  }
}
