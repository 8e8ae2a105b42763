import MyelonAnatomy
import MyelonFields
import MyelonStimulation
import MyelonTherapies

/// What is the same for every life of a study: the intact cord that each of them injures.
///
/// Made once, because voxelising a cord costs as much as weeks of a life; it is only read, so any number of lives may
/// use it at once, each on its own thread.
public struct LifeSetting: Sendable {
  /// The voxel model of the intact cord.
  public let cord: CordModel
  /// What the electrodes and pulses of all arms recruit: it depends on the body, not on the injury.
  public let recruitment: [StimulationSetting: CircuitRecruitment]

  /// Joins what lives share.
  ///
  /// - Parameters:
  ///   - cord: the voxel model of the intact cord.
  ///   - recruitment: what every setting of stimulation recruits.
  public init(cord: CordModel, recruitment: [StimulationSetting: CircuitRecruitment] = [:]) {
    self.cord = cord
    self.recruitment = recruitment
  }

  /// Makes what the lives of a plan share.
  ///
  /// - Parameters:
  ///   - plan: a plan whose window holds the injuries of all lives that will use the setting.
  ///   - window: rostral and caudal end of the cord, mm; nil takes the one that the plan's injuries need.
  ///   - executor: threads to use; the result does not depend on their number.
  /// - Throws: `AnatomyError`, `InjuryError` or `NIfTIError` when the cord cannot be made, `StimulationError` when electrodes
  ///   cannot be placed or a field cannot be solved.
  public init(_ plan: RunPlan, window: ClosedRange<Double>? = nil, executor: SlabExecutor) throws {
    self.init(
      cord: try plan.makeCord(window: window, executor: executor),
      recruitment: try plan.recruitment(executor: executor))
  }
}
