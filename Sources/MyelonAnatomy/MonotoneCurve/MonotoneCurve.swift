/// A smooth curve through given points that never overshoots them: piecewise cubic Hermite interpolation.
///
/// Slopes are the weighted harmonic means of Fritsch & Butland (1984, SIAM J Sci Stat Comput 5:300), zero at
/// extremes, so the curve is monotone wherever the points are. Beyond the ends the value is held.
public struct MonotoneCurve: Sendable, Hashable {
  let positions: [Double]
  let values: [Double]
  let slopes: [Double]

  /// Makes a curve through points with rising positions; at least one point is needed.
  public init(positions: [Double], values: [Double]) {
    precondition(
      positions.count == values.count && !positions.isEmpty,
      "A curve needs as many values as positions: \(positions.count) and \(values.count)")
    self.positions = positions
    self.values = values
    self.slopes = Self.slopes(positions, values)
  }

  private static func slopes(_ x: [Double], _ y: [Double]) -> [Double] {
    var slopes = [Double](repeating: 0, count: x.count)
    guard x.count > 2 else { return slopes }
    for i in 1..<(x.count - 1) {
      let before = x[i] - x[i - 1]
      let after = x[i + 1] - x[i]
      let left = (y[i] - y[i - 1]) / before
      let right = (y[i + 1] - y[i]) / after
      if left * right > 0 {
        let first = 2 * after + before
        let second = after + 2 * before
        slopes[i] = (first + second) / (first / left + second / right)
      }
    }
    return slopes
  }

  /// Value at a position.
  public func value(at position: Double) -> Double {
    let (i, t) = Self.locate(position, in: positions)
    guard i + 1 < positions.count else { return values[i] }
    let h = positions[i + 1] - positions[i]
    let t2 = t * t
    let t3 = t2 * t
    let fromValues = (2 * t3 - 3 * t2 + 1) * values[i] + (3 * t2 - 2 * t3) * values[i + 1]
    let fromSlopes = (t3 - 2 * t2 + t) * slopes[i] + (t3 - t2) * slopes[i + 1]
    return fromValues + h * fromSlopes
  }

  /// Interval that holds a position and the fraction of the way through it, held at the ends.
  static func locate(_ position: Double, in positions: [Double]) -> (index: Int, fraction: Double) {
    let last = positions.count - 1
    if last == 0 || position <= positions[0] { return (0, 0) }
    if position >= positions[last] { return (last, 0) }
    var low = 0
    var high = last
    while high - low > 1 {
      let middle = (low + high) / 2
      if positions[middle] <= position { low = middle } else { high = middle }
    }
    return (low, (position - positions[low]) / (positions[high] - positions[low]))
  }
}
