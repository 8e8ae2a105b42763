import Foundation
import MyelonQuantities
import MyelonSimulation

/// What every section of a report needs: the record, the scenario in words, and how arms are told apart.
struct ReportContext {
  let record: RunRecord
  let facts: ScenarioFacts
  /// Directory of the run, where the volumes are.
  let directory: String
  let assets: ReportAssets

  init(record: RunRecord, directory: String, assets: ReportAssets) {
    self.record = record
    self.directory = directory
    self.assets = assets
    facts = ScenarioFacts(record.scenario)
  }

  /// The arms in the scenario's order.
  var arms: [ArmRecord] { record.arms }
  /// Published results that belong to an arm.
  func published(_ arm: Int) -> [PublishedFact] {
    arms[arm].published.map { PublishedFact($0) }
  }

  /// Slow-down of cellular clocks against the rat; 1 for rats.
  var timeScaling: Double {
    facts.isHuman ? record.parameters.parameter("time_scaling")?.value ?? 1 : 1
  }

  /// Colours are told apart by number; the style sheet holds eight, then they repeat with other dashes.
  static let armColours = 8
  /// Style class of an arm's colour.
  func colourClass(_ arm: Int) -> String { ArmBadge.colourClass(arm) }
  /// Dashes of an arm's lines in charts, so that arms differ without colour too.
  static func dashes(_ arm: Int) -> [Int] {
    [[], [7, 3], [2, 3], [9, 3, 2, 3], [4, 2], [12, 4], [1, 4], [6, 2, 2, 2, 2, 2]][arm % 8]
  }

  /// An arm's name with its colour mark, escaped.
  func badge(_ arm: Int) -> String { ArmBadge.html(arms[arm].name, arm) }

  /// The dash attribute of an SVG line.
  static func dashAttribute(_ arm: Int) -> String {
    let dash = dashes(arm)
    return dash.isEmpty ? "" : " stroke-dasharray=\"\(dash.map(String.init).joined(separator: " "))\""
  }
}

extension SeriesTable {
  /// The times in days: the first column.
  var days: [Double] { rows.map { $0.first ?? 0 } }

  /// The value of a column at the row nearest in time to a day, or nil.
  func value(_ name: String, atDay day: Double) -> Double? {
    guard let values = values(name) else { return nil }
    let times = days
    return values.indices.min { abs(times[$0] - day) < abs(times[$1] - day) }.map { values[$0] }
  }

  /// The last value of a column that is a share of a whole, as a fraction whatever its unit; nil without it.
  func lastShare(_ name: String) -> Double? {
    guard let column = columns.first(where: { $0.name == name }) else { return nil }
    return last(name).map { column.unit == "%" ? $0 / 100 : $0 }
  }

  /// The last value of a column, or nil.
  func last(_ name: String) -> Double? { values(name)?.last }
}
