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
        name: "pulse width", found: widths.min() ?? 0, unit: "us", required: "above 0, and at least one given"
      )
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

  /// Fit of Weiss's law, charge = b (t + c), to the pulses of up to 1 ms.
  ///
  /// A straight line of charge against width by least squares, as the law is usually fitted. Longer pulses are left out: the
  /// threshold stops falling there, while the law goes on.
  ///
  /// - Returns: rheobase b in mA and chronaxie c in us; nil for fewer than two such widths.
  public var weiss: (rheobase: Double, chronaxie: Double)? {
    let short = points.filter { $0.width <= 1000 }
    guard short.count >= 2 else { return nil }
    let count = Double(short.count)
    let width = short.reduce(0) { $0 + $1.width } / count
    let charge = short.reduce(0) { $0 + $1.width * $1.threshold } / count
    let across = short.reduce(0) { $0 + ($1.width - width) * ($1.width * $1.threshold - charge) }
    let along = short.reduce(0) { $0 + ($1.width - width) * ($1.width - width) }
    guard along > 0, across != 0 else { return nil }
    let rheobase = across / along
    return (rheobase, charge / rheobase - width)
  }
}
