import MyelonStimulation

@testable import MyelonTherapies

extension CircuitRecruitment {
  /// Group I afferents fire from 0.6 to 1.6 mA, motor axons from 2.1 to 4.2 mA, nothing else.
  static let simple = CircuitRecruitment(curves: [
    .groupI: RecruitmentCurve(weighted: [(0.75, 1), (1.25, 1)]),
    .alphaMotor: RecruitmentCurve(weighted: [(2.5, 1), (3.5, 1)]),
  ])
}

extension TreatmentProtocol {
  /// The same recruitment for every setting of stimulation of the plan.
  func recruiting(_ recruitment: CircuitRecruitment = .simple) -> [StimulationSetting: CircuitRecruitment] {
    Dictionary(
      stimulationSettings.map { ($0, recruitment) }, uniquingKeysWith: { first, _ in first })
  }
}
