import Foundation

extension RandomStream {
  /// A draw from the normal distribution.
  ///
  /// Box and Muller's transform of two uniform draws (the sine half is not kept, so that a draw always costs
  /// the same two uniforms and streams stay easy to reason about).
  public mutating func normal(mean: Double = 0, deviation: Double = 1) -> Double {
    let radius = (-2 * log(uniform())).squareRoot()
    let angle = 2 * Double.pi * uniform()
    return mean + deviation * radius * cos(angle)
  }

  /// A draw from the log-normal distribution with the given median and coefficient of variation.
  public mutating func logNormal(median: Double, variation: Double) -> Double {
    let sigma = log(1 + variation * variation).squareRoot()
    return median * exp(normal(mean: 0, deviation: sigma))
  }
}
