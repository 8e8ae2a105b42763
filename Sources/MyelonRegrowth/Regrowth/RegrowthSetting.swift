import MyelonAnatomy
import MyelonFields
import MyelonQuantities

/// The cord and the run in which axons grow.
public struct RegrowthSetting: Sendable {
  /// The voxel model.
  public var cord: CordModel
  /// The species' whole cord, for what lies beyond the window.
  public var anatomy: CordAnatomy
  /// Position of the injury, mm from the rostral end of C1.
  public var epicentre: Double
  /// Length of cord that was struck or cut, mm: distances beyond the lesion count from its ends.
  public var lesionLength: Double
  /// A table that holds `LesionParameters` and `RegrowthParameters`.
  public var parameters: ParameterTable
  /// Seed of the run.
  public var seed: UInt64
  /// Growth cones of host axons, and of each transplant, at most; branches come on top.
  public var budget: Int
  /// Threads to use; the result does not depend on their number.
  public var executor: SlabExecutor

  /// Joins what growing axons meet.
  public init(
    cord: CordModel, anatomy: CordAnatomy, epicentre: Double, lesionLength: Double,
    parameters: ParameterTable, seed: UInt64, budget: Int, executor: SlabExecutor
  ) {
    self.cord = cord
    self.anatomy = anatomy
    self.epicentre = epicentre
    self.lesionLength = lesionLength
    self.parameters = parameters
    self.seed = seed
    self.budget = budget
    self.executor = executor
  }
}
