import Foundation

/// Faces of cells along one axis: uniform zones joined by cells that grow smoothly.
///
/// Two neighbouring cells never differ by more than the growth ratio, up to rounding.
enum GradedAxis {
  /// A stretch of uniform cells.
  struct Zone: Hashable {
    /// Lower and upper end, mm; a whole number of cells apart.
    var low: Double
    var high: Double
    /// Edge of a cell, mm.
    var step: Double
  }

  /// Faces that hold all zones and reach at least to the bounds.
  ///
  /// - Parameters:
  ///   - zones: in order, not overlapping; the first cells beyond them grow from their steps.
  ///   - bounds: positions that the outermost faces reach or pass, mm.
  ///   - largest: largest edge of a cell, mm.
  ///   - growth: ratio of neighbouring cells, above 1.
  /// - Returns: rising positions, mm.
  static func faces(
    zones: [Zone], bounds: ClosedRange<Double>, largest: Double, growth: Double
  ) -> [Double] {
    guard let first = zones.first, let last = zones.last else {
      return [bounds.lowerBound, bounds.upperBound]
    }
    var faces = outward(from: first.low, step: first.step, to: bounds.lowerBound, largest, growth).reversed()
      .map { $0 }
    for (index, zone) in zones.enumerated() {
      if index > 0 {
        let before = zones[index - 1]
        let sizes = bridge(zone.low - before.high, before.step, zone.step, largest, growth)
        var position = before.high
        for size in sizes.dropLast() {
          position += size
          faces.append(position)
        }
      }
      let count = max(1, Int(((zone.high - zone.low) / zone.step).rounded()))
      for cell in 0...count {
        let share = Double(cell) / Double(count)
        faces.append(zone.low + share * (zone.high - zone.low))
      }
    }
    return faces + outward(from: last.high, step: last.step, to: bounds.upperBound, largest, growth)
  }

  /// Positions from a zone's end outward, without that end, until the bound is reached.
  private static func outward(
    from start: Double, step: Double, to bound: Double, _ largest: Double, _ growth: Double
  ) -> [Double] {
    let sign: Double = bound < start ? -1 : 1
    var position = start
    var size = step
    var result: [Double] = []
    while sign * (bound - position) > 1e-9 {
      size = min(max(step, largest), size * growth)
      position += sign * size
      result.append(position)
    }
    return result
  }

  /// Sizes of the cells that fill a gap between two zones.
  ///
  /// As few cells as cover it with sizes `min(a g^(k+1), b g^(n-k), largest)`, then all scaled alike to fit.
  private static func bridge(
    _ length: Double, _ a: Double, _ b: Double, _ largest: Double, _ growth: Double
  ) -> [Double] {
    func sizes(_ count: Int) -> [Double] {
      (0..<count).map { k in
        let left = a * Foundation.pow(growth, Double(k + 1))
        let right = b * Foundation.pow(growth, Double(count - k))
        return min(left, right, max(largest, a, b))
      }
    }
    var count = 1
    while sizes(count).reduce(0, +) < length, count < 10_000 { count += 1 }
    let raw = sizes(count)
    let scale = length / raw.reduce(0, +)
    return raw.map { $0 * scale }
  }
}
