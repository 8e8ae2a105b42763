/// Least squares by Householder reflections: X = Q R without forming XᵀX.
///
/// Golub & Van Loan, Matrix Computations, 4th ed., section 5.3. Columns are not pivoted; a column that is a combination
/// of those before it is refused.
struct LeastSquares {
  /// The coefficients that minimise the sum of squares.
  let coefficients: [Double]
  /// The inverse of XᵀX.
  let inverseCrossProduct: DenseMatrix
  /// Observed minus fitted.
  let residuals: [Double]

  init(design: DenseMatrix, response: [Double], what: String) throws(StatisticsError) {
    let rows = design.rows
    let columns = design.columns
    guard rows >= columns, columns >= 1 else {
      throw .tooFew(what: "rows", required: max(columns, 1), found: rows)
    }
    try StatisticsError.requireLength(response.count, rows, "responses")
    var r = design
    var rotated = response
    let lengths = (0..<columns).map { column in
      design.column(column).reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    for column in 0..<columns {
      Self.reflect(&r, &rotated, column)
      guard abs(r[column, column]) > 1e-11 * lengths[column], lengths[column] > 0 else {
        throw .singular(what: what)
      }
    }
    coefficients = Self.backSubstitute(r, rotated)
    inverseCrossProduct = Self.inverseCrossProduct(r)
    var residuals = response
    for (row, fitted) in design.times(coefficients).enumerated() { residuals[row] -= fitted }
    self.residuals = residuals
  }

  /// Maps a column to its diagonal element and applies the same reflection to what is right of it.
  private static func reflect(_ r: inout DenseMatrix, _ response: inout [Double], _ column: Int) {
    let rows = r.rows
    var norm = 0.0
    for row in column..<rows { norm += r[row, column] * r[row, column] }
    norm = norm.squareRoot()
    guard norm > 0 else { return }
    let diagonal = r[column, column]
    let target = diagonal > 0 ? -norm : norm
    var vector = (column..<rows).map { r[$0, column] }
    vector[0] -= target
    let square = vector.reduce(0) { $0 + $1 * $1 }
    guard square > 0 else { return }
    for other in column..<r.columns {
      var dot = 0.0
      for row in column..<rows { dot += vector[row - column] * r[row, other] }
      let factor = 2 * dot / square
      for row in column..<rows { r[row, other] -= factor * vector[row - column] }
    }
    var dot = 0.0
    for row in column..<rows { dot += vector[row - column] * response[row] }
    let factor = 2 * dot / square
    for row in column..<rows { response[row] -= factor * vector[row - column] }
    r[column, column] = target
  }

  private static func backSubstitute(_ r: DenseMatrix, _ right: [Double]) -> [Double] {
    var x = Array(right.prefix(r.columns))
    for row in stride(from: r.columns - 1, through: 0, by: -1) {
      for column in stride(from: row + 1, to: r.columns, by: 1) { x[row] -= r[row, column] * x[column] }
      x[row] /= r[row, row]
    }
    return x
  }

  /// R⁻¹ R⁻ᵀ.
  private static func inverseCrossProduct(_ r: DenseMatrix) -> DenseMatrix {
    let size = r.columns
    var inverse = DenseMatrix(rows: size, columns: size)
    for column in 0..<size {
      var unit = [Double](repeating: 0, count: size)
      unit[column] = 1
      let solution = backSubstitute(r, unit)
      for row in 0..<size { inverse[row, column] = solution[row] }
    }
    return inverse.times(inverse.transposed)
  }
}
