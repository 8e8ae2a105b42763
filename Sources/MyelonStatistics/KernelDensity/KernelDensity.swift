import Foundation

/// A smooth density from weighted draws: a sum of normal kernels.
///
/// The bandwidth is Silverman's rule 0.9 min(deviation, interquartile range / 1.34) n^(-1/5) with Kish's effective size
/// for n (Silverman 1986, Density Estimation, equation 3.31). At bounds the kernels are reflected, so that no density
/// leaks out; that makes the slope zero there.
public struct KernelDensity: Sendable, Hashable, Codable {
  /// Width of a kernel.
  public let bandwidth: Double
  /// Where there can be density.
  public let bounds: ClosedRange<Double>
  private let sample: WeightedSample

  /// Makes a density.
  ///
  /// - Parameters:
  ///   - sample: the draws, not all of one value unless a bandwidth is given.
  ///   - bandwidth: width of a kernel; nil means Silverman's rule.
  ///   - bounds: where there can be density; all draws lie inside.
  /// - Throws: `StatisticsError`.
  public init(
    _ sample: WeightedSample, bandwidth: Double? = nil,
    bounds: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) throws(StatisticsError) {
    if let outside = sample.values.first(where: { !bounds.contains($0) }) {
      throw .outOfRange(what: "Draws", allowed: "in \(bounds)", found: outside)
    }
    self.sample = sample
    self.bounds = bounds
    guard let bandwidth else {
      let range = (sample.quantile(0.75) - sample.quantile(0.25)) / 1.34
      let spread = range > 0 ? min(sample.deviation, range) : sample.deviation
      guard spread > 0 else { throw .noVariation(what: "Draws") }
      self.bandwidth = 0.9 * spread * pow(sample.effectiveSize, -0.2)
      return
    }
    try StatisticsError.requirePositive(bandwidth, "A bandwidth")
    self.bandwidth = bandwidth
  }

  /// The density at x.
  public func density(_ x: Double) -> Double {
    guard bounds.contains(x) else { return 0 }
    var sum = 0.0
    for (value, weight) in zip(sample.values, sample.weights) where weight > 0 {
      sum += weight * kernel(x - value)
      if bounds.lowerBound.isFinite { sum += weight * kernel(x - (2 * bounds.lowerBound - value)) }
      if bounds.upperBound.isFinite { sum += weight * kernel(x - (2 * bounds.upperBound - value)) }
    }
    return sum
  }

  private func kernel(_ distance: Double) -> Double {
    NormalDistribution.standardDensity(distance / bandwidth) / bandwidth
  }
}
