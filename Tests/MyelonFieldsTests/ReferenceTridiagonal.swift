/// Solves tridiagonal systems in `Double`: the plain reference that the fast line kernels are tested against.
///
/// The system is `lower[i] x[i-1] + diagonal[i] x[i] + upper[i] x[i+1] = rightHandSide[i]`, with `lower[0]` and
/// `upper[n-1]` ignored. Elimination without pivoting (Thomas 1949; Golub and Van Loan, Matrix Computations,
/// 4th ed., section 4.3), so it is stable for diagonally dominant or symmetric positive definite matrices,
/// which is what implicit diffusion gives. Cost: `8 n` operations, no allocation.
enum ReferenceTridiagonal {
  /// Solves one system, leaving the solution in `rightHandSide`.
  ///
  /// - Parameters:
  ///   - lower: coefficients left of the diagonal, `n` numbers.
  ///   - diagonal: coefficients on the diagonal, `n` numbers.
  ///   - upper: coefficients right of the diagonal, `n` numbers.
  ///   - rightHandSide: on entry the right-hand side, on return the solution, `n` numbers.
  ///   - scratch: at least `n` numbers of working memory; contents are overwritten.
  static func solve(
    lower: borrowing Span<Double>, diagonal: borrowing Span<Double>, upper: borrowing Span<Double>,
    rightHandSide: inout MutableSpan<Double>, scratch: inout MutableSpan<Double>
  ) {
    let count = rightHandSide.count
    precondition(
      lower.count == count && diagonal.count == count && upper.count == count && scratch.count >= count,
      "A tridiagonal system of \(count) unknowns needs three diagonals and scratch of that length")
    guard count > 0 else { return }
    var pivot = diagonal[0]
    rightHandSide[0] = rightHandSide[0] / pivot
    for row in 1..<max(count, 1) {
      scratch[row] = upper[row - 1] / pivot
      pivot = diagonal[row] - lower[row] * scratch[row]
      rightHandSide[row] = (rightHandSide[row] - lower[row] * rightHandSide[row - 1]) / pivot
    }
    for row in stride(from: count - 2, through: 0, by: -1) {
      rightHandSide[row] -= scratch[row + 1] * rightHandSide[row + 1]
    }
  }

  /// Solves one system given as arrays and returns the solution.
  ///
  /// - Parameters:
  ///   - lower: coefficients left of the diagonal, `n` numbers, the first ignored.
  ///   - diagonal: coefficients on the diagonal, `n` numbers.
  ///   - upper: coefficients right of the diagonal, `n` numbers, the last ignored.
  ///   - rightHandSide: `n` numbers.
  /// - Returns: the solution, `n` numbers.
  static func solution(
    lower: [Double], diagonal: [Double], upper: [Double], rightHandSide: [Double]
  ) -> [Double] {
    var solution = rightHandSide
    var scratch = [Double](repeating: 0, count: rightHandSide.count)
    var solutionSpan = solution.mutableSpan
    var scratchSpan = scratch.mutableSpan
    solve(
      lower: lower.span, diagonal: diagonal.span, upper: upper.span, rightHandSide: &solutionSpan,
      scratch: &scratchSpan)
    return solution
  }
}
