import ISNCSCI
import MyelonStatistics

/// One measure of a lived cohort.
struct NaturalHistoryReading {
  private let bank: CohortBank
  private let row: NaturalHistoryRow
  /// Places of the people who have the grade at the baseline.
  private let people: [Int]
  private let baseline: Int

  init(_ bank: CohortBank, row: NaturalHistoryRow) {
    self.bank = bank
    self.row = row
    let baseline = NaturalHistoryCheck.baselineDays.firstIndex(of: row.baselineDay) ?? 0
    self.baseline = baseline
    let levels = row.ownLevels
    people = bank.people.indices.filter { person in
      guard levels?.contains(bank.people[person].level) ?? true else { return false }
      let grade = Double(bank.people[person].grade.rawValue) + 1
      // On day 7 the grade is that of the examination by which the person was found.
      return baseline == 0 || Self.value(bank, person, baseline, "impairment_scale") == grade
    }
  }

  /// People, or sides, behind the estimate.
  var count: Int { row.measure.isShare ? hits.count : people.count }

  /// The estimate; nil when fewer than five people have the baseline.
  var estimate: Estimate? {
    guard people.count >= 5 else { return nil }
    if row.measure.isShare { return share }
    switch row.measure {
    case .upperMotorGain: return Self.mean(gains("upper_extremity_motor_score", to: last))
    case .lowerMotorGain: return Self.mean(gains("lower_extremity_motor_score", to: last))
    case .earlyMotorGain: return Self.mean(gains("motor_score", to: 1))
    case .medianMotorGain: return Self.median(gains("motor_score", to: NaturalHistoryCheck.sixMonths))
    case .gainByThreeMonths:
      return Self.ratio(
        gains("motor_score", to: NaturalHistoryCheck.threeMonths), gains("motor_score", to: last))
    case .proportionalRecovery:
      return Self.slope(gains("motor_score", to: last), missing)
    default: return nil
    }
  }

  private var last: Int { NaturalHistoryCheck.days.count - 1 }

  private static func value(_ bank: CohortBank, _ person: Int, _ visit: Int, _ name: String) -> Double? {
    bank.measure(name).flatMap { bank.value(person: person, arm: 0, visit: visit, measure: $0) }
  }

  private func gains(_ name: String, to visit: Int) -> [Double] {
    people.compactMap { person in
      guard let before = Self.value(bank, person, baseline, name),
        let after = Self.value(bank, person, visit, name)
      else { return nil }
      return after - before
    }
  }

  /// Points of the motor score that are missing at the baseline.
  private var missing: [Double] {
    people.compactMap { Self.value(bank, $0, baseline, "motor_score").map { 100 - $0 } }
  }

  /// True for each person, or side, that counts.
  private var hits: [Bool] {
    let wanted: (Double) -> Bool
    switch row.measure {
    case .converted:
      return people.compactMap { person in
        let first = Double(bank.people[person].grade.rawValue) + 1
        return Self.value(bank, person, last, "impairment_scale").map { $0 > first }
      }
    case .motorComplete: wanted = { $0 <= 2 }
    case .motorIncomplete: wanted = { $0 >= 3 }
    case .gradeB: wanted = { $0 == 2 }
    case .gradeC: wanted = { $0 == 3 }
    case .gradeD: wanted = { $0 == 4 }
    case .gradeDOrE: wanted = { $0 >= 4 }
    case .legMotorReturn:
      return people.compactMap { Self.value(bank, $0, last, "lower_extremity_motor_score").map { $0 > 0 } }
    case .motorLevelSameOrWorse: return levelGains.map { $0 <= 0 }
    case .motorLevelOne: return levelGains.map { $0 == 1 }
    case .motorLevelTwo: return levelGains.map { $0 == 2 }
    case .motorLevelTwoOrMore: return levelGains.map { $0 >= 2 }
    case .motorLevelMoreThanTwo: return levelGains.map { $0 > 2 }
    default: return []
    }
    return people.compactMap { Self.value(bank, $0, last, "impairment_scale").map(wanted) }
  }

  private var levelGains: [Double] {
    gains("motor_level_right", to: last) + gains("motor_level_left", to: last)
  }

  /// Share in per cent with a Wilson interval.
  private var share: Estimate? {
    let hits = hits
    guard !hits.isEmpty,
      let found = try? ProportionInterval.wilson(successes: hits.count { $0 }, trials: hits.count)
    else { return nil }
    return Estimate(
      value: 100 * found.value, standardError: 100 * found.standardError, low: 100 * found.low,
      high: 100 * found.high)
  }

  /// Mean with a normal interval.
  static func mean(_ values: [Double]) -> Estimate? {
    Estimate(meanOf: values).map { Estimate(value: $0.value, standardError: $0.standardError) }
  }

  /// Median with the interval of order statistics: ranks n/2 ± 1.96 √n / 2.
  static func median(_ values: [Double]) -> Estimate? {
    guard values.count > 1 else { return nil }
    let sorted = values.sorted()
    let (middle, reach) = (Double(sorted.count) / 2, 0.98 * Double(sorted.count).squareRoot())
    let low = sorted[max(0, Int((middle - reach).rounded(.down)))]
    let high = sorted[min(sorted.count - 1, Int((middle + reach).rounded(.up)))]
    let value = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    return Estimate(value: value, standardError: (high - low) / 3.92, low: low, high: high)
  }

  /// Ratio of means in per cent, error by linearisation: residuals x - r y over n times the mean of y.
  static func ratio(_ part: [Double], _ whole: [Double]) -> Estimate? {
    guard part.count == whole.count, part.count > 1 else { return nil }
    let count = Double(part.count)
    let mean = whole.reduce(0, +) / count
    guard mean > 0 else { return nil }
    let ratio = part.reduce(0, +) / count / mean
    let squares = zip(part, whole).reduce(0) { $0 + ($1.0 - ratio * $1.1) * ($1.0 - ratio * $1.1) }
    return Estimate(
      value: 100 * ratio, standardError: 100 * (squares / (count - 1) / count).squareRoot() / mean)
  }

  /// Least-squares slope through the origin.
  static func slope(_ response: [Double], _ input: [Double]) -> Estimate? {
    guard response.count == input.count, input.count > 1 else { return nil }
    let squares = input.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return nil }
    let slope = zip(response, input).reduce(0) { $0 + $1.0 * $1.1 } / squares
    let residual = zip(response, input).reduce(0) { $0 + ($1.0 - slope * $1.1) * ($1.0 - slope * $1.1) }
    return Estimate(
      value: slope, standardError: (residual / Double(input.count - 1) / squares).squareRoot())
  }
}
