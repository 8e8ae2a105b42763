/// What a lead field's computation did, for reports and checks.
public struct SolveRecord: Sendable, Hashable, Codable {
  /// Cells of the grid.
  public var cells: Int
  /// Iterations of conjugate gradients.
  public var iterations: Int
  /// Residual over right side; the larger one where several solves were superposed.
  public var relativeResidual: Double
  /// Residual over right side after each iteration of the contact's own solve.
  public var history: [Double]
  /// Current that leaves the contact's metal, or that was put into the cells of a point; 1 mA up to rounding,
  /// mA.
  public var injectedCurrent: Double
  /// Current that leaves through grounded and open sides, mA.
  public var boundaryCurrent: Double
  /// Current that flows back into the other contacts of the call, mA.
  public var returnedCurrent: Double
  /// Largest net current of a contact that should carry none, mA.
  public var floatingCurrent: Double
  /// Seconds of the contact's own solve.
  public var seconds: Double
  /// Bytes that the solver held.
  public var bytes: Int

  /// Injected current less what left and what returned, mA: what the solver lost.
  public var imbalance: Double { injectedCurrent - boundaryCurrent - returnedCurrent }
}
