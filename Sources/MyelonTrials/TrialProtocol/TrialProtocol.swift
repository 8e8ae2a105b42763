import MyelonTrialDesigns

/// One trial from design to conduct, as a protocol file describes it.
///
/// Research software: no protocol has been validated for use in patients.
public struct TrialProtocol: Sendable, Hashable {
  /// Version of the format that this program reads.
  public static let currentSchema: UInt64 = 1

  /// Name of the trial.
  public let name: String
  /// What the trial is about.
  public let description: String
  /// Name of the file, as the user gave it.
  public let path: String
  /// Text of the file.
  public let text: String
  /// Who may take part, as far as virtual people can be judged.
  public let eligibility: Eligibility
  /// Rules of eligibility that only patients are judged by.
  public let unmodelled: [UnmodelledRule]
  /// Dose levels, the lowest first; empty if nothing is to be found.
  public let doses: [ProtocolDose]
  /// The stage in which the dose is looked for; nil for none.
  public let doseFinding: DoseFindingStage?
  /// The stage at the selected dose without controls; nil for none.
  public let expansion: ExpansionStage?
  /// The stage with controls; nil for none.
  public let randomised: RandomisedStage?
  /// Rules on adverse events through all stages.
  public let safety: [SafetyRule]
  /// How people and visits are lost.
  public let attrition: Attrition

  /// Stages of the trial, in order.
  public var stages: [TrialStage] {
    TrialStage.allCases.filter { stage in
      switch stage {
      case .doseFinding: doseFinding != nil
      case .expansion: expansion != nil
      case .randomised: randomised != nil
      }
    }
  }

  /// Name of a dose in sentences, such as "dose 2 (10 million cells)".
  ///
  /// - Parameter dose: dose level from 1.
  /// - Returns: number and name; the number alone where no name is given.
  public func doseName(_ dose: Int) -> String {
    guard doses.indices.contains(dose - 1) else { return "dose \(dose)" }
    let name = doses[dose - 1].name
    return name == String(dose) ? "dose \(dose)" : "dose \(dose) (\(name))"
  }

  /// Columns of the data that hold events of the safety rules, each once, in the order of the rules.
  public var events: [String] {
    safety.reduce(into: []) { if !$0.contains($1.event) { $0.append($1.event) } }
  }
}
