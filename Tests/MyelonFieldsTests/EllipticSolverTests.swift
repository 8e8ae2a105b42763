import MyelonFields
import MyelonSolvers
import MyelonTestSupport
import Testing

@Suite("Multigrid conjugate gradients")
struct EllipticSolverTests {
  let executor = SlabExecutor(threads: 2)

  /// An operator of random faces and links on a small box of unequal cells.
  private func randomOperator(_ random: inout SeededGenerator, _ counts: [Int], links: Int)
    -> EllipticOperator
  {
    let widths = counts.map { count in (0..<count).map { _ in random.number(in: 0.2...3) } }
    let matrix = EllipticOperator(widths: widths)
    for k in 0..<matrix.nz {
      for j in 0..<matrix.ny {
        for i in 0..<matrix.nx {
          let at = (k * matrix.ny + j) * matrix.nx + i
          if i > 0 { matrix.alongX[at] = Float(random.number(in: 0.01...2)) }
          if j > 0 { matrix.alongY[at] = Float(random.number(in: 0.01...2)) }
          if k > 0 { matrix.alongZ[at] = Float(random.number(in: 0.01...2)) }
        }
      }
    }
    let chosen = (0..<links).map { _ in
      GroundLink(
        cell: Int(random.number(in: 0...(Double(matrix.count) - 0.5))), axis: 1,
        conductance: Float(random.number(in: 0.1...1)))
    }
    matrix.prepare(links: chosen, executor: executor)
    return matrix
  }

  /// The same operator as a full matrix.
  private func dense(_ matrix: EllipticOperator) -> [Double] {
    let n = matrix.count
    var full = [Double](repeating: 0, count: n * n)
    for (along, stride) in [
      (matrix.alongX, 1), (matrix.alongY, matrix.nx), (matrix.alongZ, matrix.nx * matrix.ny),
    ] {
      for upper in stride..<n where along[upper] > 0 {
        let (lower, g) = (upper - stride, Double(along[upper]))
        full[upper * n + upper] += g
        full[lower * n + lower] += g
        full[upper * n + lower] -= g
        full[lower * n + upper] -= g
      }
    }
    for link in matrix.links { full[link.cell * n + link.cell] += Double(link.conductance) }
    return full
  }

  @Test("The solution is that of the full matrix by factors", arguments: [1, 2, 3, 4])
  func twin(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let matrix = randomOperator(&random, [13, 9 + Int(seed), 11], links: 5)
    let right = (0..<matrix.count).map { _ in random.number(in: -1...1) }
    let exact = try #require(CholeskyFactor(dense(matrix), order: matrix.count)).solution(of: right)
    let solver = EllipticSolver(matrix, executor: executor)
    let solution = solver.solve(tolerance: 1e-11, limit: 100) { b in
      for i in right.indices { b[i] += right[i] }
    }
    #expect(solution.isConverged && solution.iterations < 40, "\(solution)")
    #expect(solution.relativeResidual < 1e-10)
    let scale = exact.map(abs).max() ?? 0
    for i in exact.indices { #expect(abs(solver.solution.values[i] - exact[i]) < 1e-8 * scale) }
  }

  @Test("One cycle is a symmetric and positive operator to the rounding of Float")
  func symmetry() {
    var random = SeededGenerator(seed: 8)
    let matrix = randomOperator(&random, [20, 18, 22], links: 9)
    let multigrid = EllipticMultigrid(matrix, executor: executor)
    #expect(multigrid.levelCounts.count >= 2)
    func product(_ a: [Float], _ b: [Float]) -> (mixed: Double, own: Double) {
      for i in a.indices { multigrid.rightSide[i] = a[i] }
      multigrid.cycle()
      var (mixed, own) = (0.0, 0.0)
      for i in a.indices {
        mixed += Double(b[i]) * Double(multigrid.solution[i])
        own += Double(a[i]) * Double(multigrid.solution[i])
      }
      return (mixed, own)
    }
    for _ in 0..<5 {
      let a = (0..<matrix.count).map { _ in Float(random.number(in: -1...1)) }
      let b = (0..<matrix.count).map { _ in Float(random.number(in: -1...1)) }
      let (ab, aa) = product(a, b)
      let (ba, bb) = product(b, a)
      #expect(aa > 0 && bb > 0)
      #expect(abs(ab - ba) < 1e-5 * (aa * bb).squareRoot(), "\(ab) \(ba)")
    }
  }

  @Test("An isolated operator is solved up to a constant")
  func isolated() {
    var random = SeededGenerator(seed: 3)
    let matrix = randomOperator(&random, [16, 16, 16], links: 0)
    let solver = EllipticSolver(matrix, executor: executor)
    let solution = solver.solve(tolerance: 1e-9, limit: 100) { b in
      b[100] += 1
      b[2000] -= 1
    }
    #expect(!matrix.isGrounded && solution.isConverged, "\(solution)")
    #expect(solution.relativeResidual < 1e-8)
    #expect(solver.solution.values[100] > solver.solution.values[2000])
  }

  @Test("No right side needs no iteration")
  func nothing() {
    var random = SeededGenerator(seed: 5)
    let solver = EllipticSolver(randomOperator(&random, [5, 6, 7], links: 2), executor: executor)
    let solution = solver.solve(tolerance: 1e-9, limit: 100) { _ in }
    #expect(solution.isConverged && solution.iterations == 0)
  }

  @Test("Factors reject a matrix that is not positive definite and solve one that is")
  func factors() throws {
    #expect(CholeskyFactor([1, 2, 2, 1], order: 2) == nil)
    let factor = try #require(CholeskyFactor([4, 2, 2, 3], order: 2))
    #expect(factor.solution(of: [8, 7]).map { ($0 * 1e12).rounded() / 1e12 } == [1.25, 1.5])
  }
}
