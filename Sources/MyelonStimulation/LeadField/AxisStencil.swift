/// Cubic interpolation along one axis of unequal cells: the four values to take and their weights.
///
/// A Hermite cubic between two cell centres whose slopes are those of the parabola through each centre and
/// its neighbours (Catmull and Rom 1974 on unequal distances): continuous with its first derivative, exact
/// for parabolas, local to two cells on either side, so that a kink of the field at a jump of conductivity
/// disturbs no more than those. Beyond the first and the last centre the line goes straight on to the surface
/// of the box, and is held outside.
struct AxisStencil {
  /// Index of the first of the four values.
  var first = 0
  /// Their weights.
  var weights = SIMD4<Double>()

  init(_ wanted: Double, centres: [Double], low: Double, high: Double) {
    let last = centres.count - 1
    guard last > 0 else {
      weights[0] = 1
      return
    }
    let position = min(max(wanted, low), high)
    if position <= centres[0] || position >= centres[last] {
      let base = position <= centres[0] ? 0 : last - 1
      let share = (position - centres[base]) / (centres[base + 1] - centres[base])
      first = base
      weights[0] = 1 - share
      weights[1] = share
      return
    }
    let cell = Self.interval(position, centres)
    first = cell - 1
    let width = centres[cell + 1] - centres[cell]
    let t = (position - centres[cell]) / width
    let (t2, t3) = (t * t, t * t * t)
    weights[1] = 2 * t3 - 3 * t2 + 1
    weights[2] = 3 * t2 - 2 * t3
    addSlope(at: cell, offset: 1, factor: (t3 - 2 * t2 + t) * width, centres)
    addSlope(at: cell + 1, offset: 2, factor: (t3 - t2) * width, centres)
    if first < 0 {
      // The slope at an end uses two values, so the weight of the one beyond is zero.
      first = 0
      weights = SIMD4(weights[1], weights[2], weights[3], 0)
    }
  }

  /// Adds the weights of the slope at a centre.
  private mutating func addSlope(at node: Int, offset: Int, factor: Double, _ centres: [Double]) {
    if node == 0 || node == centres.count - 1 {
      let base = node == 0 ? 0 : node - 1
      let inverse = factor / (centres[base + 1] - centres[base])
      weights[offset + base - node] -= inverse
      weights[offset + base - node + 1] += inverse
      return
    }
    let below = centres[node] - centres[node - 1]
    let above = centres[node + 1] - centres[node]
    weights[offset - 1] -= factor * above / (below * (below + above))
    weights[offset] += factor * (above - below) / (below * above)
    weights[offset + 1] += factor * below / (above * (below + above))
  }

  /// Index of the centre at or below a position between the first and the last.
  private static func interval(_ position: Double, _ centres: [Double]) -> Int {
    var low = 0
    var high = centres.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if centres[middle] <= position { low = middle } else { high = middle }
    }
    return low
  }
}
