import MyelonTrialDesigns

/// What a protocol's designs decide and do: decision tables, sizes, operating characteristics.
public struct ProtocolDesignReport: Sendable, Hashable, Codable {
  /// Name of the trial.
  public let name: String
  /// The dose finding; nil if there is none or it was not asked for.
  public let doseFinding: DoseFindingReport?
  /// The expansion; nil if there is none or it was not asked for.
  public let expansion: ExpansionReport?
  /// The randomised stage; nil if there is none or it was not asked for.
  public let randomised: RandomisedReport?
  /// The safety rules of the stages asked for.
  public let safety: [SafetyReport]

  /// Computes the report.
  ///
  /// - Parameters:
  ///   - trial: the protocol.
  ///   - request: stages, trials, seed and threads.
  /// - Throws: `ConductError.noStage`, `TrialDesignError` or `EfficacyError`.
  public init(_ trial: TrialProtocol, _ request: DesignRequest = DesignRequest()) throws {
    for stage in request.stages where !trial.stages.contains(stage) {
      throw ConductError.noStage(stage, known: trial.stages)
    }
    name = trial.name
    func asked<Stage>(_ kind: TrialStage, _ stage: Stage?) -> Stage? { request.includes(kind) ? stage : nil }
    doseFinding = try asked(.doseFinding, trial.doseFinding).map {
      try DoseFindingReport($0, of: trial, request)
    }
    expansion = try asked(.expansion, trial.expansion).map { try ExpansionReport($0) }
    randomised = try asked(.randomised, trial.randomised).map { try RandomisedReport($0, request) }
    safety = try trial.safety.filter { $0.stages.contains(where: request.includes) }.map { rule in
      try SafetyReport(rule, people: trial.people(for: rule))
    }
  }

  /// All tables, stage by stage.
  public var tables: [ReportTable] {
    (doseFinding?.tables ?? []) + (expansion?.tables ?? []) + (randomised?.tables ?? [])
      + safety.enumerated().map { ReportTable("safety-\($0.offset + 1)", $0.element.table) }
  }

  /// The report for people to read.
  public var text: String {
    var parts = [name, Self.warning]
    func add(_ title: String, _ definitions: [String], _ tables: [ReportTable]) {
      parts.append("== \(title) ==")
      if !definitions.isEmpty { parts.append(definitions.joined(separator: "\n")) }
      parts += tables.map { $0.table.text.trimmedEnd }
    }
    if let doseFinding {
      add("Dose finding: \(doseFinding.design)", doseFinding.definitions, doseFinding.tables)
    }
    if let expansion { add("Expansion", expansion.definitions, expansion.tables) }
    if let randomised { add("Randomised stage", randomised.definitions, randomised.tables) }
    if !safety.isEmpty { add("Safety", [], safety.map { ReportTable("", $0.table) }) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// What every page says.
  public static let warning = "Research software: these tables have not been validated for use in patients."
}

extension TrialProtocol {
  /// People of the whole trial who count for a safety rule, as planned.
  func people(for rule: SafetyRule) -> Int {
    var people = 0
    if rule.stages.contains(.doseFinding) { people += doseFinding?.choice.plan.maximumPatients ?? 0 }
    if rule.stages.contains(.expansion) { people += expansion?.plan.maximumPeople ?? 0 }
    if rule.stages.contains(.randomised), let randomised {
      let share = rule.group == .treated ? randomised.size.sizes.treated / randomised.size.sizes.total : 1
      people += Int((Double(randomised.size.enrolled) * share).rounded(.up))
    }
    return people
  }
}

extension String {
  /// The text without line ends at its end.
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
