import MyelonSimulation

/// Reads `attrition` of a cohort or protocol.
enum AttritionReader {
  /// What is lost; only valid when no finding was added.
  static func attrition(_ value: ScenarioValue) -> Attrition? {
    let keys = ["dropout", "dropout-ratio", "missed-visits", "visit-window"]
    guard let section = value.section(allowed: keys) else { return nil }
    let dropout = section["dropout"].map { $0.share(0...0.99, suffix: "per year") } ?? 0
    let missed = section["missed-visits"].map { $0.share(0...0.99) } ?? 0
    let window =
      section["visit-window"].map { $0.duration(0...180, "visits further away are other visits") } ?? 0
    let ratio = section["dropout-ratio"].map { $0.number("a factor for each ten motor points gained") } ?? 1
    guard let dropout, let missed, let window, let ratio else { return nil }
    let attrition = Attrition(
      dropout: dropout, dropoutRatio: ratio, missedVisits: missed, visitWindow: window)
    for finding in attrition.findings() {
      (section[finding.key] ?? value).add(.outOfRange, finding.problem)
    }
    return attrition
  }
}
