import MyelonFields

/// Finds the cells that are joined to given ones, through tissue or through metal.
///
/// Sweeps up and down through memory until nothing is added: no queue, one byte a cell.
struct ConductorFlood {
  private let matrix: EllipticOperator
  private let metal: [[Int]]

  init(_ matrix: EllipticOperator, metal: [[Int]]) {
    self.matrix = matrix
    self.metal = metal
  }

  /// Cells joined to the seeds: 1, the others 0.
  func reach(from seeds: [Int]) -> [UInt8] {
    var reached = [UInt8](repeating: 0, count: matrix.count)
    for seed in seeds { reached[seed] = 1 }
    var added = true
    while added {
      added = reached.withUnsafeMutableBufferPointer { sweep($0) }
      for cells in metal where cells.contains(where: { reached[$0] != 0 }) {
        for cell in cells where reached[cell] == 0 {
          reached[cell] = 1
          added = true
        }
      }
    }
    return reached
  }

  private func sweep(_ reached: UnsafeMutableBufferPointer<UInt8>) -> Bool {
    let (row, layer, count) = (matrix.nx, matrix.nx * matrix.ny, matrix.count)
    let (gx, gy, gz) = (matrix.alongX, matrix.alongY, matrix.alongZ)
    var added = false
    @inline(__always) func visit(_ i: Int) {
      guard reached[i] == 0 else { return }
      // A face of the low end has no conductance, so the neighbour's place is only read where it exists.
      let isJoined =
        (gx[i] > 0 && reached[i &- 1] != 0) || (gx[i &+ 1] > 0 && i &+ 1 < count && reached[i &+ 1] != 0)
        || (gy[i] > 0 && reached[i &- row] != 0) || (gy[i &+ row] > 0 && reached[i &+ row] != 0)
        || (gz[i] > 0 && reached[i &- layer] != 0) || (gz[i &+ layer] > 0 && reached[i &+ layer] != 0)
      guard isJoined else { return }
      reached[i] = 1
      added = true
    }
    for i in 0..<count { visit(i) }
    for i in stride(from: count - 1, through: 0, by: -1) { visit(i) }
    return added
  }
}
