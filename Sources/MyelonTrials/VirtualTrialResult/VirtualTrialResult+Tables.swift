import Foundation
import MyelonStatistics
import MyelonTrialDesigns

extension VirtualTrialResult {
  /// The result as tables to print: who takes part, what nature does, the doses, and what trials conclude.
  ///
  /// - Returns: tables in the order of reading.
  /// - Throws: `StatisticsError` when a share cannot be given an interval.
  public func tables() throws -> [DesignTable] {
    var tables = [enrolmentTable, doseTable, try conclusionTable()]
    if let natural { tables.insert(Self.table(of: natural), at: 1) }
    return tables
  }

  private var enrolmentTable: DesignTable {
    DesignTable(
      title: "Who takes part: \(eligible) of \(people) people of \(cohort)",
      columns: ["rule", "list", "first reason", "any reason"],
      rows: exclusions.map { [$0.rule, $0.list, "\($0.first)", "\($0.any)"] },
      notes: notLived > 0 ? ["\(notLived) further people could not be lived."] : [])
  }

  private static func table(of natural: NaturalCourse) -> DesignTable {
    var rows = [
      ["change of the motor score as examined, points", interval(natural.change)],
      ["with a better grade, %", interval(natural.converted, 100)],
    ]
    if let recovery = natural.recovery {
      rows.insert(["of it recovery, points", interval(recovery)], at: 1)
      rows.insert(
        ["of it regression to the mean, points", number(natural.regressionToTheMean ?? .nan)], at: 2)
    }
    if let responders = natural.responders { rows.append(["responders, %", interval(responders, 100)]) }
    return DesignTable(
      title:
        "Without any therapy, day \(number(natural.day)) after enrolment, \(natural.people) eligible people",
      columns: ["", "95 % interval"], rows: rows,
      notes: ["This is what a trial without controls shows of a therapy that does nothing."])
  }

  private var doseTable: DesignTable {
    DesignTable(
      title: "What is true of the doses in eligible people" + (outcome.map { ": \($0)" } ?? ""),
      columns: ["dose", "toxicity, %", "effect", "better, %", "worse, %", "responders, %", "untreated, %"],
      rows: doses.map { dose in
        [
          dose.name, Self.number(dose.toxicity * 100), dose.effect.map { Self.interval($0) } ?? "-",
          Self.number(dose.better * 100), Self.number(dose.worse * 100),
          dose.responders.map { Self.number($0 * 100) } ?? "-",
          dose.untreatedResponders.map { Self.number($0 * 100) } ?? "-",
        ]
      },
      notes: [
        "Effect: mean difference to the same people's untreated lives; toxicity: assumed for the procedure, and infection."
      ])
  }

  private func conclusionTable() throws -> DesignTable {
    var rows: [[String]] = []
    func row(_ name: String, _ value: (TrialWorld) throws -> String) rethrows {
      rows.append([name] + (try worlds.map(value)))
    }
    try row("no dose selected, %") { try Self.share($0.selected.first ?? 0, of: $0.trials) }
    for (place, dose) in doses.enumerated() {
      try row("\(dose.name) selected, %") { try Self.share($0.selected[place + 1], of: $0.trials) }
    }
    if worlds.contains(where: { $0.expansion != nil }) {
      try row("expansion reached, %") { try Self.share($0.expansion?.reached ?? 0, of: $0.trials) }
      try row("expansion stopped for harm, %") {
        try Self.share($0.expansion?.stoppedForHarm ?? 0, of: $0.trials)
      }
      try row("expansion without success, %") {
        try Self.share($0.expansion?.withoutSuccess ?? 0, of: $0.trials)
      }
      row("responders in the expansion, %") { $0.expansion?.responders.map { Self.number($0 * 100) } ?? "-" }
      row("change of the motor score in the expansion") {
        $0.expansion?.gain.map { Self.number($0.value) } ?? "-"
      }
      row("better grade in the expansion, %") { $0.expansion?.converted.map { Self.number($0 * 100) } ?? "-" }
      try row("would claim improvement without controls, %") {
        try Self.share($0.expansion?.claims ?? 0, of: $0.expansion?.reached ?? 0)
      }
    }
    if worlds.contains(where: { $0.comparison != nil }) {
      try row("comparison reached, %") { try Self.share($0.compared, of: $0.trials) }
      try row("significant benefit in it, %") { world in
        let significant = world.comparison?.successes.reduce(0, +) ?? 0
        return try Self.share(significant - world.harmful, of: world.compared)
      }
      try row("significant harm in it, %") { try Self.share($0.harmful, of: $0.compared) }
      row("estimated effect in it") { $0.comparison.map { Self.interval($0.effect) } ?? "-" }
      row("people in it") { $0.comparison.map { Self.number($0.people.value) } ?? "-" }
    }
    row("success of the whole trial, %") { Self.interval($0.success, 100) }
    row("people enrolled") { Self.number($0.enrolled) }
    row("people screened for one enrolled") { Self.number($0.screenedPerEnrolled) }
    if worlds.contains(where: { $0.days != nil }) {
      row("duration, years") { $0.days.map { Self.number($0 / 365.25) } ?? "-" }
    }
    return DesignTable(
      title: "What \(settings.trials) simulated trials conclude",
      columns: ["", "as modelled", "null therapy"],
      rows: rows, notes: notes)
  }

  // MARK: - Numbers

  private static func share(_ events: Int, of trials: Int) throws -> String {
    guard trials > 0 else { return "-" }
    return interval(try ProportionInterval.wilson(successes: events, trials: trials), 100)
  }

  private static func interval(_ estimate: Estimate, _ scale: Double = 1) -> String {
    "\(number(estimate.value * scale)) (\(number(estimate.low * scale)), \(number(estimate.high * scale)))"
  }

  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "-" }
    if abs(value) >= 100 { return String(format: "%.0f", value) }
    return String(format: "%.1f", value)
  }
}
