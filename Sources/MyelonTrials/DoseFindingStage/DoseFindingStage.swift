import MyelonTrialDesigns

/// The stage in which the dose is looked for.
public struct DoseFindingStage: Sendable, Hashable {
  /// The design.
  public let choice: DoseFindingChoice
  /// How the trial runs in time; nil if results are taken to be known at once.
  public let calendar: TrialCalendar?
  /// True rates that characteristics are computed for, as the file names them.
  public let assumptions: [DoseScenario]
  /// Simulated trials.
  public let simulation: ProtocolSimulation

  /// Describes the stage.
  ///
  /// - Parameters:
  ///   - choice: the design.
  ///   - calendar: how the trial runs in time.
  ///   - assumptions: true rates that characteristics are computed for.
  ///   - simulation: simulated trials.
  public init(
    choice: DoseFindingChoice, calendar: TrialCalendar? = nil, assumptions: [DoseScenario] = [],
    simulation: ProtocolSimulation = ProtocolSimulation()
  ) {
    self.choice = choice
    self.calendar = calendar
    self.assumptions = assumptions
    self.simulation = simulation
  }

  /// The design, with the calls that all designs share.
  public var design: any DoseFindingDesign { choice.design }

  /// The assumptions of the file, then those that are always shown: a therapy that does nothing and harms nobody, and one
  /// that harms at every dose.
  ///
  /// Rates of these: 1 % stands for what happens without a therapy, assumed because nothing in common is known;
  /// twice the target (60 % for 3+3, at most 90 %) for a therapy that no dose of which is tolerable.
  public var scenarios: [DoseScenario] {
    let doses = choice.plan.doses
    let toxic = min(0.9, 2 * (choice.target ?? 0.3))
    let efficacy = choice.efficacyLimit.map { [Double](repeating: $0 / 2, count: doses) }
    return assumptions + [
      DoseScenario(
        name: "null therapy: no dose does anything", toxicity: [Double](repeating: 0.01, count: doses),
        efficacy: efficacy),
      DoseScenario(
        name: "every dose is too toxic", toxicity: [Double](repeating: toxic, count: doses),
        efficacy: efficacy),
    ]
  }
}
