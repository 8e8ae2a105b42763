import Foundation
import MyelonRandom

extension RandomStream {
  /// A draw from the Poisson distribution: by counting exponential waits in pieces, exact for any mean up to 1e6;
  /// a larger mean takes the normal approximation, whose relative error is then below a thousandth.
  mutating func poisson(_ mean: Double) -> Double {
    guard mean > 0 else { return 0 }
    guard mean <= 1e6 else { return max(0, normal(mean: mean, deviation: mean.squareRoot()).rounded()) }
    var waited = 0.0
    var count = -1.0
    while waited <= mean {
      waited -= log(uniform())
      count += 1
    }
    return count
  }
}
