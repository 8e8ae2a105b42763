/// How the potential of one contact was computed.
public struct ContactSolve: Sendable, Hashable, Codable {
  /// Name of the contact.
  public let contact: String
  /// Iterations of the solver.
  public let iterations: Int
  /// Norm of the residual over that of the sources.
  public let relativeResidual: Double
  /// Current that was injected, mA.
  public let injected: Double
  /// Current that left through the far boundary, mA.
  public let returned: Double

  /// Records a solve.
  public init(
    contact: String, iterations: Int, relativeResidual: Double, injected: Double, returned: Double
  ) {
    self.contact = contact
    self.iterations = iterations
    self.relativeResidual = relativeResidual
    self.injected = injected
    self.returned = returned
  }
}
