import MyelonStatistics

/// What a dose-finding design does under given true rates of toxicity.
public struct OperatingCharacteristics: Codable, Sendable, Hashable {
  /// Name of the design.
  public var design: String
  /// True rates of toxicity, dose by dose.
  public var toxicity: [Double]
  /// Probability that each dose is selected.
  public var selection: [Double]
  /// Probability that no dose is selected.
  public var noSelection: Double
  /// Expected number of patients at each dose.
  public var patients: [Double]
  /// Expected number of toxicities at each dose.
  public var toxicities: [Double]
  /// Probability that the trial ends before it is full.
  public var earlyStop: Double
  /// Probability that a rule of safety ends it.
  public var safetyStop: Double
  /// How the numbers were computed.
  public var method: CharacteristicsMethod
  /// Standard deviation over trials of the number of patients at each dose; nil if it was not asked for.
  public var patientDeviation: [Double]?

  /// Expected number of patients.
  public var totalPatients: Double { patients.reduce(0, +) }

  /// Expected number of toxicities.
  public var totalToxicities: Double { toxicities.reduce(0, +) }

  /// Probability of selecting a dose, with an interval if it was simulated.
  ///
  /// - Parameters:
  ///   - dose: dose from 1; nil for no selection.
  ///   - confidence: coverage of the interval (Wilson's).
  /// - Returns: the probability; without width if exact.
  /// - Throws: `StatisticsError` if the confidence is not in (0, 1).
  public func selectionEstimate(dose: Int?, confidence: Double = 0.95) throws(StatisticsError) -> Estimate {
    let value = dose.map { selection[$0 - 1] } ?? noSelection
    switch method {
    case .exact: return Estimate(value: value, standardError: 0, low: value, high: value)
    case .simulation(let trials, _):
      return try ProportionInterval.wilson(
        successes: Int((value * Double(trials)).rounded()), trials: trials, confidence: confidence)
    }
  }

  /// Standard error of the expected number of patients at each dose; zero if exact.
  public var patientError: [Double] {
    switch method {
    case .exact: return patients.map { _ in 0 }
    case .simulation(let trials, _):
      return (patientDeviation ?? patients.map { _ in .nan }).map { $0 / Double(trials).squareRoot() }
    }
  }

  /// The numbers as a table.
  public var table: DesignTable {
    func percent(_ value: Double) -> String { Wording.decimal(100 * value, 2) }
    let doses = toxicity.indices.map { "dose \($0 + 1)" }
    let how =
      switch method {
      case .exact: "exact: every possible course of the trial counted"
      case .simulation(let trials, let seed):
        "\(trials) simulated trials, seed \(seed); standard error of a percentage at most "
          + Wording.decimal(50 / Double(trials).squareRoot(), 2)
      }
    return DesignTable(
      title: "\(design): operating characteristics", columns: [""] + doses + ["none", "all"],
      rows: [
        ["true rate of toxicity"] + toxicity.map { Wording.decimal($0) } + ["", ""],
        ["selected, %"] + selection.map(percent) + [percent(noSelection), ""],
        ["patients"] + patients.map { Wording.decimal($0, 2) } + ["", Wording.decimal(totalPatients, 2)],
        ["toxicities"] + toxicities.map { Wording.decimal($0, 2) } + [
          "", Wording.decimal(totalToxicities, 2),
        ],
      ],
      notes: [
        "ends early \(percent(earlyStop)) %, by a rule of safety \(percent(safetyStop)) %; \(how)"
      ])
  }
}
