import MyelonAnatomy
import MyelonFields

/// What is the same for every life of a study: the intact cord that each of them injures.
///
/// Made once, because voxelising a cord costs as much as weeks of a life; it is only read, so any number of lives may
/// use it at once, each on its own thread.
public struct LifeSetting: Sendable {
  /// The voxel model of the intact cord.
  public let cord: CordModel

  /// Joins what lives share.
  public init(cord: CordModel) {
    self.cord = cord
  }

  /// Makes what the lives of a plan share.
  ///
  /// - Parameters:
  ///   - plan: a plan whose window holds the injuries of all lives that will use the setting.
  ///   - window: rostral and caudal end of the cord, mm; nil takes the one that the plan's injuries need.
  ///   - executor: threads to use; the result does not depend on their number.
  /// - Throws: `AnatomyError`, `InjuryError` or `NIfTIError` when the cord cannot be made.
  public init(_ plan: RunPlan, window: ClosedRange<Double>? = nil, executor: SlabExecutor) throws {
    self.init(cord: try plan.makeCord(window: window, executor: executor))
  }
}
