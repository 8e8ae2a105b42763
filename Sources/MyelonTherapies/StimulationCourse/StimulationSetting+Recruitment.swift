import MyelonAnatomy
import MyelonFields
import MyelonStimulation

extension StimulationSetting {
  /// TEMPORARY
  public func recruitment(in anatomy: CordAnatomy, executor: SlabExecutor) throws -> CircuitRecruitment {
    CircuitRecruitment(curves: [:])
  }
}
