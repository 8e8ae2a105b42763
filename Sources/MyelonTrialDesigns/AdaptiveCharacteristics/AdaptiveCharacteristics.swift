import MyelonStatistics

/// What adaptive randomisation does at given true response rates.
public struct AdaptiveCharacteristics: Sendable, Hashable, Codable {
  /// True response rate under treatment.
  public var treatedRate: Double
  /// True response rate without.
  public var controlRate: Double
  /// Probability of success.
  public var success: Double
  /// Probability of stopping for futility.
  public var futility: Double
  /// Mean number of people treated.
  public var expectedTreated: Double
  /// Mean number of controls.
  public var expectedControl: Double
  /// Mean number of responders.
  public var expectedResponders: Double
  /// Probability that more people are in the arm with the lower rate, by more than a tenth of all people planned.
  public var wrongWay: Double
  /// How the numbers were computed.
  public var method: CharacteristicsMethod

  /// The numbers as a table.
  public var table: DesignTable {
    let how =
      switch method {
      case .exact: "exact: all counts followed person by person"
      case .simulation(let trials, let seed):
        "\(trials) simulated trials, seed \(seed); standard error of a probability at most "
          + Wording.decimal(0.5 / Double(trials).squareRoot(), 4)
      }
    return DesignTable(
      title: "Adaptive randomisation: operating characteristics",
      columns: [
        "rate treated", "rate control", "success", "futility", "treated", "controls", "responders",
        "wrong way",
      ],
      rows: [
        [
          Wording.decimal(treatedRate), Wording.decimal(controlRate), Wording.decimal(success, 4),
          Wording.decimal(futility, 4), Wording.decimal(expectedTreated, 2),
          Wording.decimal(expectedControl, 2), Wording.decimal(expectedResponders, 2),
          Wording.decimal(wrongWay, 4),
        ]
      ],
      notes: [how, "wrong way: more people in the worse arm by over a tenth of all planned"])
  }
}
