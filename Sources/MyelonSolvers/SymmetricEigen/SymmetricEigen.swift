/// Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's cyclic rotations.
///
/// Slower than tridiagonal reduction but accurate in small eigenvalues too, and simple; meant for some hundred rows
/// (Golub & Van Loan, Matrix Computations, 4th ed., section 8.5). Convergence is quadratic: eight sweeps are usual.
public struct SymmetricEigen: Sendable {
  /// Number of rows.
  public let size: Int
  /// The eigenvalues, in no order.
  public let values: [Double]
  /// Whether rotations came to an end; false after `sweepLimit` sweeps, which finite matrices do not need.
  public let hasConverged: Bool
  /// The eigenvectors one after the other.
  private let vectors: [Double]

  /// Most sweeps.
  public static let sweepLimit = 60

  /// Element `row` of the eigenvector of value `mode`.
  public func vector(_ mode: Int, _ row: Int) -> Double { vectors[mode * size + row] }

  /// Decomposes a matrix.
  ///
  /// - Parameters:
  ///   - matrix: a symmetric matrix of finite numbers, row after row, `size * size` values.
  ///   - size: number of rows.
  public init(_ matrix: [Double], size: Int) {
    precondition(
      matrix.count == size * size,
      "A matrix of \(size) rows has \(size * size) elements; found \(matrix.count)")
    var work = matrix
    var basis = [Double](repeating: 0, count: size * size)
    for index in 0..<size { basis[index * size + index] = 1 }
    // Below this an element is rounding of the largest ones.
    let floor = 1e-18 * (work.lazy.map { abs($0) }.max() ?? 0)
    var sweeps = 0
    // Rotations go on until every element off the diagonal has vanished beside its two diagonal ones.
    while sweeps < Self.sweepLimit,
      work.withUnsafeMutableBufferPointer({ a in
        basis.withUnsafeMutableBufferPointer { Self.sweep(a, $0, size, floor) }
      })
    {
      sweeps += 1
    }
    self.size = size
    hasConverged = sweeps < Self.sweepLimit
    values = (0..<size).map { work[$0 * size + $0] }
    // The rotations act on rows of the basis, which are the vectors.
    vectors = basis
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
