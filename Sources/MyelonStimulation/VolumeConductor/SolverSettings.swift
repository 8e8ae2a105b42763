/// How far the potentials are solved.
public struct SolverSettings: Sendable, Hashable, Codable {
  /// Euclidean norm of the residual over that of the right side.
  public var tolerance: Double
  /// Most iterations of conjugate gradients for one contact.
  public var iterations: Int

  /// Makes settings.
  ///
  /// - Parameters:
  ///   - tolerance: relative residual to reach; 1e-8 leaves errors far below those of the grid.
  ///   - iterations: most iterations.
  public init(tolerance: Double = 1e-8, iterations: Int = 200) {
    self.tolerance = tolerance
    self.iterations = iterations
  }
}
