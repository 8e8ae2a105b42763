import MyelonAnatomy

@testable import MyelonStimulation

/// Studies and fields that tests share.
enum StudySample {
  /// A rat's two wires with few fibres: valid, quick to run.
  static func rat() -> StimulationStudy {
    var study = StimulationStudy(
      name: "rat", species: .rat, electrode: StudyElectrode(kind: .ratWires),
      pulse: StudyPulse(kind: .symmetric, width: 200, rate: 40),
      amplitudes: StudyAmplitudes(lowest: 0.005, highest: 5, count: 30),
      fibres: StudyFibres(
        segments: ["L4", "L5"], classes: [.groupI, .alphaMotor, .dorsalColumn], quantiles: 3))
    study.montages = [.monopolar("L2"), .bipolar(cathode: "S1", anode: "L2")]
    study.detail = .quick
    study.acceptsUnsafe = true
    return study
  }

  /// A human paddle: valid, for what needs no run.
  static func human() -> StimulationStudy {
    var study = StimulationStudy(
      name: "human", species: .human,
      electrode: StudyElectrode(kind: .paddle, placement: .vertebra("T12")),
      pulse: StudyPulse(kind: .asymmetric, width: 210, gap: 30, rate: 40),
      amplitudes: StudyAmplitudes(lowest: 0.2, highest: 8),
      fibres: StudyFibres(segments: ["L1", "L2", "L3", "L4"]))
    study.montages = [.monopolar("8")]
    return study
  }

  /// Fields of points in an unbounded medium, instead of the volume conductor.
  static let points: ContactFields.Maker = { _, _, contacts, _, goesOn throws(StimulationError) in
    guard goesOn(0.5) else { throw .stopped }
    return ContactFields(
      sources: contacts.map { PointSource(position: $0.position, conductivity: 0.3) })
  }
}
