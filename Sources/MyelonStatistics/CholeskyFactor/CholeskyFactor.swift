/// The lower triangular L of a symmetric positive definite matrix A = L Lᵀ.
public struct CholeskyFactor: Sendable {
  /// The factor; zero above the diagonal.
  public let lower: DenseMatrix

  /// Factors a matrix.
  ///
  /// - Parameters:
  ///   - matrix: a symmetric matrix; only its lower triangle is read.
  ///   - what: what the matrix stands for, for the error.
  ///   - tolerance: share of a diagonal element below which its pivot counts as zero; by default where rounding has
  ///     eaten all but three of its digits.
  /// - Throws: `StatisticsError.singular` if a pivot counts as zero.
  public init(_ matrix: DenseMatrix, what: String = "The columns of a matrix", tolerance: Double = 1e-13)
    throws(StatisticsError)
  {
    precondition(matrix.rows == matrix.columns, "A Cholesky factor of \(matrix.rows) x \(matrix.columns)")
    var lower = DenseMatrix(rows: matrix.rows, columns: matrix.rows)
    for row in 0..<matrix.rows {
      for column in 0...row {
        var sum = matrix[row, column]
        for inner in 0..<column { sum -= lower[row, inner] * lower[column, inner] }
        guard row == column else {
          lower[row, column] = sum / lower[column, column]
          continue
        }
        guard sum > tolerance * matrix[row, row], sum.isFinite else { throw .singular(what: what) }
        lower[row, row] = sum.squareRoot()
      }
    }
    self.lower = lower
  }

  /// The x with L x = b.
  public func solveLower(_ right: [Double]) -> [Double] {
    var x = right
    for row in 0..<lower.rows {
      var sum = x[row]
      for column in 0..<row { sum -= lower[row, column] * x[column] }
      x[row] = sum / lower[row, row]
    }
    return x
  }

  /// The x with A x = b.
  public func solve(_ right: [Double]) -> [Double] {
    var x = solveLower(right)
    for row in stride(from: lower.rows - 1, through: 0, by: -1) {
      var sum = x[row]
      for below in stride(from: row + 1, to: lower.rows, by: 1) { sum -= lower[below, row] * x[below] }
      x[row] = sum / lower[row, row]
    }
    return x
  }

  /// The inverse of A.
  public var inverse: DenseMatrix {
    var result = DenseMatrix(rows: lower.rows, columns: lower.rows)
    for column in 0..<lower.rows {
      var unit = [Double](repeating: 0, count: lower.rows)
      unit[column] = 1
      let solution = solve(unit)
      for row in 0..<lower.rows { result[row, column] = solution[row] }
    }
    return result
  }

  /// The product of L with a vector.
  public func times(_ vector: [Double]) -> [Double] { lower.times(vector) }
}
