import MyelonSimulation
import MyelonStudies

/// A study that can be run: what its members do, what varies, and what it is.
struct PreparedStudy {
  /// The scenario with the settings of the command line.
  let scenario: Scenario
  let life: MemberLife
  let sampling: ParameterSampling
  let settings: LifeSettings
  let description: StudyDescription
}
