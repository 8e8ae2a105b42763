import MyelonQuantities
import MyelonSimulation
import MyelonStatistics
import MyelonTrialDesigns

/// The dose finding of a protocol: its decision table and what it does under assumptions.
public struct DoseFindingReport: Sendable, Hashable, Codable {
  /// What the design does under one truth.
  public struct Result: Sendable, Hashable, Codable {
    /// The truth.
    public let assumption: DoseScenario
    /// Results of each cohort known at once: exact where decisions depend on counts alone, else simulated.
    public let characteristics: OperatingCharacteristics
    /// In time; nil without a calendar.
    public let conduct: ConductCharacteristics?
  }

  /// Name of the design.
  public let design: String
  /// What the design aims at and how it runs, in sentences.
  public let definitions: [String]
  /// The table for the clinic.
  public let decisions: DesignTable
  /// What it does under each truth.
  public let results: [Result]

  /// Most states of an enumeration; beyond, the design is simulated.
  static let mostStates = 500_000

  /// Computes the report.
  ///
  /// - Parameters:
  ///   - stage: the stage.
  ///   - trial: the protocol, for names of doses.
  ///   - request: trials, seed and threads.
  /// - Throws: `TrialDesignError` naming what is wrong.
  public init(_ stage: DoseFindingStage, of trial: TrialProtocol, _ request: DesignRequest)
    throws(TrialDesignError)
  {
    design = DocumentNames.inFileStyle(stage.design.name)
    decisions = Self.inFileStyle(try stage.design.decisionTable())
    definitions = Self.definitions(stage, trial)
    let simulation = request.simulation(stage.simulation)
    var results: [Result] = []
    for scenario in stage.scenarios {
      var conduct: ConductCharacteristics?
      if let calendar = stage.calendar {
        conduct = try stage.design.simulatedConduct(
          scenario, calendar: calendar, trials: simulation.trials, seed: simulation.seed,
          threads: request.threads)
      }
      results.append(
        Result(
          assumption: scenario,
          characteristics: try Self.characteristics(stage, scenario, simulation, request.threads),
          conduct: conduct))
    }
    self.results = results
  }

  /// A table whose title names variants as files do.
  private static func inFileStyle(_ table: DesignTable) -> DesignTable {
    var table = table
    table.title = DocumentNames.inFileStyle(table.title)
    return table
  }

  private static func characteristics(
    _ stage: DoseFindingStage, _ scenario: DoseScenario, _ simulation: ProtocolSimulation, _ threads: Int
  ) throws(TrialDesignError) -> OperatingCharacteristics {
    if stage.choice.isEnumerable {
      do throws(TrialDesignError) {
        return try stage.design.exactCharacteristics(toxicity: scenario.toxicity, stateLimit: mostStates)
      } catch {
        guard case .tooLarge = error else { throw error }
      }
    }
    return try stage.design.simulatedCharacteristics(
      scenario, trials: simulation.trials, seed: simulation.seed, threads: threads)
  }

  private static func definitions(_ stage: DoseFindingStage, _ trial: TrialProtocol) -> [String] {
    let plan = stage.choice.plan
    var lines = [
      "Doses: \((1...max(1, plan.doses)).map(trial.doseName).joined(separator: ", ")); begins at dose \(plan.startingDose)."
    ]
    lines.append(
      "Cohorts of \(plan.cohortSize), at most \(TrialNumber.people(plan.maximumPatients))"
        + (plan.enoughAtDose.map { ", ends when it would stay at a dose with \($0)" } ?? "") + ".")
    if let target = stage.choice.target {
      let word = stage.choice.efficacyLimit == nil ? "Target rate" : "Highest acceptable rate"
      lines.append("\(word) of dose-limiting toxicity: \(TrialNumber.percent(target, 1)) %.")
    }
    guard let calendar = stage.calendar else { return lines }
    lines.append(
      "Window of observation \(calendar.window.shortestText) days; an eligible person every "
        + "\(calendar.arrivalInterval.shortestText) days on average; gaps \(calendar.patientGap.shortestText) "
        + "days within a cohort, \(calendar.sentinelGap.shortestText) days after the first at a dose; "
        + "who cannot be treated \(calendar.waiting == .waits ? "waits" : "is turned away").")
    return lines
  }

  /// All tables of the stage.
  public var tables: [ReportTable] {
    var tables = [ReportTable("dose-finding-decisions", decisions)]
    for (index, result) in results.enumerated() {
      tables.append(
        ReportTable("dose-finding-characteristics-\(index + 1)", Self.table(result, inTime: false)))
      if result.conduct != nil {
        tables.append(ReportTable("dose-finding-in-time-\(index + 1)", Self.table(result, inTime: true)))
      }
    }
    return tables
  }

  private static func table(_ result: Result, inTime: Bool) -> DesignTable {
    let conduct = inTime ? result.conduct : nil
    let found = conduct?.characteristics ?? result.characteristics
    var table = found.table
    let how = inTime ? "in time" : "results of each cohort known at once"
    table.title = "\(DocumentNames.inFileStyle(found.design)), \(result.assumption.name): \(how)"
    if case .simulation = found.method {
      let doses = found.toxicity.indices.map { Optional($0 + 1) } + [nil]
      let intervals = doses.map { dose in
        (try? found.selectionEstimate(dose: dose)).map {
          "\(TrialNumber.percent($0.low, 1)) to \(TrialNumber.percent($0.high, 1))"
        } ?? "-"
      }
      table.rows.insert(["95 % interval, %"] + intervals + [""], at: 2)
    }
    if let efficacy = result.assumption.efficacy {
      table.rows.insert(
        ["true rate of efficacy"] + efficacy.map { TrialNumber.decimal($0) } + ["", ""], at: 1)
    }
    if let conduct, conduct.backfill.contains(where: { $0 > 0 }) {
      table.rows.append(
        ["of them added outside of cohorts"] + conduct.backfill.map { TrialNumber.decimal($0, 2) }
          + ["", TrialNumber.decimal(conduct.backfill.reduce(0, +), 2)])
    }
    if let conduct {
      let quantiles = conduct.durationQuantiles.map { TrialNumber.decimal($0, 0) }.joined(separator: ", ")
      table.notes += [
        "duration \(TrialNumber.decimal(conduct.duration.value, 0)) days on average "
          + "(\(TrialNumber.decimal(conduct.duration.low, 0)) to \(TrialNumber.decimal(conduct.duration.high, 0))); "
          + "5, 25, 50, 75, 95 % of trials: \(quantiles) days",
        "turned away \(TrialNumber.decimal(conduct.turnedAway, 2)) people; mean wait "
          + "\(TrialNumber.decimal(conduct.wait, 1)) days",
      ]
    }
    return table
  }
}
