/// How a solve of an `EllipticOperator` went.
public struct EllipticSolution: Sendable, Hashable, Codable {
  /// Iterations of conjugate gradients.
  public let iterations: Int
  /// Euclidean norm of the residual over that of the right side, recomputed from the result.
  public let relativeResidual: Double
  /// True if the tolerance was reached.
  public let isConverged: Bool
  /// Residual over right side after each iteration, as the recurrence has it.
  public let history: [Double]
}
