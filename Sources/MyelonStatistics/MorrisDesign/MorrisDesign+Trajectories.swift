import MyelonRandom

extension MorrisDesign {
  /// Keeps the streams apart from others of the same seed; any constant will do.
  private static let purpose: UInt64 = 0x4D4F_5252_4953_5752

  static func trajectories(parameters: Int, blocks: Int, levels: Int, candidates: Int, seed: UInt64)
    -> DenseMatrix
  {
    let walks = (0..<candidates).map { candidate in
      var stream = RandomStream(seed: seed ^ purpose, entity: UInt32(truncatingIfNeeded: candidate))
      return walk(parameters: parameters, levels: levels, stream: &stream)
    }
    let chosen = candidates == blocks ? Array(0..<blocks) : spread(walks, blocks: blocks)
    var points = DenseMatrix(rows: blocks * (parameters + 1), columns: parameters)
    points.elements = chosen.flatMap { walks[$0].elements }
    return points
  }

  /// One random walk: a start on the lower or upper half of the grid of each parameter, then one step of each.
  private static func walk(parameters: Int, levels: Int, stream: inout RandomStream) -> DenseMatrix {
    let cell = 1 / Double(levels - 1)
    let step = Double(levels) / 2 * cell
    var walk = DenseMatrix(rows: parameters + 1, columns: parameters)
    var place = [Double](repeating: 0, count: parameters)
    var direction = place
    for parameter in 0..<parameters {
      let level = Double(stream.index(below: levels / 2)) * cell
      let up = stream.index(below: 2) == 1
      place[parameter] = up ? level : level + step
      direction[parameter] = up ? step : -step
    }
    for (column, value) in place.enumerated() { walk[0, column] = value }
    for (run, parameter) in stream.permutation(count: parameters).enumerated() {
      place[parameter] += direction[parameter]
      for (column, value) in place.enumerated() { walk[run + 1, column] = value }
    }
    return walk
  }

  /// Indices of walks that lie far apart: the farthest pair, then always the one farthest from all chosen.
  private static func spread(_ walks: [DenseMatrix], blocks: Int) -> [Int] {
    let count = walks.count
    var squares = [Double](repeating: 0, count: count * count)
    for first in 0..<count {
      for second in stride(from: first + 1, to: count, by: 1) {
        let distance = distance(walks[first], walks[second])
        squares[first * count + second] = distance * distance
        squares[second * count + first] = distance * distance
      }
    }
    var best = (0, 1)
    for first in 0..<count {
      for second in stride(from: first + 1, to: count, by: 1)
      where squares[first * count + second] > squares[best.0 * count + best.1] { best = (first, second) }
    }
    var chosen = [best.0, best.1]
    while chosen.count < blocks {
      var farthest = (index: -1, sum: -1.0)
      for candidate in 0..<count where !chosen.contains(candidate) {
        let sum = chosen.reduce(0) { $0 + squares[candidate * count + $1] }
        if sum > farthest.sum { farthest = (candidate, sum) }
      }
      chosen.append(farthest.index)
    }
    return chosen
  }

  /// Sum of the distances between all points of two walks.
  private static func distance(_ first: DenseMatrix, _ second: DenseMatrix) -> Double {
    var total = 0.0
    let columns = first.columns
    for i in 0..<first.rows {
      for j in 0..<second.rows {
        var square = 0.0
        for column in 0..<columns {
          let difference = first.elements[i &* columns &+ column] - second.elements[j &* columns &+ column]
          square += difference * difference
        }
        total += square.squareRoot()
      }
    }
    return total
  }
}
