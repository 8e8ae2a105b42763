/// Conjugate gradients in `Double` for an `EllipticOperator`, preconditioned by a multigrid cycle in `Float`.
///
/// The step along the new direction is the flexible one, β = -α (z·q)/(r·z)₀, which forgives that a cycle in
/// `Float` is symmetric only to rounding (Notay 2000, doi:10.1137/S1064827599362314) and costs one more
/// product. All sums run plane by plane, so the result has the same bits for any number of threads. A class,
/// because its memory must not be shared by copies.
public final class EllipticSolver {
  /// The operator.
  public let matrix: EllipticOperator
  /// The preconditioner.
  public let multigrid: EllipticMultigrid
  /// Result of `solve`.
  public let solution: PaddedBuffer<Double>

  private let residual: PaddedBuffer<Double>
  private let direction: PaddedBuffer<Double>
  private let image: PaddedBuffer<Double>
  private let sums: UnsafeMutablePointer<Double>
  private let moreSums: UnsafeMutablePointer<Double>
  private let executor: SlabExecutor

  /// Prepares the coarser grids and the memory.
  ///
  /// - Parameters:
  ///   - matrix: the operator, prepared.
  ///   - executor: the threads to use.
  public init(_ matrix: EllipticOperator, executor: SlabExecutor) {
    self.matrix = matrix
    self.executor = executor
    multigrid = EllipticMultigrid(matrix, executor: executor)
    residual = matrix.makeField()
    solution = matrix.makeField()
    direction = matrix.makeField()
    image = matrix.makeField()
    sums = .allocate(capacity: matrix.nz)
    sums.initialize(repeating: 0, count: matrix.nz)
    moreSums = .allocate(capacity: matrix.nz)
    moreSums.initialize(repeating: 0, count: matrix.nz)
  }

  deinit {
    sums.deallocate()
    moreSums.deallocate()
  }

  /// Bytes of the operator, the grids and the fields.
  public var bytes: Int { 48 * matrix.count + multigrid.bytes }

  /// Solves A u = b from zero.
  ///
  /// Without any link to ground the operator does not see constants: b must then sum to zero, and the result
  /// is defined up to a constant.
  ///
  /// - Parameters:
  ///   - tolerance: Euclidean norm of the residual over that of the right side to reach.
  ///   - limit: most iterations.
  ///   - fill: adds b to a field of zeros; called before the first iteration and again for the true residual.
  ///   - accept: asked with u once the tolerance is reached; iterations go on until it agrees.
  /// - Returns: what happened; `solution` holds u.
  public func solve(
    tolerance: Double, limit: Int, rightSide fill: (UnsafeMutablePointer<Double>) -> Void,
    accept: (UnsafeMutablePointer<Double>) -> Bool = { _ in true }
  ) -> EllipticSolution {
    for buffer in [solution, direction, image, residual] { buffer.clear() }
    fill(residual.values)
    let start = step(0)
    guard start > 0, start.isFinite else {
      return EllipticSolution(iterations: 0, relativeResidual: 0, isConverged: start == 0, history: [])
    }
    let goal = tolerance * tolerance * start
    var history: [Double] = []
    var isConverged = false
    var alpha = 0.0
    var previous = 0.0
    while !isConverged, history.count < limit {
      multigrid.cycle()
      let (rz, zq) = products()
      advanceDirection(previous > 0 ? -alpha * zq / previous : 0)
      let pq = matrix.apply(to: direction.values, into: image.values, sums: sums, executor: executor)
      guard rz > 0, pq > 0, rz.isFinite, pq.isFinite else { break }
      alpha = rz / pq
      previous = rz
      let square = step(alpha)
      history.append((square / start).squareRoot())
      isConverged = square <= goal && accept(solution.values)
    }
    let reached = trueResidual(fill) / start.squareRoot()
    return EllipticSolution(
      iterations: history.count, relativeResidual: reached, isConverged: isConverged, history: history)
  }

  /// p ← z + β p.
  private func advanceDirection(_ beta: Double) {
    let (p, z, plane) = (direction.values, multigrid.solution, matrix.plane)
    matrix.executePlanes(executor) { k in
      for i in (k &* plane)..<((k &+ 1) &* plane) { p[i] = Double(z[i]) + beta * p[i] }
    }
  }

  /// x ← x + α p, r ← r - α q, and the squared norm of r; r goes to the cycle's right side too.
  private func step(_ alpha: Double) -> Double {
    let (x, r, b) = (solution.values, residual.values, multigrid.rightSide)
    let (p, q, plane, sums) = (direction.values, image.values, matrix.plane, sums)
    matrix.executePlanes(executor) { k in
      let first = k &* plane
      for i in first..<(first &+ plane) {
        x[i] += alpha * p[i]
        let left = r[i] - alpha * q[i]
        r[i] = left
        b[i] = Float(left)
      }
      sums[k] = FieldSums.product(r + first, r + first, plane)
    }
    return FieldSums.total(sums, matrix.nz)
  }

  /// r · z and z · q.
  private func products() -> (Double, Double) {
    let (r, q, z) = (residual.values, image.values, multigrid.solution)
    let (plane, sums, moreSums) = (matrix.plane, sums, moreSums)
    matrix.executePlanes(executor) { k in
      let first = k &* plane
      sums[k] = FieldSums.product(r + first, z + first, plane)
      moreSums[k] = FieldSums.product(q + first, z + first, plane)
    }
    return (FieldSums.total(sums, matrix.nz), FieldSums.total(moreSums, matrix.nz))
  }

  /// Norm of b - A x, with b filled in once more.
  private func trueResidual(_ fill: (UnsafeMutablePointer<Double>) -> Void) -> Double {
    _ = matrix.apply(to: solution.values, into: image.values, sums: sums, executor: executor)
    direction.clear()
    fill(direction.values)
    let (p, q, plane, sums) = (direction.values, image.values, matrix.plane, sums)
    matrix.executePlanes(executor) { k in
      let first = k &* plane
      for i in first..<(first &+ plane) { p[i] -= q[i] }
      sums[k] = FieldSums.product(p + first, p + first, plane)
    }
    return FieldSums.total(sums, matrix.nz).squareRoot()
  }
}
