import MyelonSolvers

extension EllipticMultigrid {
  /// Added to the diagonal of the coarsest grid, relative to its mean; assumed because it must be far above
  /// the rounding of `Double` and far below what any grounded domain of interest has.
  static var shift: Double { 1e-11 }

  /// Factors of the coarsest operator; idle cells stand alone.
  static func factor(of grid: EllipticOperator) -> CholeskyFactor? {
    let order = grid.count
    guard order <= 4 * directCells else { return nil }
    var matrix = [Double](repeating: 0, count: order * order)
    func join(_ a: Int, _ b: Int, _ conductance: Float) {
      matrix[a * order + a] += Double(conductance)
      matrix[b * order + b] += Double(conductance)
      matrix[a * order + b] -= Double(conductance)
      matrix[b * order + a] -= Double(conductance)
    }
    for i in 0..<order {
      if grid.alongX[i] > 0 { join(i - 1, i, grid.alongX[i]) }
      if grid.alongY[i] > 0 { join(i - grid.nx, i, grid.alongY[i]) }
      if grid.alongZ[i] > 0 { join(i - grid.plane, i, grid.alongZ[i]) }
    }
    for link in grid.links { matrix[link.cell * order + link.cell] += Double(link.conductance) }
    let mean = (0..<order).reduce(0.0) { $0 + matrix[$1 * order + $1] } / Double(order)
    for i in 0..<order {
      let diagonal = matrix[i * order + i]
      matrix[i * order + i] = diagonal > 0 ? diagonal * (1 + shift) + shift * mean : max(mean, 1)
    }
    return CholeskyFactor(matrix, order: order)
  }
}
