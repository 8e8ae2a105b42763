import MyelonTherapies
import MyelonSimulation

/// Makes sure that a row means something for its scenario.
struct ValidationRowCheck {
  let row: ValidationRow
  let scenario: Scenario?
  /// Where the row stands.
  let value: ScenarioValue

  /// Adds what is wrong.
  func run() {
    checkExpectation()
    checkComparison()
    checkSpread()
    guard let scenario else { return }
    checkNames(scenario)
    if row.day.last > scenario.run.days {
      value.add(
        .outOfRange, "the run ends before this day", found: row.day.text,
        allowed: "up to day \(scenario.run.days)")
    }
  }

  private func checkExpectation() {
    let kinds = [row.value != nil, row.direction != nil, row.atLeast != nil || row.atMost != nil]
    if kinds.count(where: { $0 }) != 1 {
      value.add(
        .impossible, "a row has one expectation: value, direction, or at-least and at-most",
        found: "\(kinds.count { $0 })")
    }
    if let low = row.atLeast, let high = row.atMost, low > high {
      value.add(.impossible, "at-least must not be above at-most", found: "\(low) and \(high)")
    }
    if row.direction != nil, row.against == nil, row.reading != .change {
      value.add(.missingKey, "a direction needs 'against', or 'reading: change'")
    }
    if row.direction != nil, let comparison = row.comparedAs, comparison != .difference {
      value.add(.impossible, "a direction is that of the difference", found: comparison.rawValue)
    }
    let windowed: [ValidationRow.CourseReading] = [.peak, .trough, .peakDay, .troughDay, .change, .reached]
    if let reading = row.reading, windowed.contains(reading), row.day.first == row.day.last {
      value.add(.missingKey, "this reading needs a first and a last day", found: row.day.text)
    }
  }

  private func checkComparison() {
    if row.isCorrelation {
      if row.with == nil || row.arm != nil || row.against != nil {
        value.add(.impossible, "a correlation needs 'with' and is over all arms: no 'arm', no 'against'")
      }
      return
    }
    if row.arm == nil { value.add(.missingKey, "'arm' must be given") }
    if row.with != nil { value.add(.impossible, "'with' belongs to 'compared-as: r-squared'") }
    if row.comparedAs != nil, row.against == nil {
      value.add(.impossible, "'compared-as' needs 'against'")
    }
  }

  private func checkSpread() {
    if (row.spread == nil) != (row.spreadIs == nil) {
      value.add(.missingKey, "'spread' and 'spread-is' belong together")
    }
    if let spread = row.spread, !(spread > 0) {
      value.add(.outOfRange, "spread", found: "\(spread)", allowed: "above 0")
    }
    if let n = row.n, n < 1 { value.add(.outOfRange, "n", found: "\(n)", allowed: "1 or more animals") }
  }

  private func checkNames(_ scenario: Scenario) {
    let arms = scenario.arms.map(\.name)
    for arm in [row.arm, row.against].compactMap({ $0 }) where !arms.contains(arm) {
      value.add(
        .unknownName, "the scenario has no such arm", found: arm, allowed: arms.joined(separator: ", "))
    }
    let hasTherapies = scenario.arms.contains { !$0.therapies.isEmpty }
    let columns = SeriesTable.columns(of: scenario.subject.species, hasTherapies: hasTherapies).map(\.name)
    for name in [row.measure, row.per, row.with].compactMap({ $0 }) where !columns.contains(name) {
      guard !name.hasPrefix("spared_") || name == "spared_white" else { continue }
      value.add(
        .unknownName, "the series of this scenario has no such column", found: name,
        nearest: SuggestedName.of(name, in: columns))
    }
  }
}
