import Foundation

/// Finds where a tail probability, as a function of the logarithm of a positive variable, has a given value.
///
/// Newton's method for the logarithm of the tail, kept inside a bracket that every evaluation narrows; a step that would
/// leave the bracket halves it, and one into the unknown at most doubles the distance from zero. The logarithms of the
/// tails used here are concave in ln x (x f(x) / F(x) falls and x f(x) / (1 - F(x)) rises for gamma and beta
/// variables), so that Newton's method converges from either side once the tail is representable.
enum TailRoot {
  /// The root u.
  ///
  /// - Parameters:
  ///   - start: where to begin.
  ///   - limit: values at or above it are not tried; infinite if there is none.
  ///   - probability: the tail that is looked for, positive.
  ///   - rising: whether the tail rises with u.
  ///   - evaluate: the tail and its derivative by u.
  /// - Returns: the root, to rounding of the tail.
  static func solve(
    start: Double, limit: Double, probability: Double, rising: Bool,
    _ evaluate: (Double) -> (tail: Double, slope: Double)
  ) -> Double {
    let target = log(probability)
    var low = -Double.infinity
    var high = limit
    var u = start
    var previous = Double.infinity
    for _ in 0..<400 {
      let (tail, slope) = evaluate(u)
      let isLeft = tail < probability ? rising : !rising
      if isLeft { low = max(low, u) } else { high = min(high, u) }
      let change = tail > 0 && slope != 0 ? (target - log(tail)) * tail / slope : .nan
      // Rounding of the tail moves Newton's step to and fro; then the smallest step is the best one.
      if abs(change) <= 1e-16 * abs(u) { return u + change }
      if abs(change) < 1e-12 * max(abs(u), 1e-3), abs(change) >= previous { return u }
      previous = abs(change)
      u = next(from: u, to: u + change, low: low, high: high)
    }
    return u
  }

  private static func next(from u: Double, to wanted: Double, low: Double, high: Double) -> Double {
    let reach = 2 * abs(u) + 4
    if wanted > low, wanted < high, abs(wanted - u) <= reach { return wanted }
    if low.isFinite, high.isFinite { return low + (high - low) / 2 }
    return high.isFinite ? min(u, high) - reach : u + reach
  }
}
