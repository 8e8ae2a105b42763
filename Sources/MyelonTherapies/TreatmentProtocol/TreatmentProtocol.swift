/// Everything that is done to one subject after the injury, as a list of interventions.
///
/// A protocol is a value; `TherapyCourse` carries it out on a cord. An empty protocol is no treatment.
public struct TreatmentProtocol: Sendable, Hashable, Codable {
  /// The interventions in the order of the scenario file.
  public var interventions: [Intervention]

  /// Joins interventions.
  public init(_ interventions: [Intervention] = []) {
    self.interventions = interventions
  }

  /// True for no treatment.
  public var isEmpty: Bool { interventions.isEmpty }

  /// Electrodes and pulses of the courses of stimulation, in the order of the plan; some may be equal.
  public var stimulationSettings: [StimulationSetting] {
    interventions.compactMap {
      if case .stimulation(let course) = $0 { StimulationSetting(course) } else { nil }
    }
  }

  /// The same treatment begun later.
  ///
  /// - Parameter days: delay; negative begins earlier.
  /// - Returns: the interventions with their days moved, durations kept.
  public func delayed(by days: Double) -> TreatmentProtocol {
    TreatmentProtocol(interventions.map { $0.delayed(by: days) })
  }
}
