/// Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's cyclic rotations.
///
/// Slower than tridiagonal reduction but accurate in small eigenvalues too, and simple; meant for some hundred rows
/// (Golub & Van Loan, Matrix Computations, 4th ed., section 8.5).
public struct SymmetricEigen: Sendable {
  /// The eigenvalues, in the order of the vectors.
  public let values: [Double]
  /// The eigenvectors, one a column.
  public let vectors: DenseMatrix

  /// Decomposes a matrix.
  ///
  /// - Parameter matrix: a symmetric matrix of finite numbers.
  /// - Throws: `StatisticsError.notConverged` after 60 sweeps, which finite symmetric matrices do not need.
  public init(_ matrix: DenseMatrix) throws(StatisticsError) {
    precondition(matrix.rows == matrix.columns, "Eigenvalues of \(matrix.rows) x \(matrix.columns)")
    let size = matrix.rows
    var work = matrix.elements
    var basis = [Double](repeating: 0, count: size * size)
    for index in 0..<size { basis[index * size + index] = 1 }
    // Below this an element is rounding of the largest ones.
    let floor = 1e-18 * (work.lazy.map { abs($0) }.max() ?? 0)
    var sweeps = 0
    // Rotations go on until every element off the diagonal has vanished beside its two diagonal ones.
    while work.withUnsafeMutableBufferPointer({ a in
      basis.withUnsafeMutableBufferPointer { Self.sweep(a, $0, size, floor) }
    }) {
      sweeps += 1
      guard sweeps < 60 else { throw .notConverged(what: "Eigenvalues", iterations: sweeps) }
    }
    values = (0..<size).map { work[$0 * size + $0] }
    var vectors = DenseMatrix(rows: size, columns: size)
    // The rotations act on rows of the basis, which are the vectors.
    for row in 0..<size {
      for column in 0..<size { vectors[column, row] = basis[row * size + column] }
    }
    self.vectors = vectors
  }

  /// Rotates every pair once; returns whether any rotation was needed.
  private static func sweep(
    _ a: UnsafeMutableBufferPointer<Double>, _ basis: UnsafeMutableBufferPointer<Double>, _ size: Int,
    _ floor: Double
  ) -> Bool {
    var rotated = false
    for p in stride(from: 0, to: size - 1, by: 1) {
      for q in (p + 1)..<size {
        let off = a[p &* size &+ q]
        let scale = abs(a[p &* size &+ p] * a[q &* size &+ q]).squareRoot()
        guard abs(off) > 1e-17 * scale, abs(off) > floor else { continue }
        rotated = true
        let theta = (a[q &* size &+ q] - a[p &* size &+ p]) / (2 * off)
        let t = (theta >= 0 ? 1.0 : -1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
        let c = 1 / (t * t + 1).squareRoot()
        rotate(a, size, p, q, cosine: c, sine: t * c)
        for column in 0..<size {
          let x = basis[p &* size &+ column]
          let y = basis[q &* size &+ column]
          basis[p &* size &+ column] = c * x - t * c * y
          basis[q &* size &+ column] = t * c * x + c * y
        }
      }
    }
    return rotated
  }

  /// A <- Jᵀ A J for the rotation J in the plane of p and q; the element between them becomes exactly zero.
  private static func rotate(
    _ a: UnsafeMutableBufferPointer<Double>, _ size: Int, _ p: Int, _ q: Int, cosine: Double, sine: Double
  ) {
    for k in 0..<size {
      let x = a[p &* size &+ k]
      let y = a[q &* size &+ k]
      a[p &* size &+ k] = cosine * x - sine * y
      a[q &* size &+ k] = sine * x + cosine * y
    }
    for k in 0..<size {
      let x = a[k &* size &+ p]
      let y = a[k &* size &+ q]
      a[k &* size &+ p] = cosine * x - sine * y
      a[k &* size &+ q] = sine * x + cosine * y
    }
    a[p &* size &+ q] = 0
    a[q &* size &+ p] = 0
  }
}
