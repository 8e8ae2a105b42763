/// How the threshold of a fibre falls as the pulse grows longer.
public struct StrengthDuration: Sendable, Hashable, Codable {
  /// One measured threshold.
  public struct Point: Sendable, Hashable, Codable {
    /// Pulse width, us.
    public var width: Double
    /// Threshold, mA.
    public var threshold: Double
  }

  /// Thresholds in the order of width.
  public let points: [Point]
  /// Threshold of the longest pulse, mA.
  public let rheobase: Double
  /// Width at which the threshold is twice the rheobase, found by bisection, us.
  public let chronaxie: Double

  /// Measures thresholds of rectangular pulses.
  ///
  /// - Parameters:
  ///   - one: the fibre and its potentials.
  ///   - widths: pulse widths, us; the longest gives the rheobase.
  ///   - search: how thresholds are found.
  /// - Returns: the curve.
  /// - Throws: ``FibreError/noThreshold(limit:)`` when a pulse does not fire the fibre, and what a search throws.
  public static func measure(
    _ one: FibreCase, widths: [Double] = [20, 50, 100, 200, 400, 1000, 5000], search: ThresholdSearch
  ) throws(FibreError) -> StrengthDuration {
    guard let longest = widths.max(), let shortest = widths.min(), shortest > 0 else {
      throw .settingOutOfRange(
        name: "pulse width", found: widths.min() ?? 0, unit: "us", required: "above 0, and at least one given")
    }
    var points: [Point] = []
    for width in widths.sorted() {
      points.append(
        Point(width: width, threshold: try search.amplitude(of: one, waveform: .monophasic(width: width))))
    }
    let rheobase = points[points.count - 1].threshold
    // Thresholds fall with width: at the width where they are twice the rheobase the bracket changes sides.
    var low = 1.0
    var high = longest
    while high - low > 1e-3 * high {
      let middle = (low * high).squareRoot()
      let threshold = try search.amplitude(of: one, waveform: .monophasic(width: middle))
      if threshold > 2 * rheobase { low = middle } else { high = middle }
    }
    return StrengthDuration(points: points, rheobase: rheobase, chronaxie: (low + high) / 2)
  }

  /// Fit of Weiss's law, I = b (1 + c/t), by least squares of the relative error.
  ///
  /// - Returns: rheobase b in mA and chronaxie c in us; nil for fewer than two widths.
  public var weiss: (rheobase: Double, chronaxie: Double)? {
    // Linear in b and b c: I = b + bc / t, each equation divided by its I.
    var sums = (aa: 0.0, ab: 0.0, bb: 0.0, a: 0.0, b: 0.0)
    for point in points {
      let a = 1 / point.threshold
      let b = 1 / (point.width * point.threshold)
      sums.aa += a * a
      sums.ab += a * b
      sums.bb += b * b
      sums.a += a
      sums.b += b
    }
    let determinant = sums.aa * sums.bb - sums.ab * sums.ab
    guard points.count >= 2, determinant > 0 else { return nil }
    let rheobase = (sums.a * sums.bb - sums.b * sums.ab) / determinant
    let slope = (sums.b * sums.aa - sums.a * sums.ab) / determinant
    return (rheobase, slope / rheobase)
  }
}
