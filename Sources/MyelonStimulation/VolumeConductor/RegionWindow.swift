import MyelonFields

/// The part of a grid that lead fields are kept in, and how insulators in it are filled.
struct RegionWindow: Sendable {
  /// Cells along x, y and z.
  let ranges: [Range<Int>]
  private let grid: RectilinearGrid
  /// Cells that get a value from neighbours, in order, and those neighbours; all as indices of the window.
  private var targets: [(cell: Int, sources: [Int])] = []

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
    targets = fillTargets(reached)
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
    for target in targets {
      let sum = target.sources.reduce(Float(0)) { $0 + values[$1] }
      values[target.cell] = sum / Float(target.sources.count)
    }
    return values
  }

  /// Insulating cells next to tissue, layer by layer, with the neighbours that have a value by then: no
  /// current crosses their surface, so the potential has no slope there.
  private func fillTargets(_ reached: [UInt8]) -> [(cell: Int, sources: [Int])] {
    let (nx, ny, nz) = (ranges[0].count, ranges[1].count, ranges[2].count)
    var known = [UInt8](repeating: 0, count: count)
    var at = 0
    for k in ranges[2] {
      for j in ranges[1] {
        let row = (k * grid.ny + j) * grid.nx
        for i in ranges[0] {
          known[at] = reached[row + i]
          at += 1
        }
      }
    }
    guard known.contains(0) else { return [] }
    var targets: [(cell: Int, sources: [Int])] = []
    for _ in 0..<Self.depth {
      let first = targets.count
      for k in 0..<nz {
        for j in 0..<ny {
          for i in 0..<nx {
            let cell = (k * ny + j) * nx + i
            guard known[cell] == 0 else { continue }
            var sources: [Int] = []
            if i > 0, known[cell - 1] != 0 { sources.append(cell - 1) }
            if i < nx - 1, known[cell + 1] != 0 { sources.append(cell + 1) }
            if j > 0, known[cell - nx] != 0 { sources.append(cell - nx) }
            if j < ny - 1, known[cell + nx] != 0 { sources.append(cell + nx) }
            if k > 0, known[cell - nx * ny] != 0 { sources.append(cell - nx * ny) }
            if k < nz - 1, known[cell + nx * ny] != 0 { sources.append(cell + nx * ny) }
            if !sources.isEmpty { targets.append((cell, sources)) }
          }
        }
      }
      for target in targets[first...] { known[target.cell] = 1 }
    }
    return targets
  }
}
