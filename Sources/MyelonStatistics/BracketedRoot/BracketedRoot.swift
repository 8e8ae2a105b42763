import Foundation

/// Finds where a continuous function is zero between two points where it has different signs.
///
/// Chandrupatla 1997, doi:10.1016/S0965-9978(96)00051-8: inverse quadratic interpolation where the three last points allow
/// it, else halving; never leaves the bracket.
public enum BracketedRoot {
  /// The root.
  ///
  /// - Parameters:
  ///   - lower: one end.
  ///   - upper: the other end.
  ///   - tolerance: accepted error of the root, besides rounding.
  ///   - what: what is looked for, for the error.
  ///   - function: a continuous function with different signs at both ends, or zero at one.
  /// - Returns: the root.
  /// - Throws: `StatisticsError.notConverged` if the signs do not differ, or what the function throws.
  public static func solve(
    from lower: Double, to upper: Double, tolerance: Double = 1e-14, what: String = "A root",
    _ function: (Double) throws -> Double
  ) throws -> Double {
    var (a, b) = (upper, lower)
    var (fa, fb) = (try function(a), try function(b))
    if fa == 0 { return a }
    if fb == 0 { return b }
    guard fa.isFinite, fb.isFinite, (fa < 0) != (fb < 0) else {
      throw StatisticsError.notConverged(what: what, iterations: 0)
    }
    var (c, fc) = (a, fa)
    var share = 0.5
    for _ in 0..<200 {
      let x = a + share * (b - a)
      let value = try function(x)
      if (value < 0) == (fa < 0) {
        (c, fc) = (a, fa)
      } else {
        (c, b, fc, fb) = (b, a, fb, fa)
      }
      (a, fa) = (x, value)
      let (best, least) = abs(fa) < abs(fb) ? (a, fa) : (b, fb)
      let allowed = 2 * 0x1p-52 * abs(best) + tolerance / 2
      let limit = allowed / abs(b - a)
      if limit > 0.5 || least == 0 { return best }
      share = Self.share(a, b, c, fa, fb, fc)
      share = min(max(share, limit), 1 - limit)
    }
    throw StatisticsError.notConverged(what: what, iterations: 200)
  }

  private static func share(
    _ a: Double, _ b: Double, _ c: Double, _ fa: Double, _ fb: Double, _ fc: Double
  ) -> Double {
    let xi = (a - b) / (c - b)
    let phi = (fa - fb) / (fc - fb)
    guard phi * phi < xi, (1 - phi) * (1 - phi) < 1 - xi else { return 0.5 }
    let first = fa / (fb - fa) * fc / (fb - fc)
    let second = (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
    return first + second
  }
}
