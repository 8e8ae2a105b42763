import ISNCSCI
import MyelonRecovery
import MyelonSimulation

/// What a run says about a measure of the literature: the value and the day it was taken.
struct MeasureReading {
  let value: Double
  let day: Double

  /// Reads a published measure off an arm at the time nearest to a day; nil when it was not simulated.
  ///
  /// The series comes first, because it holds expected values; a score that it does not hold is read off the
  /// nearest visit, with its examiner's error.
  ///
  /// - Parameters:
  ///   - measure: name as in the scenario, or of a column of the series.
  ///   - arm: the arm.
  ///   - day: day after injury.
  ///   - unit: unit of the published value; fractions become per cent when it is `%`.
  init?(_ measure: String, of arm: ArmRecord, day: Double, unit: String) {
    let name = measure.lowercased()
    let column = arm.series.columns.first { $0.name.lowercased() == name }
    guard let column, let values = arm.series.values(column.name) else {
      guard let reading = Self.score(name, of: arm, day: day) else { return nil }
      self = reading
      return
    }
    let days = arm.series.days
    guard let row = days.indices.min(by: { abs(days[$0] - day) < abs(days[$1] - day) }),
      values[row].isFinite
    else { return nil }
    let factor = Self.isPercent(unit) && column.unit == "fraction" ? 100.0 : 1
    self.init(value: values[row] * factor, day: days[row])
  }

  private init(value: Double, day: Double) {
    self.value = value
    self.day = day
  }

  /// Whether a unit is per cent.
  static func isPercent(_ unit: String) -> Bool { ["%", "percent"].contains(unit) }

  private static func score(_ name: String, of arm: ArmRecord, day: Double) -> MeasureReading? {
    guard let visit = arm.visits.min(by: { abs($0.day - day) < abs($1.day - day) }) else { return nil }
    func sum(_ subtotal: Subtotal?) -> MeasureReading? {
      subtotal?.value.map { MeasureReading(value: Double($0), day: visit.day) }
    }
    let totals = visit.classification?.totals
    switch name {
    case "bbb": return visit.locomotion.map { MeasureReading(value: $0.value, day: visit.day) }
    case "scim":
      return visit.independence.map { MeasureReading(value: Double($0.total), day: visit.day) }
    case "upper_extremity_motor_score": return sum(totals?.upperExtremity)
    case "lower_extremity_motor_score": return sum(totals?.lowerExtremity)
    case "motor_score": return sum(totals?.motor)
    case "light_touch_score": return sum(totals?.lightTouch)
    case "pin_prick_score": return sum(totals?.pinPrick)
    default: return nil
    }
  }

  /// The measure in words.
  static func title(_ measure: String) -> String {
    switch measure.lowercased() {
    case "bbb": "BBB locomotor score"
    case "scim": "SCIM III total"
    case "spared_white_matter": "Spared white matter, worst section"
    default: Markup.escape(measure.replacing("_", with: " ").capitalisedFirst)
    }
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
