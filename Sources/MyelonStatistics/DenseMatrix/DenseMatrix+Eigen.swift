import MyelonSolvers

extension DenseMatrix {
  /// Eigenvalues and eigenvectors of a symmetric matrix.
  ///
  /// - Returns: the values, in no order, and the vectors, one a column.
  /// - Throws: `StatisticsError.notConverged`, which finite symmetric matrices do not meet.
  public func symmetricEigen() throws(StatisticsError) -> (values: [Double], vectors: DenseMatrix) {
    precondition(rows == columns, "Eigenvalues of \(rows) x \(columns)")
    let found = SymmetricEigen(elements, size: rows)
    guard found.hasConverged else {
      throw .notConverged(what: "Eigenvalues", iterations: SymmetricEigen.sweepLimit)
    }
    var vectors = DenseMatrix(rows: rows, columns: rows)
    for mode in 0..<rows {
      for row in 0..<rows { vectors[row, mode] = found.vector(mode, row) }
    }
    return (found.values, vectors)
  }
}
