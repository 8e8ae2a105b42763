import MyelonTrialDesigns

/// The expansion of a protocol: its limits and what they do under assumptions.
public struct ExpansionReport: Sendable, Hashable, Codable {
  /// What the rules do under one truth; exact.
  public struct Result: Sendable, Hashable, Codable {
    /// The truth.
    public let assumption: ExpansionStage.Assumption
    /// Bayesian monitoring; nil for two stages.
    public let monitor: MonitorCharacteristics?
    /// Two stages; nil for monitoring.
    public let twoStage: SimonPlan.Characteristics?
  }

  /// How the stage runs, in sentences.
  public let definitions: [String]
  /// The limits.
  public let decisions: DesignTable
  /// What they do under each truth.
  public let results: [Result]

  /// Computes the report.
  ///
  /// - Parameter stage: the stage.
  /// - Throws: `EfficacyError` naming what is wrong.
  public init(_ stage: ExpansionStage) throws(EfficacyError) {
    var lines = ["One arm at the selected dose, at most \(TrialNumber.people(stage.plan.maximumPeople))."]
    if let response = stage.response { lines.append("Response: \(response.sentence).") }
    if stage.countsDoseFinding { lines.append("People of the dose finding at the same dose count.") }
    definitions = lines
    var results: [Result] = []
    switch stage.plan {
    case .monitor(let plan):
      decisions = plan.table
      for truth in stage.scenarios {
        let found = try plan.characteristics(toxicityRate: truth.toxicity, responseRate: truth.response)
        results.append(Result(assumption: truth, monitor: found, twoStage: nil))
      }
    case .twoStage(let plan):
      decisions = try plan.table()
      let hoped = ExpansionStage.Assumption(
        name: "alternative of the design", response: plan.design.alternativeRate)
      for truth in stage.scenarios + [hoped] {
        let found = try plan.characteristics(rate: truth.response)
        results.append(Result(assumption: truth, monitor: nil, twoStage: found))
      }
    }
    self.results = results
  }

  /// All tables of the stage.
  public var tables: [ReportTable] {
    [
      ReportTable("expansion-decisions", decisions),
      ReportTable("expansion-characteristics", characteristics),
    ]
  }

  /// What the rules do under every truth.
  public var characteristics: DesignTable {
    if results.contains(where: { $0.monitor != nil }) {
      return DesignTable(
        title: "Expansion: operating characteristics",
        columns: [
          "", "toxicity", "response", "stop for toxicity", "stop for futility", "success", "people",
          "toxicities", "responses",
        ],
        rows: results.compactMap { result in
          result.monitor.map { found in
            [
              result.assumption.name, TrialNumber.decimal(found.toxicityRate),
              TrialNumber.decimal(found.responseRate), TrialNumber.decimal(found.toxicityStop, 4),
              TrialNumber.decimal(found.futilityStop, 4), TrialNumber.decimal(found.success, 4),
              TrialNumber.decimal(found.expectedPatients, 2),
              TrialNumber.decimal(found.expectedToxicities, 2),
              TrialNumber.decimal(found.expectedResponses, 2),
            ]
          }
        },
        notes: [
          "exact: all pairs of counts followed person by person; stopping at the last look counts as stopping",
          "toxicity and response of a person are taken to be independent",
        ])
    }
    return DesignTable(
      title: "Expansion: operating characteristics",
      columns: ["", "response", "success", "early stop", "people"],
      rows: results.compactMap { result in
        result.twoStage.map { found in
          [
            result.assumption.name, TrialNumber.decimal(found.rate), TrialNumber.decimal(found.success, 4),
            TrialNumber.decimal(found.earlyStop, 4), TrialNumber.decimal(found.expectedPatients, 2),
          ]
        }
      }, notes: ["exact"])
  }
}
