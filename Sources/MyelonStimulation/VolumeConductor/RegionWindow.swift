import MyelonFields

/// The part of a grid that lead fields are kept in, and how insulators in it are filled.
struct RegionWindow: Sendable {
  /// Cells along x, y and z.
  let ranges: [Range<Int>]
  private let grid: RectilinearGrid
  /// Cells of the window that get a value from neighbours, in order.
  private var targets: [Int32] = []
  /// Which of the six neighbours give it, one bit each: low x, high x, low y and so on.
  private var sources: [UInt8] = []

  /// Cells beyond the region that are kept, so that the cubics and the filling see what they see on the whole
  /// grid.
  private static let margin = 2 + depth
  /// Layers of insulating cells that take a value from the tissue beside them: as many as the cubics reach.
  private static let depth = 3

  init(_ grid: RectilinearGrid, _ region: FieldRegion?, reached: [UInt8]) {
    self.grid = grid
    let axes: [[Double]] = [grid.x, grid.y, grid.z]
    ranges = (0..<3).map { axis in
      let cells = axes[axis].count - 1
      guard let region else { return 0..<cells }
      let first = max(0, GridPlace.cell(region.low[axis], axes[axis]) - Self.margin)
      let last = min(cells - 1, GridPlace.cell(region.high[axis], axes[axis]) + Self.margin)
      return first..<(max(first, last) + 1)
    }
    findTargets(reached)
  }

  /// Number of cells.
  var count: Int { ranges.reduce(1) { $0 * $1.count } }

  /// Middles of the cells along the axes, mm.
  var centres: [[Double]] {
    let axes: [[Double]] = [grid.x, grid.y, grid.z]
    return (0..<3).map { axis in ranges[axis].map { 0.5 * (axes[axis][$0] + axes[axis][$0 + 1]) } }
  }

  /// The corners of the window, mm.
  var limits: (low: SIMD3<Double>, high: SIMD3<Double>) {
    (
      SIMD3(grid.x[ranges[0].lowerBound], grid.y[ranges[1].lowerBound], grid.z[ranges[2].lowerBound]),
      SIMD3(grid.x[ranges[0].upperBound], grid.y[ranges[1].upperBound], grid.z[ranges[2].upperBound])
    )
  }

  /// Values of the window's cells, insulators filled.
  func values(_ body: (_ cell: Int, _ i: Int, _ j: Int, _ k: Int) -> Float) -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(count)
    for k in ranges[2] {
      for j in ranges[1] {
        let row = (k * grid.ny + j) * grid.nx
        for i in ranges[0] { values.append(body(row + i, i, j, k)) }
      }
    }
    fill(&values)
    return values
  }

  /// Distances of the six neighbours in the window's memory.
  private var steps: [Int] {
    let (row, layer) = (ranges[0].count, ranges[0].count * ranges[1].count)
    return [-1, 1, -row, row, -layer, layer]
  }

  /// Gives insulating cells near tissue the mean of their neighbours.
  private func fill(_ values: inout [Float]) {
    let steps = steps
    for at in targets.indices {
      let cell = Int(targets[at])
      var sum: Float = 0
      var count: Float = 0
      for side in 0..<6 where sources[at] & (1 << side) != 0 {
        sum += values[cell + steps[side]]
        count += 1
      }
      values[cell] = sum / count
    }
  }

  /// Finds insulating cells next to tissue, layer by layer, and the neighbours that have a value by then.
  ///
  /// No current crosses their surface, so the potential has no slope there and the mean of the neighbours
  /// carries it on.
  private mutating func findTargets(_ reached: [UInt8]) {
    var known: [UInt8] = []
    known.reserveCapacity(count)
    for k in ranges[2] {
      for j in ranges[1] {
        let row = (k * grid.ny + j) * grid.nx
        known.append(contentsOf: reached[(row + ranges[0].lowerBound)..<(row + ranges[0].upperBound)])
      }
    }
    guard known.contains(0) else { return }
    let (nx, ny, nz) = (ranges[0].count, ranges[1].count, ranges[2].count)
    let steps = steps
    for _ in 0..<Self.depth {
      let first = targets.count
      for k in 0..<nz {
        for j in 0..<ny {
          for i in 0..<nx {
            let cell = (k * ny + j) * nx + i
            guard known[cell] == 0 else { continue }
            let isInside = (i > 0, i < nx - 1, j > 0, j < ny - 1, k > 0, k < nz - 1)
            var bits: UInt8 = 0
            if isInside.0, known[cell + steps[0]] != 0 { bits |= 1 }
            if isInside.1, known[cell + steps[1]] != 0 { bits |= 2 }
            if isInside.2, known[cell + steps[2]] != 0 { bits |= 4 }
            if isInside.3, known[cell + steps[3]] != 0 { bits |= 8 }
            if isInside.4, known[cell + steps[4]] != 0 { bits |= 16 }
            if isInside.5, known[cell + steps[5]] != 0 { bits |= 32 }
            guard bits != 0 else { continue }
            targets.append(Int32(cell))
            sources.append(bits)
          }
        }
      }
      for target in targets[first...] { known[Int(target)] = 1 }
    }
  }
}
