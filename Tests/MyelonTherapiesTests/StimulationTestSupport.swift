import MyelonStimulation

@testable import MyelonTherapies

extension CircuitRecruitment {
  /// Group I afferents fire from 0.5 to 1.5 mA, motor axons from 2 to 4 mA, nothing else.
  static let simple = CircuitRecruitment(curves: [
    .groupI: FiringCurve(thresholds: [(0.75, 1), (1.25, 1)]),
    .alphaMotor: FiringCurve(thresholds: [(2.5, 1), (3.5, 1)]),
  ])
}

extension TreatmentProtocol {
  /// The same recruitment for every setting of stimulation of the plan.
  func recruiting(_ recruitment: CircuitRecruitment = .simple) -> [StimulationSetting: CircuitRecruitment] {
    Dictionary(
      stimulationSettings.map { ($0, recruitment) }, uniquingKeysWith: { first, _ in first })
  }
}
