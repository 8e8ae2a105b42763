/// What becomes of the members in one arm.
public struct ForecastArm: Sendable, Hashable, Codable {
  /// Name of the arm.
  public let name: String
  /// Days of its visits, ascending.
  public let days: [Double]
  /// Numbers: scores, lengths, volumes, risks, in the study's order.
  public let outcomes: [ForecastOutcome]
  /// Grades, levels and findings, in the study's order.
  public let codes: [ForecastCode]
  /// What may happen since the first visit, and harm.
  public let events: [ForecastEvent]

  /// The number of a name, or nil.
  public func outcome(_ name: String) -> ForecastOutcome? { outcomes.first { $0.name == name } }
  /// The code of a name, or nil.
  public func code(_ name: String) -> ForecastCode? { codes.first { $0.name == name } }
  /// The event of a name, or nil.
  public func event(_ id: String) -> ForecastEvent? { events.first { $0.id == id } }
  /// The risks of hazards.
  public var risks: [ForecastOutcome] { outcomes.filter(\.isRisk) }
}

extension ForecastArm {
  /// Sums up an arm.
  init(_ name: String, table: ForecastTable, settings: ForecastSettings) throws(ForecastError) {
    self.name = name
    let days = table.days(of: name)
    self.days = days
    var outcomes: [ForecastOutcome] = []
    var codes: [ForecastCode] = []
    for outcome in table.outcomes(of: name) {
      if outcome.unit == ForecastCode.unit {
        codes.append(
          try ForecastCode(outcome, days: days, table: table, confidence: settings.confidence))
      } else {
        outcomes.append(
          try ForecastOutcome(outcome, days: days, table: table, confidence: settings.confidence))
      }
    }
    self.outcomes = outcomes
    self.codes = codes
    var events: [ForecastEvent] = []
    for rule in ForecastEvent.rules(tumourVolume: settings.tumourVolume) {
      guard
        let event = try ForecastEvent(
          rule, arm: name, days: days, table: table, confidence: settings.confidence)
      else { continue }
      events.append(event)
    }
    self.events = events
  }
}
