import Foundation
import MyelonStatistics
import MyelonTrials

/// The summary of a cohort as a table for the terminal.
enum CohortTable {
  /// One line a group of people: what becomes of them without treatment.
  static func text(_ summary: CohortSummary, plan: CohortPlan) -> String {
    var lines = [
      "Without treatment, from the first examination (grade) or enrolment (scores) to day \(number(summary.day)) after enrolment:",
      "",
      pad("level", 9) + pad("grade", 7) + right("people", 7) + right("age", 6) + right("A", 6) + right("B", 6)
        + right("C", 6) + right("D", 6) + right("E", 6) + right("better %", 18) + right("motor gain", 20)
        + right("UEMS gain", 18),
    ]
    for group in summary.groups {
      let grades = group.finalGrades.map { right(String(format: "%.0f", $0 * 100), 6) }.joined()
      lines.append(
        pad(group.region, 9) + pad(group.grade, 7) + right("\(group.people)", 7)
          + right(String(format: "%.0f", group.age), 6) + grades + right(interval(group.converted, 100), 18)
          + right(interval(group.motorGain, 1), 20) + right(interval(group.upperGain, 1), 18))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func interval(_ estimate: Estimate?, _ scale: Double) -> String {
    guard let estimate else { return "-" }
    return String(
      format: "%.1f (%.1f, %.1f)", estimate.value * scale, estimate.low * scale, estimate.high * scale)
  }

  private static func number(_ value: Double) -> String { String(format: "%g", value) }
  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
