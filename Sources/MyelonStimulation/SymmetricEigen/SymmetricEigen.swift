/// Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations.
///
/// Golub & Van Loan, Matrix Computations, section 8.5. Rotations are orthogonal, so the result is accurate to rounding of the
/// largest eigenvalue.
struct SymmetricEigen {
  let size: Int
  /// Eigenvalues, in no order.
  let values: [Double]
  /// Element (row, mode) at row * size + mode.
  let vectors: [Double]

  /// Element of an eigenvector.
  func vector(_ mode: Int, _ row: Int) -> Double { vectors[row * size + mode] }

  /// Decomposes a matrix given by rows.
  init(_ matrix: [Double], size n: Int) {
    precondition(matrix.count == n * n, "A matrix of size \(n) has \(n * n) elements; found \(matrix.count)")
    var a = matrix
    var v = [Double](repeating: 0, count: n * n)
    for i in 0..<n { v[i * n + i] = 1 }
    a.withUnsafeMutableBufferPointer { aBuffer in
      v.withUnsafeMutableBufferPointer { vBuffer in
        guard let a = aBuffer.baseAddress, let v = vBuffer.baseAddress else { return }
        Self.rotate(a, v, n)
      }
    }
    size = n
    values = (0..<n).map { a[$0 * n + $0] }
    vectors = v
  }

  private static func rotate(_ a: UnsafeMutablePointer<Double>, _ v: UnsafeMutablePointer<Double>, _ n: Int) {
    // Convergence is quadratic; eight sweeps are usual, 60 are a guard.
    for _ in 0..<60 {
      var isDone = true
      for p in 0..<n - 1 {
        for q in p + 1..<n {
          let off = a[p * n + q]
          let size = abs(a[p * n + p] * a[q * n + q]).squareRoot()
          guard abs(off) > 1e-16 * size, off != 0 else { continue }
          isDone = false
          let theta = (a[q * n + q] - a[p * n + p]) / (2 * off)
          let t = (theta >= 0 ? 1.0 : -1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<n {
            let x = a[k * n + p]
            let y = a[k * n + q]
            a[k * n + p] = c * x - s * y
            a[k * n + q] = s * x + c * y
          }
          for k in 0..<n {
            let x = a[p * n + k]
            let y = a[q * n + k]
            a[p * n + k] = c * x - s * y
            a[q * n + k] = s * x + c * y
            let z = v[k * n + p]
            let r = v[k * n + q]
            v[k * n + p] = c * z - s * r
            v[k * n + q] = s * z + c * r
          }
          a[p * n + q] = 0
          a[q * n + p] = 0
        }
      }
      if isDone { return }
    }
  }
}
